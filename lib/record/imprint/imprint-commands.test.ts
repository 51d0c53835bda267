import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { actorFor, administrator, editor } from "../../core/actor.fixture.ts";
import { parseFields } from "../../desk/form/form-schema.ts";
import { newImprint } from "./imprint-schema.ts";

const load = async () => ({
  ...(await import("./imprint-commands.ts")),
  ...(await import("./imprint-queries.ts")),
  ...(await import("./imprint-desk-queries.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
});

const fields = {
  name: ["Exempelposten"],
  responsiblePublisher: ["Testperson Ansvarig"],
  complaints: ["klagomal@exempelposten.example"],
  "appeal.sv": ["Vänd dig till nämnden."],
  "appeal.en": ["Turn to the board."],
  "ratingNames.supported.sv": ["stämmer"],
  "ratingNames.supported.en": ["correct"],
};

function sent(changes: Record<string, string[]> = {}) {
  const parsed = parseFields(newImprint, { ...fields, ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const problems = (changes: Record<string, string[]>) => {
  const parsed = parseFields(newImprint, { ...fields, ...changes });
  return parsed.ok ? [] : parsed.problems;
};

describe("the imprint", () => {
  test("is an administrator's, and needs a second factor", async () => {
    const imprint = sent();
    expect(await app.publishImprint(editor, { begunFrom: 0, imprint })).toMatchObject({
      reason: "not-allowed",
    });
    const password = actorFor("admin2", "administrator", false);
    expect(await app.publishImprint(password, { begunFrom: 0, imprint })).toMatchObject({
      reason: "second-factor-needed",
    });
    expect(await app.imprintVersions(editor)).toBeNull();
  });

  test("is a new version each time, logged, and never the same twice", async () => {
    expect(await app.publishImprint(administrator, { begunFrom: 0, imprint: sent() })).toMatchObject({
      value: { version: 1 },
    });
    expect(await app.publishImprint(administrator, { begunFrom: 1, imprint: sent() })).toMatchObject({
      reason: "nothing-changed",
    });
    const next = sent({ responsiblePublisher: ["Testperson Nästa"] });
    expect(await app.publishImprint(administrator, { begunFrom: 1, imprint: next })).toMatchObject({
      value: { version: 2 },
    });
    expect((await app.readImprint())?.responsiblePublisher).toBe("Testperson Nästa");
    expect((await app.readImprint())?.ratingNames).toEqual({ supported: { sv: "stämmer", en: "correct" } });
    const log = await app.db().logEntry.findMany({ orderBy: { seq: "asc" } });
    expect(log.map(({ type, subject, version }) => [type, subject, version])).toEqual([
      ["imprint.published", "", 1],
      ["imprint.published", "", 2],
    ]);
  });

  test("saved by ten at once from one version becomes one version, and nine are told", async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        app.publishImprint(administrator, { begunFrom: 2, imprint: sent({ name: [`Exempelposten ${n}`] }) }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "stale")).toHaveLength(9);
  });

  test("cannot be changed in the database once it is published", async () => {
    await expect(app.db().imprint.updateMany({ data: { name: "Annat" } })).rejects.toThrow();
  });
});

describe("the form", () => {
  test("takes an e-mail address or a page for complaints, and nothing else", () => {
    expect(problems({ complaints: ["https://exempelposten.example/klaga"] })).toEqual([]);
    expect(problems({ complaints: ["javascript:alert(1)"] })).toEqual([
      { field: "complaints", reason: "not-a-contact" },
    ]);
  });

  test("wants a name in both languages or in none, and no two ratings called the same", () => {
    expect(problems({ "ratingNames.outdated.sv": ["gammalt"] })).toEqual([
      { field: "ratingNames.outdated.en", reason: "empty" },
    ]);
    expect(problems({ "ratingNames.outdated.sv": ["Stämmer"], "ratingNames.outdated.en": ["old"] })).toEqual([
      { field: "ratingNames", reason: "same-name-twice" },
    ]);
  });
});
