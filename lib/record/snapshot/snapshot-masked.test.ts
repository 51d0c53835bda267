import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { editor, journalist } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { code, filesBelow } from "../../imports.fixture.ts";
import { Lines } from "../../intake/document/document-lines.ts";
import { type Cell, pieces, readableIn, row } from "../../intake/document/document-table.fixture.ts";
import { masked } from "../../intake/message/message-mask.ts";
import { findingsIn } from "../recheck/recheck.ts";
import { titleFrom } from "../source/source-schema.ts";

standAt(new Date("2026-11-23T12:00:00Z"));

const folder = mkdtempSync(join(tmpdir(), "belagt-masked-"));
process.env.BELAGT_DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const load = async () => ({
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../../../e2e/fixtures/generated-dispute.ts")),
  ...(await import("../source/source-commands.ts")),
  ...(await import("../source/source-queries.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../dispute/dispute-queries.ts")),
  ...(await import("../evidence/evidence-commands.ts")),
  ...(await import("../recheck/recheck-commands.ts")),
  ...(await import("../../desk/job/job-actor.ts")),
  ...(await import("./snapshot-commands.ts")),
  ...(await import("./snapshot-public-queries.ts")),
  ...(await import("../../site/search/search-queries.ts")),
  ...(await import("../../site/interop/record-json.ts")),
  ...(await import("../../../components/site/share/share-words.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
const both = (text: string) => ({ sv: text, en: text });

const QUOTES = [
  "Nämnden beslutade i saken",
  "Kommunen betalade räkningen",
  "Förvaltningen svarade samma dag",
];
/** Tables above, between and below the words that are quoted, so that what stands around them is of tables. */
const tables = fc.sample(fc.array(row, { minLength: 1, maxLength: 3 }), {
  numRuns: 2 * QUOTES.length,
  seed: 17,
});
const secrets: Cell[] = tables.flat().flatMap(({ cells }) => cells.filter(({ isSecret }) => isSecret));
const text = tables
  .map((rows, at) => {
    const lines = new Lines();
    for (const piece of pieces(rows)) lines.add(piece);
    return `${lines.text}${at % 2 === 0 ? `${QUOTES[at / 2]}.\n` : ""}`;
  })
  .join("");

const CLOSED = /[ \-+./()]|\\n|\n|\u2011|\u2013/g;
/** What is left of the secrets: their last digits, or the part of an address that is a person's. */
const secretParts = secrets.map(({ text: secret }) =>
  secret.includes("@")
    ? (secret.split("@")[0] ?? "").replace(CLOSED, "")
    : secret.replace(/\D/g, "").slice(-6),
);

/** Of all that a reader is given, what it says of a secret. A mask leaves a gap that no digits close over. */
function leaksIn(given: unknown): string[] {
  const said = JSON.stringify(given) ?? "";
  const close = decodeURIComponent(said.replaceAll(/%(?![0-9A-F]{2})/g, "")).replaceAll(CLOSED, "");
  return secretParts.filter((part) => close.includes(part));
}

let sourceId = "";
let copyId = "";
let claimSlug = "";

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.madeUpImprint();
  await app.generateDispute({ slug: "exempel", parties: 2, claims: 1, events: 0 });
  const claim = await app.db().claim.findFirstOrThrow();
  claimSlug = claim.slug;
  ({ id: sourceId } = orThrow(
    await app.addSource(journalist, {
      disputeId: claim.disputeId,
      kind: "report",
      title: both(titleFrom(`${secrets.map((one) => one.text).join(" ")}.pdf`, "Protokoll")),
      note: both("Påhittat."),
      producerId: null,
      language: "sv",
      url: "https://exempelby.example/protokoll",
      made: "2026",
      public: null,
    }),
  ));
  const headers = secrets.map((one) => `${one.text} <${one.text}>`);
  copyId = await app.transaction((tx) =>
    app.writeCopy(tx, journalist, {
      ...{ sourceId, sha256: "a".repeat(64), publicSha256: "b".repeat(64), byteLength: 5 },
      mediaType: "message/rfc822",
      capturedAt: new Date("2026-10-01T08:00:00Z"),
      fileName: headers.join(" "),
      pages: [{ number: 1, text }],
      message: {
        ...{ messageId: null, inReplyTo: null, references: [], sentAt: null },
        ...{ from: headers[0] ?? "", to: headers, cc: headers, subject: headers.join(" ") },
        ...{ dkim: "not_signed" as const, dkimDomain: null, dkimFound: {} },
      },
    }),
  );
  orThrow(
    await app.showCopy(journalist, {
      id: copyId,
      handedOverById: null,
      showing: "whole",
      reason: both("Allmän."),
    }),
  );
  const ids: string[] = [];
  for (const excerpt of QUOTES) {
    const { id } = orThrow(
      await app.addEvidence(journalist, {
        ...{ claimId: claim.id, sourceId, originId: null, stance: "context", excerpt, excerptLanguage: "sv" },
        ...{ at: { paragraph: null, charStart: null, charEnd: null }, page: null, unchecked: null },
        note: both("Påhittat."),
      }),
    );
    ids.push(id);
  }
  orThrow(await app.publishEvidence(editor, { ids }));
  // Seen again, changed, with the tables still around.
  const passages = (await app.db().evidence.findMany({ where: { id: { in: ids } } })).map((piece) => ({
    ...{ evidenceId: piece.id, exact: `${piece.excerpt} och i en annan sak`, page: 1 },
    ...{ start: 0, end: 0, prefix: "", suffix: "" },
  }));
  const findings = findingsIn(passages, [{ number: 1, text }]);
  orThrow(
    await app.keepRechecks(app.worker, {
      sourceId,
      askedAt: new Date("2026-11-22T12:00:00Z"),
      findings,
      copy: null,
    }),
  );
});

/** Every way in which something of a copy reaches somebody outside. */
const SURFACES: Readonly<Record<string, () => Promise<unknown>>> = {
  "the copy's page: text, passages, headers of a letter, ways to the live page": () =>
    app.readCopy(sourceId, copyId),
  "the copy's file": () => app.publicFile(sourceId, copyId),
  "the source's page: passages, annotations, re-checks": () => app.readSource(sourceId),
  "the source as JSON": async () => {
    const source = await app.readSource(sourceId);
    return source && app.recordJson("source", "https://belagt.example", source, app.sourceLinks(source));
  },
  "the claim's page: quotations, what stands around them, re-checks": () => app.readClaim(claimSlug),
  "the claim as JSON": async () => {
    const claim = await app.readClaim(claimSlug);
    return claim && app.recordJson("claim", "https://belagt.example", claim, app.claimLinks(claim));
  },
  "the dispute's page": () => app.readDispute("exempel"),
  "the share picture": async () => {
    const claim = await app.readClaim(claimSlug);
    return claim && (["sv", "en"] as const).map((locale) => app.shareCard(claim, null, locale));
  },
  "what is found by searching": () =>
    app.searchClaims({ q: "Nämnden", rating: null, party: null, from: null, to: null, page: 1, notes: [] }),
};

describe("no secret of a table is read", () => {
  test("the tables have some, and the text as it was read has them all", () => {
    expect(secretParts.length).toBeGreaterThan(3);
    expect(leaksIn(text).length).toBe(secretParts.length);
    expect(readableIn(text, masked(text), secrets)).toEqual([]);
  });

  test.each(Object.entries(SURFACES))("on %s", async (name, given) => {
    const said = await given();
    if (!name.includes("file")) expect(said).not.toBeNull();
    expect(leaksIn(said)).toEqual([]);
  });

  test("by searching for it", async () => {
    for (const { text: secret } of secrets) {
      const { total } = await app.searchClaims({
        ...{ q: `"${secret}"`, rating: null, party: null, from: null, to: null, page: 1, notes: [] },
      });
      expect(total).toBe(0);
    }
  });
});

/** What reads a copy's text, or what stands around a quotation, and gives none of it to anybody outside. */
const GIVES_NOTHING: Readonly<Record<string, string>> = {
  "lib/record/claim/claim-queries.ts": "counts the pages",
  "lib/record/recheck/recheck-queries.ts":
    "for the look itself; what it found was masked when it was written (recheck.ts)",
  "lib/record/snapshot/snapshot-queries.ts": "for outside archives, which have the page itself",
  "lib/record/taint/taint-queries.ts": "what a re-check found, masked when it was written",
};

test("whatever reads a copy's text for readers masks it with the one function", () => {
  const reads =
    /\bsnapshotPage\b|\bpages: (?:true|\{)|\b(?:prefix|suffix|nearest|message): true|\bprefix, suffix\b|\bnearest\b/;
  const those = filesBelow("lib").filter(
    (file) => /-queries\.ts$/.test(file) && !/desk-queries\.ts$/.test(file) && reads.test(code(file)),
  );
  expect(those.length).toBeGreaterThan(4);
  const unmasked = those.filter((file) => !/message-mask\.ts"/.test(code(file)));
  expect(unmasked.sort()).toEqual(Object.keys(GIVES_NOTHING).sort());
});
