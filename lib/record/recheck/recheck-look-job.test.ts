/** The job, over a real connection to a page on this machine. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { TryAgain } from "../../desk/job/job.ts";
import type { QuotedDisputeIds } from "./recheck.fixture.ts";

let answer: RequestListener = (_request, response) => response.end();
let asked = 0;
const server = createServer((request, response) => {
  asked += 1;
  answer(request, response);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo;
const folder = mkdtempSync(join(tmpdir(), "rechecks-"));
process.env.BELAGT_FETCH_ALLOW = `sida.example:${port}=127.0.0.1`;
process.env.BELAGT_DATA_DIR = folder;

const load = async () => ({
  ...(await import("./recheck.fixture.ts")),
  ...(await import("./recheck-look-job.ts")),
  ...(await import("../snapshot/snapshot-store.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let those: QuotedDisputeIds;
const WORDS = "Kommunen betalade tre hushålls hyra i sex månader";
const ARTICLE = [
  `Nämnden i Exempelby svarade i går på frågorna om hyrorna. ${WORDS}, enligt ett protokoll från i våras.`,
  "Beslutet togs av två tjänstemän i maj, och nämnden fick veta det först i augusti samma år, skriver revisorerna.",
  "Revisorerna har begärt att få läsa avtalen, och kommunen säger att de ska lämnas ut i sin helhet inom kort.",
];
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join("");
const html = (texts: readonly string[]) =>
  `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Hyrorna i Exempelby</title><main><article><h1>Hyrorna i Exempelby</h1>${paragraphs(texts)}</article></main></html>`;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  const text = ["Hyrorna i Exempelby", ...ARTICLE].join("\n\n");
  those = await app.quotedDispute({
    ...{ slug: "exempel", url: `http://sida.example:${port}/a`, text, quotes: [WORDS] },
  });
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  asked = 0;
});

const gives = (status: number, body = "", type = "text/html; charset=utf-8") => {
  answer = (_request, response) => response.writeHead(status, { "Content-Type": type }).end(body);
};
const never = new AbortController().signal;
const look = async ({ isLast = false, askedAt = new Date(), signal = never } = {}) => {
  await app.lookAgain(
    { sourceId: those.sourceId, askedAt: askedAt.toISOString() },
    { signal, number: 1, isLast },
  );
  // The next look is asked for later than this one was kept.
  await new Promise((resolve) => setTimeout(resolve, 5));
  return app.db().recheck.findFirst({ orderBy: [{ publishedAt: "desc" }, { id: "desc" }] });
};
const rows = () => app.db().recheck.count();

describe("a page that is looked at again", () => {
  test("has the words still", async () => {
    gives(200, html(ARTICLE));
    expect(await look()).toMatchObject({
      evidenceId: those.evidenceIds[0],
      state: "found",
      snapshotId: null,
    });
    expect(await app.db().snapshot.count({ where: { sourceId: those.sourceId } })).toBe(1);
  });

  test("has other words: they are told, and the page is kept as it is now, bytes and text", async () => {
    const now = html(ARTICLE.map((text) => text.replace("tre", "fyra")));
    gives(200, now);
    const row = await look();
    expect(row).toMatchObject({ state: "changed" });
    expect(row?.nearest).toContain("fyra hushålls hyra");
    const copy = await app.db().snapshot.findUniqueOrThrow({
      where: { id: row?.snapshotId ?? "" },
      include: { pages: true },
    });
    expect(copy).toMatchObject({ publishedAt: null, custody: "stored", createdBy: "worker" });
    expect((await app.copyStore.get(copy.sha256)).toString()).toBe(now);
    expect(copy.pages[0]?.text).toContain("fyra hushålls hyra");
  });

  test.each([404, 410])("is gone when the answer is %i, without a second try", async (status) => {
    gives(status, "Finns inte");
    expect(await look()).toMatchObject({ state: "gone", nearest: null, snapshotId: null });
  });

  test("is not asked for again by the same look, and nothing of it is kept twice", async () => {
    gives(404);
    const askedAt = new Date();
    await look({ askedAt });
    const before = await rows();
    expect(asked).toBe(1);
    await look({ askedAt });
    expect(asked).toBe(1);
    expect(await rows()).toBe(before);
  });
});

describe("a page that cannot be read", () => {
  test("because it asks for a sign-in is unreachable, neither gone nor changed", async () => {
    const form = "<form><input><input type=password><button>Logga in</button></form>";
    gives(200, `<!doctype html><title>Logga in</title><main><h1>Logga in</h1>${form}</main>`);
    expect(await look()).toMatchObject({ state: "unreachable", snapshotId: null });
  });

  test.each([500, 503, 429])("is tried again after %i, and only the last try says so", async (status) => {
    gives(status);
    const before = await rows();
    await expect(look()).rejects.toThrow(TryAgain);
    expect(await rows()).toBe(before);
    expect(await look({ isLast: true })).toMatchObject({ state: "unreachable", nearest: null });
  });

  test("for anybody without leave is said to be unreachable at once", async () => {
    gives(403);
    expect(await look()).toMatchObject({ state: "unreachable" });
  });

  test("because it is empty is unreachable, not gone", async () => {
    gives(200, "<!doctype html><title>Hyrorna</title><body></body>");
    expect(await look()).toMatchObject({ state: "unreachable" });
  });

  test("because the worker was told to end says nothing, also on the last try", async () => {
    gives(200, html(ARTICLE));
    const before = await rows();
    await expect(look({ isLast: true, signal: AbortSignal.abort() })).rejects.toThrow(TryAgain);
    expect(await rows()).toBe(before);
  });
});

test("a source that nothing is quoted from is not asked for", async () => {
  const nobody = "00000000-0000-7000-8000-0000000000ff";
  await app.lookAgain(
    { sourceId: nobody, askedAt: new Date().toISOString() },
    { signal: never, number: 1, isLast: false },
  );
  expect(asked).toBe(0);
});
