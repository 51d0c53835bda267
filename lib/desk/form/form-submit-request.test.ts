import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { journalist } from "../../core/actor.fixture.ts";
import { done } from "../../core/result.ts";

vi.mock("../auth/session-request.ts", () => ({ currentActor: async () => journalist }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const load = async () => ({
  ...(await import("./form-submit-request.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
});

/** Sends a form of one field with what its own fields may say; answers what the command was told. */
async function sent(own: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ $key: randomUUID(), title: "x", ...own }))
    form.append(name, value);
  const told: { id: string; revision: number }[] = [];
  const state = await app.submit(form, {
    schema: z.strictObject({ title: z.string() }),
    give: async (_actor, _input, { ref }) => {
      told.push(ref);
      return done({});
    },
    next: () => ({ note: "done" }),
  });
  return { status: state.status, ref: told[0] };
}

test("the save that a change began from is a whole number, or that of no save", async () => {
  const id = randomUUID();
  expect(await sent({ $id: id, $revision: "7" })).toEqual({ status: "saved", ref: { id, revision: 7 } });
  for (const $revision of ["", "-1", "1.5", "1e400", "NaN", "0x10", "99999999999999999999", "\0"])
    expect(await sent({ $id: id, $revision }), $revision).toEqual({
      status: "saved",
      ref: { id, revision: 0 },
    });
});

test("whatever else the form's own fields say, a form that is taken is taken whole", async () => {
  for (const own of [{ $form: "\0" }, { $form: "../x" }, { $next: "\0" }, { $locale: "\0" }] as Record<
    string,
    string
  >[])
    expect(await sent(own), JSON.stringify(own)).toMatchObject({ status: "saved" });
  expect((await sent({ $key: "\0" })).status).toBe("refused");
  expect((await sent({ $id: "\0" })).status).toBe("refused");
});

test("a form that names no draft changes none: the id it is given is nobody's, and one the database can read", async () => {
  const none = "00000000-0000-0000-0000-000000000000";
  expect(await sent({})).toMatchObject({ status: "saved", ref: { id: none } });
  expect(await sent({ $id: "" })).toMatchObject({ status: "saved", ref: { id: none } });
});
