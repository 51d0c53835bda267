import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { journalist, otherJournalist } from "../../core/actor.fixture.ts";
import { done, refused } from "../../core/result.ts";
import { first } from "./form.ts";

vi.mock("../auth/session-request.ts", () => ({ currentActor: async () => journalist }));
const noted: string[] = [];
vi.mock("./form-saved-request.ts", () => ({
  noteSaved: async (locale: string, where: string, note: string) => noted.push(`${locale} ${where} ${note}`),
  dropSaved: async () => noted.splice(0),
}));
vi.mock("next/navigation", () => ({
  redirect: (where: string) => {
    throw new Error(`to ${where}`);
  },
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

const load = async () => ({
  ...(await import("./form-submit-request.ts")),
  ...(await import("./form-file-store.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "belagt-form-"));
  process.env.BELAGT_DATA_DIR = folder;
  await ownDatabase();
  app = await load();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

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

describe("a file that came with a form", () => {
  const scan = new File(["påhittat"], "brevet.pdf", { type: "application/pdf" });
  const kept = async () => (await readdir(path.join(folder, "handed-in")).catch(() => [])).length;

  /** Sends a form with a title and a file; answers what came of it, and what the command was given. */
  async function sentWith(
    own: Readonly<Record<string, string | File>>,
    give: "takes" | "refuses" | "refuses the file" = "takes",
  ) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ $key: randomUUID(), title: "x", ...own }))
      form.append(name, value);
    const told: (string | null)[] = [];
    const state = await app.submit(form, {
      schema: z.strictObject({ title: z.string().min(1) }),
      file: {
        name: "file",
        read: async (_actor, file) =>
          give === "refuses the file" ? refused("file-damaged") : done(`${file.name} ${await file.text()}`),
      },
      give: async (_actor, _input, _sent, file) => {
        told.push(file);
        return give === "refuses" ? refused("unknown-source") : done({});
      },
      asks: async (_actor, { title }) =>
        title === "asks" ? { title, parts: [], submit: "Ja", word: "yes" } : null,
      next: () => ({ note: "done" }),
    });
    const values = "values" in state ? state.values : {};
    return { status: state.status, told, token: first(values, "$file"), name: first(values, "$fileName") };
  }

  test.each([
    ["a field that could not be read", { title: "" }, "takes", "invalid"],
    ["a rule", {}, "refuses", "refused"],
    ["a question that is asked first", { title: "asks" }, "takes", "asked"],
  ] as const)(
    "is there again after %s, and is sent with the corrected form",
    async (_why, own, how, status) => {
      const first = await sentWith({ ...own, file: scan }, how);
      expect(first).toMatchObject({ status, name: "brevet.pdf" });
      expect(await kept()).toBe(2);
      // As long as it is not taken it stays, under the same name.
      expect(await sentWith({ ...own, $file: first.token }, how)).toMatchObject({ token: first.token });
      const then = await sentWith({ $file: first.token });
      expect(then).toMatchObject({ status: "saved", told: ["brevet.pdf påhittat"] });
      expect(await kept()).toBe(0);
    },
  );

  test("gives way to another, and is left out when that is asked for", async () => {
    const { token } = await sentWith({ title: "", file: scan });
    const other = new File(["annat"], "annat.txt");
    expect((await sentWith({ $file: token, file: other })).told).toEqual(["annat.txt annat"]);
    const again = await sentWith({ title: "", file: scan });
    expect((await sentWith({ $file: again.token, $noFile: "on" })).told).toEqual([null]);
    expect(await kept()).toBe(0);
  });

  test("is not kept when it is what is wrong", async () => {
    const refusedFile = await sentWith({ file: scan }, "refuses the file");
    // The reason is the file's: nothing is kept, and another is chosen.
    expect(refusedFile).toMatchObject({ status: "refused", token: "" });
    expect(await kept()).toBe(0);
  });

  test("is whoever sent it's, one of a few, and forgotten after a day", async () => {
    const { token } = await sentWith({ title: "", file: scan });
    expect(await app.handedIn(otherJournalist.id, token)).toBeNull();
    for (const strange of ["", "..", "../../etc/passwd", randomUUID(), `${token}/x`])
      expect(await app.handedIn(journalist.id, strange), strange).toBeNull();
    for (let count = 0; count < 12; count++) await app.keepHandedIn(journalist.id, scan);
    expect(await kept()).toBe(16);
    expect(await app.forgetHandedIn(new Date(1))).toBe(0);
    expect(await app.forgetHandedIn(new Date(8.64e15))).toBe(8);
    expect(await kept()).toBe(0);
    const huge = Object.defineProperty(new File([], "stor.pdf"), "size", { value: 26 * 1024 * 1024 });
    expect(await app.keepHandedIn(journalist.id, huge)).toBeNull();
  });
});

test("a save that leads to a page of the desk says so there, and elsewhere the page itself is the answer", async () => {
  const to = async (next: Parameters<typeof app.submit>[1]["next"]) => {
    noted.length = 0;
    const form = new FormData();
    form.append("$key", randomUUID());
    form.append("$locale", "en");
    const sending = app.submit(form, { schema: z.strictObject({}), give: async () => done({}), next });
    await expect(sending).rejects.toThrow(/^to \/en\//);
    return noted;
  };
  expect(await to(() => "/desk/claims/x#evidence")).toEqual(["en /desk/claims/x#evidence done"]);
  expect(await to(() => ({ to: "/desk", note: "handed-over" }))).toEqual(["en /desk handed-over"]);
  expect(await to(() => "/claims/x")).toEqual([]);
  expect(await to(() => "/desk/people?note=invited")).toEqual([]);
});
