/** The whole way of a copy, on a real database and a real store, from pages on this machine. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { contributor, editor, journalist } from "../../core/actor.fixture.ts";
import { orThrow } from "../../core/result.ts";
import type { EvidenceEntry } from "../evidence/evidence-schema.ts";

const HOST = "sidor.exempelby.example";
const SENTENCE = "Exempelby kommun har svarat att ärendet är avslutat.";
const article = (body: string) => `<!doctype html><html lang="sv"><head><meta charset="utf-8">
  <title>Exempelby svarar | Exempelbladet</title><meta property="og:site_name" content="Exempelbladet">
  <meta property="article:published_time" content="2019-11-25T08:00:00+01:00"></head>
  <body><nav>Start Nyheter Sport</nav><main><article><h1>Exempelby svarar</h1><p>${body}</p>
  <p>${"Kommunen har tidigare lämnat samma besked till alla som har frågat om saken. ".repeat(8)}</p>
  </article></main></body></html>`;

/** What each address answers; a function is asked every time. */
const pages = new Map<string, () => { status: number; body: string; type?: string }>();
let server: Server;
let asked: string[] = [];
const folder = mkdtempSync(path.join(tmpdir(), "belagt-copies-"));

const load = async () => ({
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../../../e2e/fixtures/generated-dispute.ts")),
  ...(await import("../evidence/evidence-commands.ts")),
  ...(await import("../snapshot/snapshot-store.ts")),
  ...(await import("./capture-commands.ts")),
  ...(await import("./capture-desk-queries.ts")),
  ...(await import("./capture-file.ts")),
  ...(await import("./capture-fetch-job.ts")),
  ...(await import("./capture-upload.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let claimId = "";
let port = 0;
const url = (page: string) => `http://${HOST}:${port}/${page}`;

beforeAll(async () => {
  await ownDatabase();
  server = createServer((request, answer) => {
    asked.push(request.url ?? "");
    const page = pages.get((request.url ?? "").slice(1))?.() ?? { status: 404, body: "Finns inte." };
    answer.writeHead(page.status, { "content-type": page.type ?? "text/html; charset=utf-8" }).end(page.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
  process.env.BELAGT_DATA_DIR = folder;
  process.env.BELAGT_FETCH_ALLOW = `${HOST}:${port}=127.0.0.1`;
  app = await load();
  await app.madeUpImprint();
  await app.generateDispute({ slug: "exempel", parties: 2, claims: 1, events: 0 });
  claimId = (await app.db().claim.findFirstOrThrow()).id;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const entry = (link: string | null, excerpt = SENTENCE): EvidenceEntry => ({
  claimId,
  sourceId: null,
  link,
  about: { title: null, producerId: null, made: null },
  originId: null,
  stance: "context",
  excerpt,
  excerptLanguage: "sv",
  at: { paragraph: null, charStart: null, charEnd: null },
  page: null,
  unchecked: null,
  note: { sv: "Exempelby uppger det.", en: "Exempelby says so." },
});

const enter = async (link: string, excerpt?: string) => {
  const { id } = orThrow(await app.enterEvidence(journalist, entry(link, excerpt)));
  const { sourceId } = await app.db().evidence.findUniqueOrThrow({ where: { id } });
  const capture = await app.db().capture.findFirstOrThrow({ where: { sourceId } });
  return { id, sourceId, captureId: capture.id };
};
const attempt = (isLast = false) => ({ signal: new AbortController().signal, number: 1, isLast });
const captureOf = (id: string) => app.db().capture.findUniqueOrThrow({ where: { id } });
const evidenceOf = (id: string) => app.db().evidence.findUniqueOrThrow({ where: { id } });
const blobs = () =>
  readdirSync(path.join(folder, "blobs"), { recursive: true, encoding: "utf8" })
    .map((file) => path.basename(file))
    .filter((name) => /^[0-9a-f]{64}$/.test(name));

describe("a link", () => {
  test("is fetched, kept with the account of how it came, and its quotation found", async () => {
    pages.set("svar", () => ({ status: 200, body: article(SENTENCE) }));
    const { id, sourceId, captureId } = await enter(url("svar"));
    expect(await captureOf(captureId)).toMatchObject({ state: "waiting" });
    await app.fetchCopy({ captureId }, attempt());

    const capture = await captureOf(captureId);
    expect(capture).toMatchObject({ state: "done", progress: 100, problem: null });
    expect(capture.found).toMatchObject({
      publisher: "Exempelbladet",
      published: "2019-11-25",
      language: "sv",
    });
    const copy = await app.db().snapshot.findFirstOrThrow({ where: { sourceId }, include: { pages: true } });
    expect(copy).toMatchObject({ custody: "stored", mediaType: "text/html", publicSha256: null });
    expect(await app.copyStore.get(copy.sha256)).toEqual(Buffer.from(article(SENTENCE)));
    const record = JSON.parse((await app.copyStore.get(capture.recordSha256 ?? "")).toString());
    expect(record).toMatchObject({ v: 1, url: url("svar"), status: 200, bodySha256: copy.sha256 });
    expect((await app.copyStore.get(capture.warcSha256 ?? "")).subarray(0, 2)).toEqual(
      Buffer.from([0x1f, 0x8b]),
    );

    const piece = await evidenceOf(id);
    expect(piece).toMatchObject({ snapshotId: copy.id, page: 1, paragraph: null });
    const text = copy.pages.find(({ number }) => number === piece.page)?.text ?? "";
    expect(text.slice(piece.charStart ?? 0, piece.charEnd ?? 0)).toBe(SENTENCE);
    expect(await app.publishEvidence(editor, { ids: [id] })).toMatchObject({ ok: true });
  });

  test("is called what its page calls itself, unless somebody has named it", async () => {
    pages.set("namn?id=1", () => ({ status: 200, body: article(SENTENCE) }));
    pages.set("namn?id=2", () => ({ status: 200, body: article(SENTENCE) }));
    const [one, two] = [await enter(url("namn?id=1"), SENTENCE), await enter(url("namn?id=2"), SENTENCE)];
    const titleOf = async ({ sourceId }: { sourceId: string }) =>
      (await app.db().source.findUniqueOrThrow({ where: { id: sourceId } })).titleSv;
    expect([await titleOf(one), await titleOf(two)]).toEqual(
      [1, 2].map((number) => `${HOST}:${port}/namn?id=${number}`),
    );
    await app.db().source.update({ where: { id: two.sourceId }, data: { titleSv: "Kommunens svar" } });
    for (const { captureId } of [one, two]) await app.fetchCopy({ captureId }, attempt());
    expect([await titleOf(one), await titleOf(two)]).toEqual(["Exempelby svarar", "Kommunens svar"]);
  });

  test("with one letter changed is no quotation: it is refused, or shown with the reason", async () => {
    pages.set("bokstav", () => ({ status: 200, body: article(SENTENCE) }));
    const { id, captureId } = await enter(url("bokstav"), SENTENCE.replace("ärendet", "arendet"));
    await app.fetchCopy({ captureId }, attempt());
    expect(await evidenceOf(id)).toMatchObject({ snapshotId: null });
    expect(await app.publishEvidence(editor, { ids: [id] })).toMatchObject({ reason: "quote-not-in-copy" });
    const { snapshotId: _, ...row } = await evidenceOf(id);
    const { sourceId, originId, stance, excerpt, excerptLanguage } = row;
    orThrow(
      await app.reviseEvidence(journalist, {
        id,
        revision: 1,
        evidence: {
          ...{ claimId, sourceId, originId, stance, excerpt, excerptLanguage, page: null },
          at: { paragraph: null, charStart: null, charEnd: null },
          unchecked: { sv: "Så stod det i den tryckta tidningen.", en: "So it stood in the printed paper." },
          note: { sv: "Exempelby uppger det.", en: "Exempelby says so." },
        },
      }),
    );
    expect(await app.publishEvidence(editor, { ids: [id] })).toMatchObject({ ok: true });
  });

  test.each([
    ["borta", { status: 410, body: "Borttagen." }, "page-gone"],
    ["last", { status: 403, body: "Nej." }, "not-let-in"],
    [
      "skal",
      { status: 200, body: "<!doctype html><div id=root></div><script src=/app.js></script>" },
      "empty",
    ],
    [
      "program",
      { status: 200, body: "MZ\u0000\u0001", type: "application/x-msdownload" },
      "file-kind-not-taken",
    ],
  ])("that leads to no page is told at once, and not tried again: %s", async (name, answer, problem) => {
    pages.set(name, () => answer);
    const { captureId } = await enter(url(name));
    await app.fetchCopy({ captureId }, attempt());
    expect(await captureOf(captureId)).toMatchObject({ state: "failed", problem, snapshotId: null });
    asked = [];
    await app.fetchCopy({ captureId }, attempt());
    expect(asked).toEqual([]);
  });

  test("whose server has too much to do waits, and is given up after the last try", async () => {
    pages.set("upptagen", () => ({ status: 503, body: "Senare." }));
    const { captureId } = await enter(url("upptagen"));
    await expect(app.fetchCopy({ captureId }, attempt())).rejects.toThrow("asked-to-wait");
    expect(await captureOf(captureId)).toMatchObject({ state: "waiting", problem: "asked-to-wait" });
    await expect(app.fetchCopy({ captureId }, attempt(true))).rejects.toThrow("asked-to-wait");
    expect(await captureOf(captureId)).toMatchObject({ state: "failed", problem: "asked-to-wait" });
  });

  test("done by two workers at once has its effect once", async () => {
    pages.set("tva", () => ({ status: 200, body: article(SENTENCE) }));
    const { sourceId, captureId } = await enter(url("tva"));
    await Promise.all(Array.from({ length: 4 }, () => app.fetchCopy({ captureId }, attempt())));
    expect(await app.db().snapshot.count({ where: { sourceId } })).toBe(1);
    expect(await captureOf(captureId)).toMatchObject({ state: "done" });
  });

  test("of a contributor's is gone to by nobody until somebody of the desk asks", async () => {
    const { id } = orThrow(await app.enterEvidence(contributor, entry(url("tips"))));
    const { sourceId } = await evidenceOf(id);
    expect(await app.db().capture.count({ where: { sourceId } })).toBe(0);
    expect(await app.requestCapture(contributor, { sourceId })).toMatchObject({ reason: "not-allowed" });
    orThrow(await app.requestCapture(journalist, { sourceId }));
    const again = orThrow(await app.requestCapture(journalist, { sourceId }));
    expect(await app.db().capture.findMany({ where: { sourceId }, select: { id: true } })).toEqual([again]);
  });
});

describe("a file", () => {
  const text = new File([`${SENTENCE}\nNästa rad.\n`], "svar.txt", { type: "text/plain" });

  test("becomes a source with its copy, and its quotation is found at once", async () => {
    const file = orThrow(await app.readUpload(journalist, text));
    const { id } = orThrow(await app.enterEvidence(journalist, { ...entry(null), file }));
    const piece = await evidenceOf(id);
    expect(piece).toMatchObject({ page: 1, charStart: 0, charEnd: SENTENCE.length });
    expect(await app.db().source.findUniqueOrThrow({ where: { id: piece.sourceId } })).toMatchObject({
      titleSv: "svar.txt",
      kind: "other",
      url: null,
    });
  });

  test("that is not what it is called is refused, and nothing of it is kept", async () => {
    const before = blobs().length;
    const page = new File(["<!doctype html><p>Hej"], "rapport.pdf", { type: "application/pdf" });
    expect(await app.readUpload(journalist, page)).toMatchObject({ ok: false, field: undefined });
    expect(await app.readUpload(contributor, text)).toMatchObject({ reason: "not-allowed" });
    expect(blobs().length).toBe(before);
  });

  test("handed in twenty times at once is one blob and one copy", async () => {
    const before = blobs().length;
    const name = "samma.txt";
    const same = () =>
      new File(["Tjugo gånger samma svar från Exempelby kommun."], name, { type: "text/plain" });
    const source = await app.db().source.findFirstOrThrow({ where: { titleSv: "svar.txt" } });
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { copy } = orThrow(await app.readUpload(journalist, same()));
        orThrow(await app.keepUpload(journalist, { sourceId: source.id, copy, attachments: [] }));
      }),
    );
    expect(blobs().length).toBe(before + 1);
    expect(await app.db().snapshot.count({ where: { sourceId: source.id, fileName: name } })).toBe(1);
  }, 120_000);
});

describe("an e-mail", () => {
  const mail = [
    "From: Registrator <registrator@exempelby.example>",
    "To: Redaktionen <tips@exempelbladet.example>",
    "Date: Mon, 25 Nov 2019 08:00:00 +0100",
    "Message-ID: <1@exempelby.example>",
    "Subject: =?utf-8?Q?Svar_p=C3=A5_er_fr=C3=A5ga?=",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain; charset=utf-8",
    "",
    SENTENCE,
    "--b",
    'Content-Type: text/plain; name="bilaga.txt"',
    'Content-Disposition: attachment; filename="bilaga.txt"',
    "",
    "Beslutet i sin helhet.",
    "--b",
    'Content-Type: image/svg+xml; name="bild.svg"',
    'Content-Disposition: attachment; filename="bild.svg"',
    "",
    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "--b--",
    "",
  ].join("\r\n");

  test("is kept with its headers and its attachments, and names what was turned away", async () => {
    const file = orThrow(
      await app.readUpload(journalist, new File([mail], "svar.eml", { type: "message/rfc822" })),
    );
    expect(file.turnedAway).toEqual([
      { fileName: "bild.svg", reason: expect.stringMatching(/^file-/), index: 1, keepable: false },
    ]);
    const { id } = orThrow(await app.enterEvidence(journalist, { ...entry(null), file }));
    const { sourceId, snapshotId } = await evidenceOf(id);
    const source = await app.db().source.findUniqueOrThrow({
      where: { id: sourceId },
      include: { carries: { include: { from: true } }, snapshots: { include: { message: true } } },
    });
    expect(source).toMatchObject({ kind: "email", titleSv: "Svar på er fråga", made: "2019-11-25" });
    expect(source.snapshots[0]).toMatchObject({
      id: snapshotId,
      publicSha256: null,
      message: { messageId: "1@exempelby.example", dkim: "not_signed" },
    });
    expect(source.carries.map(({ kind, from }) => [kind, from.titleSv])).toEqual([
      ["attached_to", "bilaga.txt"],
    ]);
  });

  test("loses nothing: what was left out is named, and kept when somebody says so, once", async () => {
    const pixel = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    const part = (headers: readonly string[]) => [
      "--b",
      ...headers,
      "Content-Transfer-Encoding: base64",
      "",
      pixel.toString("base64"),
    ];
    const [head = "", body = ""] = mail.split("\r\n--b\r\nContent-Type: text/plain; name");
    expect(body).not.toBe("");
    const letter = [
      head.replace("<1@", "<2@"),
      ...part(["Content-Type: image/png", "Content-Disposition: inline"]),
      ...part(["Content-Type: application/x-download", "Content-Disposition: attachment"]),
      ...part([
        'Content-Type: image/jpeg; name="foto.jpg"',
        'Content-Disposition: attachment; filename="foto.jpg"',
      ]),
      "--b--",
      "",
    ].join("\r\n");
    const file = orThrow(
      await app.readUpload(journalist, new File([letter], "bilder.eml", { type: "message/rfc822" })),
    );
    expect(file.attachments).toHaveLength(1);
    expect(file.turnedAway).toEqual([
      { fileName: "", reason: "picture-in-text", index: 0, keepable: true },
      { fileName: "foto.jpg", reason: "file-is-something-else", index: 2, keepable: true },
    ]);
    const { id } = orThrow(await app.enterEvidence(journalist, { ...entry(null), file }));
    const { sourceId } = await evidenceOf(id);
    const capture = await app.db().capture.findFirstOrThrow({ where: { sourceId } });
    const message = await app.messageOf(journalist, capture.id);
    expect(await app.messageOf(contributor, capture.id)).toBeNull();
    if (!message) throw new Error("no letter");
    for (const index of [0, 2]) {
      const read = orThrow(await app.keepFromMessage(message.sha256, index, message.capturedAt));
      const input = { captureId: capture.id, index, attachment: read.copy };
      expect(await app.keepAttachment(journalist, input)).toMatchObject({ ok: true });
      expect(await app.keepAttachment(journalist, input)).toMatchObject({ reason: "unknown-attachment" });
    }
    expect(await app.db().sourceEdge.count({ where: { toId: sourceId, kind: "attached_to" } })).toBe(3);
    const [{ upload } = { upload: null }] = await app.capturesOf(journalist, sourceId);
    expect(upload?.turnedAway).toEqual([]);
  });
});
