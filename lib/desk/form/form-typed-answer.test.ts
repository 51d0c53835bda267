import { beforeAll, expect, test, vi } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { journalist } from "../../core/actor.fixture.ts";

vi.mock("../auth/session-request.ts", () => ({ currentActor: async () => journalist }));

const load = async () => ({
  ...(await import("./form-typed-answer.ts")),
  ...(await import("./form-commands.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
});

const put = async (body: string) => {
  const request = new Request("https://belagt.example/api/v1/desk/typed", { method: "PUT", body });
  return (await app.keepTypedForm(request)).status;
};

test("what no row can hold is not understood, and fails nothing", async () => {
  expect(await put('{"form":"a/1","version":0,"fields":{"a":["Hej"]}}')).toBe(200);
  for (const body of [
    '{"form":"a/2","version":0,"fields":{"a":["\\u0000"]}}',
    '{"form":"a/2","version":0,"fields":{"\\u0000":["a"]}}',
    '{"form":"a/2","version":0,"fields":{"a":["\\ud800"]}}',
    '{"form":"a/2","version":0,"fields":{"\\udc00":["a"]}}',
    '{"form":"a/1","version":2147483648,"fields":{}}',
    '{"form":"a/1","version":1e400,"fields":{}}',
    '{"form":"a\\u0000","version":0,"fields":{}}',
    `${"[".repeat(100_000)}`,
    "null",
    "",
  ])
    expect(await put(body), body.slice(0, 60)).toBe(400);
  expect(await app.db().autosave.count({ where: { form: "a/2" } })).toBe(0);
});

test("nobody fills the disk with forms that they begin: the oldest are let go", async () => {
  const at = Date.now();
  for (let n = 0; n < 205; n++)
    await app.keepTyped(journalist, { form: `flod/${n}`, version: 0, fields: {} }, new Date(at + n * 1000));
  const kept = await app.db().autosave.findMany({ where: { member: journalist.id } });
  expect(kept).toHaveLength(200);
  expect(kept.some(({ form }) => form === "flod/204")).toBe(true);
  expect(kept.some(({ form }) => form === "flod/0")).toBe(false);
});
