import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { editor, journalist } from "../../core/actor.fixture.ts";
import { done, refused } from "../../core/result.ts";

const load = async () => ({
  ...(await import("./form-commands.ts")),
  ...(await import("./form-queries.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let works = 0;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
});
beforeEach(() => {
  works = 0;
});

/** Counts how often it is done, in the database too: a tip is a row like any other. */
const work = (text: string) => async () => {
  works += 1;
  const { id } = await app.transaction((tx) =>
    tx.tip.create({ data: { text, language: "sv" }, select: { id: true } }),
  );
  return done({ id });
};

describe("a form that is sent", () => {
  test("fifty times at once under one key is done once, and everybody gets the one answer", async () => {
    const key = randomUUID();
    const sent = { title: "x" };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => app.once({ key, sender: "a", sent }, work(key))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.ok).toBe(true);
    expect(await app.db().tip.count({ where: { text: key } })).toBe(1);
    expect(works).toBe(1);
  });

  test("again with other content, or by somebody else, is refused", async () => {
    const key = randomUUID();
    await app.once({ key, sender: "a", sent: 1 }, work(key));
    expect(await app.once({ key, sender: "a", sent: 2 }, work(key))).toMatchObject({ reason: "key-used" });
    expect(await app.once({ key, sender: "b", sent: 1 }, work(key))).toMatchObject({
      reason: "key-of-another",
    });
    expect(await app.db().tip.count({ where: { text: key } })).toBe(1);
  });

  test("and refused leaves nothing behind, and the key free for the corrected one", async () => {
    const key = randomUUID();
    const refuse = async () => {
      await work(key)();
      return refused("no-falsifier");
    };
    expect(await app.once({ key, sender: "a", sent: 1 }, refuse)).toMatchObject({ reason: "no-falsifier" });
    expect(await app.db().tip.count({ where: { text: key } })).toBe(0);
    expect(await app.once({ key, sender: "a", sent: 2 }, work(key))).toMatchObject({ ok: true });
  });
});

describe("what is typed", () => {
  const form = "evidence/new/x";
  const fields = { excerpt: ["Hej"] };

  test("is there again, for its writer alone, until it is sent", async () => {
    expect(await app.typedInto(journalist, form)).toBeNull();
    expect(await app.keepTyped(journalist, { form, version: 0, fields })).toMatchObject({
      value: { version: 1 },
    });
    expect(await app.typedInto(journalist, form)).toMatchObject({ version: 1, fields });
    expect(await app.typedInto(editor, form)).toBeNull();
    await app.dropTyped(journalist, form);
    expect(await app.typedInto(journalist, form)).toBeNull();
  });

  test("in two windows is kept from the one that saved first; the other is told and overwrites nothing", async () => {
    await app.keepTyped(journalist, { form, version: 0, fields });
    const other = { excerpt: ["Ett annat fönster"] };
    expect(await app.keepTyped(journalist, { form, version: 0, fields: other })).toMatchObject({
      reason: "typed-elsewhere",
    });
    await app.keepTyped(journalist, { form, version: 1, fields: { excerpt: ["Hej igen"] } });
    expect(await app.keepTyped(journalist, { form, version: 1, fields: other })).toMatchObject({
      reason: "typed-elsewhere",
    });
    expect(await app.typedInto(journalist, form)).toMatchObject({
      version: 2,
      fields: { excerpt: ["Hej igen"] },
    });
  });
});
