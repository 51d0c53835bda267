import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asApplication } from "../e2e/fixtures/application.ts";
import { ownDatabase, ownerUrl } from "../e2e/fixtures/own-database.ts";
import { asRole } from "../prisma/rights.ts";
import { applicationRole, openAsApplication } from "./application-role.ts";
import { readSettings } from "./settings.ts";

const given = (surroundings: Record<string, string>) => readSettings({ NODE_ENV: "test", ...surroundings });
const settings = (app?: string) =>
  given({ DATABASE_URL: ownerUrl, ...(app ? { BELAGT_APP_DATABASE_URL: app } : {}) });
const open = (app?: string) => openAsApplication(settings(app), ownerUrl);

/** No superuser, and it owns one table of ours: by being a member of the role that does. */
const member = `belagt_test_${randomUUID().replaceAll("-", "")}`;
let server: pg.Client;
beforeAll(async () => {
  await ownDatabase();
  server = new pg.Client({ connectionString: ownerUrl });
  await server.connect();
  await server.query(`CREATE ROLE ${member}_group; CREATE ROLE ${member} LOGIN PASSWORD 'x' IN ROLE ${member}_group;
    GRANT USAGE ON SCHEMA public TO ${member}; GRANT SELECT ON "LogEntry" TO ${member}; ALTER TABLE "Tip" OWNER TO ${member}_group`);
});
afterAll(async () => {
  await server.query(`ALTER TABLE "Tip" OWNER TO CURRENT_USER; REVOKE ALL ON "LogEntry" FROM ${member}; REVOKE ALL ON SCHEMA public FROM ${member};
    DROP OWNED BY ${member}_group; DROP ROLE ${member}; DROP ROLE ${member}_group`);
  await server.end();
});

test("the role that is named is given its rights; without one the owner is warned of, and the embedded database has its own", () => {
  expect(applicationRole(settings("postgresql://the%20app:x@db.example/belagt"))).toEqual({
    name: "the app",
    isOurs: false,
  });
  expect(applicationRole(settings())).toBeNull();
  expect(applicationRole(given({}))).toEqual({ name: "belagt_app", isOurs: true });
});

test("one role for everything works, and is spoken of at the start", async () => {
  expect(await open()).toEqual({
    url: ownerUrl,
    warning: expect.stringContaining("BELAGT_APP_DATABASE_URL"),
  });
});

test("a role that owns nothing is taken as it is", async () => {
  const app = asApplication(ownerUrl);
  expect(await open(app)).toEqual({ url: app, warning: null });
});

test("a superuser is refused, and so is whoever owns a table or is a member of who does", async () => {
  await expect(open(ownerUrl)).rejects.toThrow(/is a superuser/);
  await expect(open(asRole(ownerUrl, member, "x"))).rejects.toThrow(/owns tables of the record/);
});

test("a role that cannot sign in is told of without its password", async () => {
  await expect(open(asRole(ownerUrl, "nobody_there", "hemligt"))).rejects.toThrow(
    /cannot be used under the role of BELAGT_APP_DATABASE_URL(?!.*hemligt)/,
  );
});

test("the setting alone, or without a role, is a mistake that is told at the start", () => {
  expect(() => given({ BELAGT_APP_DATABASE_URL: "postgresql://app:x@db.example/belagt" })).toThrow(
    /DATABASE_URL is not/,
  );
  expect(() => settings("postgresql://db.example/belagt")).toThrow(/names no role/);
});
