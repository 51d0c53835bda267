/** What is handed in over the network, by browsers and by programs that mean harm: what is kept of it, and who gets it. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { expect } from "@playwright/test";
import { isKept } from "../fixtures/data-folder.ts";
import { letter, report, SVG, WRITER } from "../fixtures/papers.ts";
import { type Answer, asked, filled, formIn, multipart, type Part } from "../fixtures/plain-form.ts";
import { rowsOf } from "../fixtures/rows.ts";
import { ownSlug, runFixture } from "../fixtures/run-fixture.ts";
import { serverLog } from "../fixtures/server-log.ts";
import { memberSignedIn } from "../fixtures/signed-in.ts";
import { test } from "../fixtures/with-pages.ts";

// A worker, other stories beside it, and two cores.
test.describe.configure({ timeout: 180_000 });

const NOBODYS = "01890a5d-ac96-774b-bcce-b302099a8057";
const MEGABYTE = 1024 * 1024;
const CANARY = "kanariefagel4712";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** The sentence for a refusal, as its form says it. */
const refusals: Record<string, string> = JSON.parse(readFileSync("messages/form/sv.json", "utf8")).refusals;

/** A journalist before the form for evidence on the claim of a dispute of their own. */
async function atForm(home: string) {
  const { claimId, disputeId } = JSON.parse(await runFixture("asked-dispute", ownSlug("inlamnat")));
  const { id, cookie } = await memberSignedIn("journalist");
  const headers = { cookie: `${cookie.name}=${cookie.value}`, origin: home };
  const address = `${home}/desk/claims/${claimId}/evidence/new`;

  /** The form anew: a key is good for one sending. */
  const form = async (): Promise<Part[]> => {
    const page = await asked(address, { headers });
    expect(page?.status).toBe(200);
    return filled(formIn(page as Answer, "link"), {
      excerpt: "simhallen stängdes i mars",
      stance: "context",
      "note.sv": "Ett prov.",
    });
  };
  const send = (parts: readonly Part[], more: { chunked?: boolean; type?: string } = {}) => {
    const { type, body } = multipart(parts);
    return asked(address, {
      method: "POST",
      headers: { ...headers, "content-type": more.type ?? type },
      body,
      ...(more.chunked && { chunked: true }),
    });
  };
  const copies = () =>
    rowsOf<{ id: string; source: string; sha256: string; fileName: string | null }>(
      `SELECT c."id", c."sourceId" AS source, c."sha256", c."fileName" FROM "Snapshot" c
         JOIN "Source" s ON s."id" = c."sourceId" WHERE s."disputeId" = $1 ORDER BY c."id"`,
      [disputeId],
    );
  const evidence = async () =>
    (await rowsOf(`SELECT 1 FROM "Evidence" WHERE "claimId" = $1`, [claimId])).length;
  return { memberId: id, headers, address, disputeId, claimId, form, send, copies, evidence };
}

const file = (fileName: string, value: string | Uint8Array, mediaType = ""): Part => ({
  name: "file",
  value,
  fileName,
  mediaType,
});

test("A file is given back without what its program wrote into it, to those who may see it, and never to be run", async ({
  home,
}) => {
  const { headers, form, send, copies } = await atForm(home);
  const original = await report([["Av protokollet framgår att", "simhallen stängdes i mars."]]);
  expect((await send([...(await form()), file("rapport.pdf", original, "application/pdf")]))?.status).toBe(
    303,
  );
  const [copy] = await copies();
  if (!copy) throw new Error("Nothing was kept");
  expect(copy.sha256).toBe(sha256(original));
  expect(isKept(copy.sha256)).toBe(true);

  const address = `${home}/desk/copies/${copy.id}/file`;
  const whole = await asked(address, { headers });
  expect(whole?.status).toBe(200);
  expect(whole?.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": expect.stringMatching(/^attachment; filename="rapport\.pdf"/),
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
    "x-robots-tag": expect.stringContaining("noindex"),
  });
  const given = whole?.body ?? Buffer.alloc(0);
  expect(sha256(given)).not.toBe(copy.sha256);
  expect(given.subarray(0, 5).toString()).toBe("%PDF-");
  expect(given.toString("latin1")).not.toContain(WRITER);

  const head = await asked(address, { method: "HEAD", headers });
  expect([head?.status, head?.body.length]).toEqual([200, 0]);
  const part = await asked(address, { headers: { ...headers, range: "bytes=5-14" } });
  expect(part?.status).toBe(206);
  expect(part?.headers["content-range"]).toBe(`bytes 5-14/${given.length}`);
  expect(part?.body.equals(given.subarray(5, 15))).toBe(true);
  for (const range of ["bytes=999999999-", "bytes=0-1,4-5", "bytes=9-5", "bytes=x"]) {
    const none = await asked(address, { headers: { ...headers, range } });
    expect([none?.status, none?.headers["content-range"]], range).toEqual([416, `bytes */${given.length}`]);
  }
  const known = await asked(address, {
    headers: { ...headers, "if-none-match": String(whole?.headers.etag) },
  });
  expect([known?.status, known?.body.length]).toEqual([304, 0]);

  // A draft is the desk's alone, and there only for those whose role reaches it.
  const publicly = `${home}/sources/${copy.source}/copies/${copy.id}`;
  for (const path of [publicly, `${publicly}/file`]) expect((await asked(path))?.status, path).toBe(404);
  expect((await asked(publicly, { headers }))?.status).toBe(404);
  expect((await asked(address))?.status).toBe(401);
  const other = await memberSignedIn("journalist");
  const theirs = { cookie: `${other.cookie.name}=${other.cookie.value}` };
  expect((await asked(address, { headers: theirs }))?.status).toBe(200);
  await rowsOf(`UPDATE "Member" SET "role" = 'contributor' WHERE "id" = $1`, [other.id]);
  expect((await asked(address, { headers: theirs }))?.status).toBe(404);
  await rowsOf(`UPDATE "Member" SET "disabledAt" = now() WHERE "id" = $1`, [other.id]);
  expect((await asked(address, { headers: theirs }))?.status).toBe(401);
  for (const id of [NOBODYS, "x", "%2e%2e%2fetc", "1e400"]) {
    const nothing = await asked(`${home}/desk/copies/${id}/file`, { headers });
    // One that is written in another way than need be is led to the plain one first.
    expect([308, 404], id).toContain(nothing?.status);
  }
});

test("A file that is not what it says, or is too large, is turned away in words, and no byte of it is kept", async ({
  home,
}) => {
  const { form, send, copies, evidence } = await atForm(home);
  const html = `<!doctype html><title>Rapport</title><script>alert(1)</script>${" ".repeat(600)}`;
  const gif = Buffer.from("GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff;", "latin1");
  const pdf = await report([["En sida."]]);
  const large = Buffer.concat([pdf, Buffer.alloc(25 * MEGABYTE + 1 - pdf.length, " ")]);
  const turnedAway: readonly (readonly [string, Uint8Array | string, string, string])[] = [
    ["rapport.pdf", html, "application/pdf", "file-is-something-else"],
    ["bild.svg", SVG, "image/svg+xml", "file-kind-not-taken"],
    ["bild.gif", gif, "image/gif", "file-kind-not-taken"],
    ["bild.png", gif, "image/png", "file-is-something-else"],
    ["rapport.txt", html, "text/plain", "file-is-something-else"],
    ["rapport.pdf", "", "application/pdf", "file-empty"],
    ["rapport.pdf", Buffer.concat([pdf, Buffer.from("PK\x03\x04")]), "application/pdf", "file-holds-another"],
    ["brev.eml", html, "message/rfc822", "file-kind-not-taken"],
    ["rapport.exe.pdf", Buffer.from("MZ\x90\x00program"), "application/pdf", "file-is-something-else"],
    ["rapport.pdf", large, "application/pdf", "file-too-large"],
  ];
  for (const [name, bytes, mediaType, reason] of turnedAway) {
    const answer = await send([...(await form()), file(name, bytes, mediaType)]);
    expect(answer?.status, `${name}, ${reason}`).toBe(422);
    expect(refusals[reason], reason).toBeTruthy();
    expect(answer?.words, `${name}, ${reason}`).toContain(refusals[reason]);
    if (bytes.length > 0) expect(isKept(sha256(Buffer.from(bytes))), name).toBe(false);
  }
  // Still larger, or of a size that nobody has said: the door does not wait for the end.
  const larger = [
    ...(await form()),
    file("rapport.pdf", Buffer.alloc(27 * MEGABYTE, "x"), "application/pdf"),
  ];
  expect([413, null]).toContain((await send(larger))?.status ?? null);
  const unsaid = [...(await form()), file("rapport.pdf", Buffer.alloc(3 * MEGABYTE, "x"), "application/pdf")];
  expect([413, null]).toContain((await send(unsaid, { chunked: true }))?.status ?? null);

  expect(await copies()).toEqual([]);
  expect(await evidence()).toBe(0);
  expect((await asked(`${home}/healthz`))?.status).toBe(200);
});

test("A form that no browser would send breaks nothing: it is refused, or read as what it says", async ({
  home,
}) => {
  const { headers, address, form, send, copies } = await atForm(home);
  const pdf = await report([["Av protokollet framgår att simhallen stängdes i mars."]]);
  const said = file("rapport.pdf", pdf, "application/pdf");
  const whole = multipart([...(await form()), said]);
  const post = (body: Buffer, type: string) =>
    asked(address, { method: "POST", headers: { ...headers, "content-type": type }, body });
  const many = Array.from({ length: 10_000 }, (_, n) => ({ name: `falt.${n}`, value: CANARY }));
  const bad: readonly (readonly [string, () => Promise<Answer | null>])[] = [
    ["10,000 fields", async () => send([...(await form()), ...many])],
    ["no boundary", async () => post(whole.body, "multipart/form-data")],
    ["another boundary", async () => post(whole.body, "multipart/form-data; boundary=nowhere")],
    ["cut off in the middle", async () => post(whole.body.subarray(0, whole.body.length / 2), whole.type)],
    ["nothing but a boundary", async () => post(Buffer.from("------PlainFormOfAStory--\r\n"), whole.type)],
    ["not multipart at all", async () => post(Buffer.from(CANARY), whole.type)],
    ["a file for a word", async () => send([...(await form()), { ...said, name: "excerpt" }])],
    ["a word for a file", async () => send([...(await form()), { name: "file", value: CANARY }])],
    ["a field that is not ours", async () => send([...(await form()), { name: "__proto__", value: CANARY }])],
    [
      "a field of a million letters",
      async () => send(filled(await form(), { excerpt: "x".repeat(900_000) })),
    ],
    [
      "both a link and a file",
      async () => send([...filled(await form(), { link: "https://exempelby.example/" }), said]),
    ],
    ["another's key", async () => send([...filled(await form(), { $key: "x" }), said])],
    [
      "a name without an ending",
      async () => send([...(await form()), { ...said, fileName: "../../etc/passwd" }]),
    ],
    ["no name", async () => send([...(await form()), { ...said, fileName: "" }])],
    [
      "a zero in the name",
      async () => send([...(await form()), { ...said, fileName: "rapport.pdf%00.exe" }]),
    ],
  ];
  const wrong: string[] = [];
  for (const [what, sent] of bad) {
    const answer = await sent();
    // The connection may be closed on what has no end.
    if (answer && ![400, 413, 422].includes(answer.status)) wrong.push(`${what}: ${answer.status}`);
  }
  expect(wrong).toEqual([]);
  expect(await copies()).toEqual([]);

  // The order of fields is the sender's; the name of a file is nobody's path and no instruction.
  const names = [
    "../../etc/passwd.pdf",
    "rapport\u202efdp.exe.pdf",
    `${CANARY}${"å".repeat(400)}.pdf`,
    "C:\\a\\b.pdf",
  ];
  for (const [n, fileName] of names.entries()) {
    const own = await report([[`Sida ${n}: simhallen stängdes i mars.`]]);
    const parts = [file(fileName, own, "application/pdf"), ...(await form()).toReversed()];
    const answer = await send(parts);
    expect(answer?.status, fileName).toBe(303);
    const copy = (await copies()).at(-1);
    const got = await asked(`${home}/desk/copies/${copy?.id}/file`, { headers });
    expect(got?.status, fileName).toBe(200);
    const disposition = String(got?.headers["content-disposition"]);
    expect(disposition).toMatch(/^attachment; filename="[^"/\\\u202e]{1,150}\.pdf"/);
    expect(decodeURIComponent(disposition)).not.toMatch(/\u202e|\.\.|[\\/](?:etc|a)/);
  }
  expect((await asked(`${home}/healthz`))?.status).toBe(200);
  expect(readFileSync(serverLog(new URL(home).port), "utf8")).not.toContain(CANARY);
});

test("What is in an e-mail is kept as text and files of their own, and a bomb of attachments is not opened", async ({
  home,
}) => {
  const { form, send, copies, disputeId } = await atForm(home);
  const text = "Registratorn svarar att simhallen stängdes i mars.";
  const attachments = [
    { name: "svar.txt", mediaType: "text/plain", bytes: "Simhallen stängdes i mars, se protokollet." },
    { name: "bild.svg", mediaType: "image/svg+xml", bytes: SVG },
    { name: "../../../tmp/a.txt", mediaType: "text/plain", bytes: "En annan bilaga." },
  ];
  const eml = letter({ id: ownSlug("brev"), subject: "Svar", text, html: "<h1>Svar</h1>", attachments });
  expect((await send([...(await form()), file("brev.eml", eml, "message/rfc822")]))?.status).toBe(303);
  expect((await copies()).map(({ sha256: hash }) => hash).toSorted()).toEqual(
    [eml, Buffer.from(attachments[0]?.bytes ?? ""), Buffer.from(attachments[2]?.bytes ?? "")]
      .map(sha256)
      .toSorted(),
  );
  expect(isKept(sha256(Buffer.from(SVG)))).toBe(false);
  const edges = await rowsOf(
    `SELECT e."kind"::text FROM "SourceEdge" e JOIN "Source" s ON s."id" = e."fromId" WHERE s."disputeId" = $1`,
    [disputeId],
  );
  expect(edges).toEqual([{ kind: "attached_to" }, { kind: "attached_to" }]);
});

/** As servers send what is not ASCII: the bytes of UTF-8. */
const latin1 = (text: string) => Buffer.from(text, "utf8").toString("latin1");

/** Listens where nobody should come, and counts who does. */
async function trap(host: string) {
  let came = 0;
  const server = createServer((socket) => {
    came += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    came: () => came,
    close: () => void server.close(),
  };
}

test("No link, typed or met on the way, leads the server to itself or to its neighbours", async ({
  home,
  pages,
}) => {
  const { form, send, evidence, disputeId, headers } = await atForm(home);
  const near = await trap("127.0.0.1");
  const spellings = [
    `http://127.0.0.1:${near.port}/`,
    `http://2130706433:${near.port}/`,
    `http://0x7f.1:${near.port}/`,
    `http://[::ffff:127.0.0.1]:${near.port}/`,
    `http://localhost:${near.port}/`,
    `http://①②⑦.0.0.1:${near.port}/`,
    `http://nagon:losen@sidor.exempelby.example:${near.port}/`,
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_FLUSHALL",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "data:text/html,<script>alert(1)</script>",
  ];
  for (const link of spellings) {
    const answer = await send(filled(await form(), { link }));
    expect(answer?.status, link).toBe(422);
    expect(answer?.words, link).toContain("Skriv en adress som börjar med https://");
  }
  expect(await evidence()).toBe(0);

  // Names are let through the form, and judged when the page is fetched; so is where a page sends us on.
  const named = [
    `http://sidor.exempelby.example:${near.port}/`,
    `http://exempelby.localhost:${near.port}/`,
    "http://metadata.google.internal/computeMetadata/v1/",
    `http://www.exempelby.example:${near.port}/`,
  ];
  const sentOn = [...spellings, ...named, `${home}/desk`, `//127.0.0.1:${near.port}/`].map((location, n) =>
    pages.put(`/vidare/${disputeId}/${n}`, {
      status: 302,
      headers: { location: latin1(location) },
      body: "",
    }),
  );
  const links = [...named, ...sentOn];
  for (const link of links) expect((await send(filled(await form(), { link })))?.status, link).toBe(303);
  const captures = () =>
    rowsOf<{ url: string; state: string; problem: string | null; source: string }>(
      `SELECT c."url", c."state"::text, c."problem", c."sourceId" AS source FROM "Capture" c
         JOIN "Source" s ON s."id" = c."sourceId" WHERE s."disputeId" = $1`,
      [disputeId],
    );
  await expect(async () => {
    const all = await captures();
    expect(all.length).toBe(links.length);
    expect(all.filter(({ state }) => state !== "failed")).toEqual([]);
  }).toPass({ timeout: 60_000, intervals: [500] });
  const reasons = [
    "private-address",
    "own-address",
    "not-a-web-address",
    "port-not-allowed",
    "has-credentials",
  ];
  for (const { url, problem } of await captures()) expect(reasons, url).toContain(problem);
  expect(near.came()).toBe(0);
  near.close();

  const [first] = await captures();
  const page = await asked(`${home}/desk/sources/${first?.source}`, { headers });
  expect(page?.status).toBe(200);
  expect(page?.words).not.toMatch(/private-address|own-address|port-not-allowed/);
});
