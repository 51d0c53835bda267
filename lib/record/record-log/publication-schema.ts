/**
 * What each kind of publication says, field by field: the document that is kept, and that the entry of the log has the
 * hash of. A row of the database is never the document: it is what of that row is named here, so that a column which is
 * added later changes nothing that is published until somebody names it (record-log/publication.test.ts counts them).
 *
 * A shape never changes under its version. What is kept stays as it was made, and is checked by its hash alone, whatever
 * the shape of today (publication-shapes.json holds each version).
 */
import { z } from "zod";
import { type Columns, toldOf } from "../amendment/amendment.ts";
import type { EntryType } from "./record-log.ts";

const id = z.string();
const text = z.string();
const choice = z.string();
const whole = z.int();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** RFC 3339 in UTC; the database gives it as a Date. */
const moment = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString() : value),
  z.iso.datetime({ precision: 3 }),
);

/** The columns of a row as they stood or stand, without those that are told to nobody (lib/record/amendment). */
const told = z.preprocess(
  (value) => (typeof value === "object" && value !== null ? toldOf(value as Columns) : value),
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
);

/** A row that is public: it says since when. */
const row = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.object({ ...shape, publishedAt: moment });
/** A row that was published by being entered in the log, and says nothing of it itself. */
const fact = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.object(shape);

/**
 * The rows of the record, each with what of it is published. Whatever else a row has is left out: who wrote it and how
 * often, what it was called where it came from, what stands around a quotation, and what is worked out of the rest.
 */
export const PUBLISHED_ROWS = {
  dispute: row({ id, slug: text, demonstration: z.boolean() }),
  disputeWording: row({
    ...{ id, disputeId: id, version: whole, status: choice },
    ...{ titleSv: text, titleEn: text, shortSv: text, shortEn: text, summarySv: text, summaryEn: text },
    timeZone: text,
  }),
  party: row({ id, slug: text, kind: choice, partOfId: id.nullable() }),
  partyWording: row({
    ...{ id, partyId: id, version: whole },
    ...{ nameSv: text, nameEn: text, descriptionSv: text, descriptionEn: text },
  }),
  partyRole: row({
    ...{ id, partyId: id, disputeId: id, side: choice, position: whole },
    ...{ titleSv: text, titleEn: text, saysSv: text, saysEn: text, held: text.nullable() },
  }),
  partyIdentifier: row({ id, partyId: id, scheme: choice, value: text }),
  claim: row({ id, slug: text, disputeId: id, number: whole, kind: choice }),
  claimWording: row({
    ...{ id, claimId: id, version: whole, textSv: text, textEn: text, shortSv: text, shortEn: text },
    ...{ restatedBySv: text, restatedByEn: text },
  }),
  interest: row({ id, claimId: id, partyId: id, about: z.boolean(), gainsIf: choice }),
  notConcerned: row({ id, claimId: id, partyId: id, reasonSv: text, reasonEn: text }),
  appearance: row({
    ...{ id, claimId: id, partyId: id, sourceId: id, mode: choice },
    ...{ quote: text.nullable(), quoteLanguage: text.nullable(), verbatim: z.boolean() },
    ...{ paragraph: whole.nullable(), charStart: whole.nullable(), charEnd: whole.nullable() },
    ...{ happened: text, known: text, dateNoteSv: text.nullable(), dateNoteEn: text.nullable() },
  }),
  relation: row({ id, fromId: id, toId: id, kind: choice }),
  source: row({
    ...{ id, disputeId: id, kind: choice, titleSv: text, titleEn: text, noteSv: text, noteEn: text },
    ...{
      producerId: id.nullable(),
      language: text,
      url: text.nullable(),
      made: text,
      public: text.nullable(),
    },
  }),
  snapshot: row({
    ...{ id, sourceId: id, sha256, byteLength: whole, mediaType: text, custody: choice, capturedAt: moment },
    ...{ publicSha256: sha256.nullable(), handedOverById: id.nullable(), showing: choice },
    ...{ showingReasonSv: text, showingReasonEn: text },
  }),
  sourceEdge: row({ id, fromId: id, toId: id, kind: choice }),
  evidence: row({
    ...{ id, claimId: id, sourceId: id, originId: id.nullable(), stance: choice },
    ...{ excerpt: text, excerptLanguage: text, paragraph: whole.nullable() },
    ...{
      charStart: whole.nullable(),
      charEnd: whole.nullable(),
      snapshotId: id.nullable(),
      page: whole.nullable(),
    },
    ...{ uncheckedSv: text, uncheckedEn: text, noteSv: text, noteEn: text },
  }),
  event: row({
    ...{ id, disputeId: id, textSv: text, textEn: text, shortSv: text, shortEn: text },
    ...{ actorId: id, targetId: id.nullable(), sourceId: id, paragraph: whole.nullable() },
    ...{
      happened: text.nullable(),
      known: text.nullable(),
      dateNoteSv: text.nullable(),
      dateNoteEn: text.nullable(),
    },
    ...{ beforeId: id.nullable(), afterId: id.nullable(), answersId: id.nullable() },
  }),
  falsifier: row({
    ...{ id, disputeId: id, position: whole, textSv: text, textEn: text },
    ...{ heldBySv: text, heldByEn: text, holderId: id.nullable() },
  }),
  claimFalsifier: row({ claimId: id, falsifierId: id }),
  falsifierState: row({ id, falsifierId: id, state: choice, noteSv: text, noteEn: text }),
  replyRequest: row({
    ...{ id, claimId: id, partyId: id, inSourcesSv: text, inSourcesEn: text },
    ...{ reasonNotAskedSv: text.nullable(), reasonNotAskedEn: text.nullable() },
  }),
  asking: row({
    requestId: id,
    askedAt: moment,
    deadline: moment,
    channel: text,
    question: text,
    language: text,
  }),
  reply: row({
    ...{ id, requestId: id, text, language: text, way: choice, receivedAt: moment },
    ...{ publisherSv: text.nullable(), publisherEn: text.nullable() },
  }),
  declining: row({
    ...{ id, requestId: id, submittedId: id.nullable(), replyId: id.nullable() },
    ...{ reasonSv: text, reasonEn: text },
  }),
  correction: row({
    ...{ id, disputeId: id, claimId: id.nullable(), verdictId: id.nullable() },
    ...{ wrongSv: text, wrongEn: text, foundSv: text, foundEn: text },
    ...{ wrongSince: moment, changesVerdict: z.boolean() },
    ...{ aboutTable: choice.nullable(), aboutId: id.nullable() },
  }),
  withdrawal: row({ id, claimId: id, verdictId: id, reasonSv: text, reasonEn: text }),
  objectionOutcome: row({
    ...{
      objectionId: id,
      decision: choice,
      summarySv: text,
      summaryEn: text,
      reasonSv: text,
      reasonEn: text,
    },
    ...{ correctionId: id.nullable(), wordingReasonSv: text.nullable(), wordingReasonEn: text.nullable() },
  }),
  imprint: row({
    ...{ id, version: whole, name: text, responsiblePublisher: text, complaints: text },
    ...{ appealSv: text, appealEn: text },
    ratingNames: z.record(z.string(), z.object({ sv: text, en: text })),
  }),
  recheck: row({
    ...{ id, evidenceId: id, state: choice, nearest: text.nullable(), snapshotId: id.nullable(), at: moment },
  }),
  sourceWithdrawal: row({ id, sourceId: id, reasonSv: text, reasonEn: text }),
  clearance: row({ id, verdictId: id, cause: choice, causeId: id, reasonSv: text, reasonEn: text }),
  removal: row({ id, table: text, rowId: id, ground: choice, reasonSv: text, reasonEn: text }),
  address: row({ id, table: text, rowId: id, slug: text, previous: text }),
  merge: row({
    ...{ id, table: text, fromId: id, intoId: id, previous: text },
    ...{ nameSv: text, nameEn: text, reasonSv: text, reasonEn: text },
  }),
  removalDecision: row({ id, removalId: id, outcome: choice, reasonSv: text, reasonEn: text }),
  amendment: row({
    ...{ id, table: choice, rowId: id, disputeId: id, claimId: id.nullable(), version: whole },
    ...{ before: told, after: told, whySv: text, whyEn: text },
  }),
  timestamp: fact({
    id,
    snapshotId: id,
    authority: text,
    at: moment,
    tokenSha256: sha256,
    trusted: z.boolean(),
  }),
  outsideCopy: fact({
    ...{ id, snapshotId: id, archive: text, url: text, at: moment.nullable(), sameText: z.boolean() },
  }),
  blobFault: fact({ sha256, kind: choice, foundAt: moment, mendedAt: moment.nullable() }),
};
export type PublishedTable = keyof typeof PUBLISHED_ROWS;
/** A row as a command hands it over: whole, or at least all of what is published of it. */
export type PublishedRow<T extends PublishedTable> = z.input<(typeof PUBLISHED_ROWS)[T]>;

/** Rows by table; of a table without any there is no key. */
function rowsOf<const Tables extends PublishedTable>(...tables: readonly Tables[]) {
  const shape = Object.fromEntries(
    tables.map((table) => [table, z.array(PUBLISHED_ROWS[table]).min(1).optional()]),
  );
  return z.strictObject(shape as { [T in Tables]: z.ZodOptional<z.ZodArray<(typeof PUBLISHED_ROWS)[T]>> });
}

/**
 * One kind: which tables its rows are of, and under what names that mean something outside they are published beside the
 * ids of the rows.
 *
 * @param version - raised with every change of the shape, which gets a line of its own in publication-shapes.json
 */
const kind = <const Type extends EntryType, Rows extends z.ZodType, About extends z.core.$ZodLooseShape>(
  type: Type,
  version: number,
  rows: Rows,
  about: About,
) => ({
  version,
  document: z.strictObject({
    v: z.literal(version),
    type: z.literal(type),
    /** Slug of the dispute or claim; empty for the imprint. */
    subject: z.string(),
    /** Of a verdict or imprint. */
    version: z.int().nullable(),
    publishedAt: moment,
    about: z.strictObject(about),
    rows,
  }),
});

/** By their slugs. */
const party = { claim: text, party: text };
/** The hash of the verdict. */
const verdict = { verdict: sha256 };

/** Every kind of publication, with its document. */
export const PUBLICATIONS = {
  "dispute.published": kind(
    "dispute.published",
    2,
    rowsOf(
      ...(["dispute", "disputeWording", "party", "partyWording", "partyRole", "partyIdentifier"] as const),
      ...(["claim", "claimWording", "interest", "notConcerned", "appearance", "relation"] as const),
      ...(["source", "snapshot", "sourceEdge", "evidence", "event"] as const),
      ...(["falsifier", "claimFalsifier", "falsifierState", "replyRequest", "asking", "reply"] as const),
    ),
    {},
  ),
  /** The frozen verdict itself, whose shape is the verdict's own business (lib/record/verdict/verdict-schema.ts). */
  "verdict.published": {
    version: 3,
    document: z.looseObject({
      v: z.literal(3),
      version: z.int(),
      publishedAt: moment,
      previous: sha256.nullable(),
      rating: choice,
      claim: z.looseObject({ id, slug: text }),
    }),
  },
  "correction.published": kind("correction.published", 2, rowsOf("correction"), {}),
  "evidence.published": kind(
    "evidence.published",
    1,
    rowsOf(
      ...(["source", "snapshot", "sourceEdge"] as const),
      ...(["party", "partyWording", "partyRole", "partyIdentifier", "evidence"] as const),
    ),
    {},
  ),
  "reply.published": kind("reply.published", 1, rowsOf("reply"), party),
  "reply.declined": kind("reply.declined", 1, rowsOf("declining"), { ...party, receivedAt: moment }),
  "request.published": kind("request.published", 1, rowsOf("replyRequest", "asking"), party),
  "withdrawal.published": kind("withdrawal.published", 1, rowsOf("withdrawal"), verdict),
  "objection.answered": kind("objection.answered", 1, rowsOf("objectionOutcome"), {}),
  "imprint.published": kind("imprint.published", 1, rowsOf("imprint"), {}),
  "copy.published": kind("copy.published", 1, rowsOf("snapshot"), {}),
  "copy.attested": kind("copy.attested", 1, rowsOf("timestamp", "outsideCopy", "blobFault"), {
    copy: sha256,
  }),
  "passage.rechecked": kind("passage.rechecked", 1, rowsOf("recheck"), {}),
  "source.withdrawn": kind("source.withdrawn", 1, rowsOf("sourceWithdrawal"), {}),
  "taint.cleared": kind("taint.cleared", 1, rowsOf("clearance"), verdict),
  "removal.published": kind("removal.published", 1, rowsOf("removal"), {}),
  "removal.decided": kind("removal.decided", 1, rowsOf("removalDecision"), {}),
  "address.changed": kind("address.changed", 1, rowsOf("address"), {}),
  "merge.published": kind("merge.published", 1, rowsOf("merge"), {
    /** Which rows now name the stronger, and by which column: they were published under the weaker. */
    moved: z.array(z.strictObject({ table: text, column: text, id })),
  }),
  /** What a row says from now on, and what it said until then; what it is of, `table` and `rowId` say. */
  "fact.corrected": kind("fact.corrected", 1, rowsOf("amendment"), {}),
} satisfies { readonly [T in EntryType]: { readonly version: number; readonly document: z.ZodType } };

/** The kinds whose document is made of rows: all but the verdict, which is frozen by itself. */
type KindOfRows = Exclude<EntryType, "verdict.published">;
type InputOf<T extends EntryType> = z.input<(typeof PUBLICATIONS)[T]["document"]>;

/** What a command publishes: the rows as they now stand. What of them the document says is not for the command to choose. */
export type Publication =
  | {
      [T in KindOfRows]: {
        readonly type: T;
        readonly subject: string;
        readonly version: number | null;
      } & Pick<InputOf<T>, "about" | "rows">;
    }[KindOfRows]
  | {
      readonly type: "verdict.published";
      readonly subject: string;
      readonly version: number;
      readonly frozen: object;
    };

/** A publication as it is kept. */
export interface KeptDocument {
  readonly schemaVersion: number;
  /** JSON, to be written canonically (RFC 8785). */
  readonly document: unknown;
}

/**
 * The document of a publication.
 *
 * @throws what does not have the shape of its kind, or is published at another moment than the log says
 */
export function documentOf(publication: Publication, at: Date): KeptDocument {
  const publishedAt = at.toISOString();
  if (publication.type === "verdict.published") {
    const { subject, version, frozen } = publication;
    const { claim, ...said } = PUBLICATIONS["verdict.published"].document.parse(frozen);
    if (claim.slug !== subject || said.version !== version || said.publishedAt !== publishedAt)
      throw new Error("A frozen verdict is not the one that the log is told of");
    return { schemaVersion: said.v, document: frozen };
  }
  const { type, subject, version, about, rows } = publication;
  const { version: v, document } = PUBLICATIONS[type];
  const told = document.parse({ v, type, subject, version, publishedAt, about, rows: inOrder(rows) });
  const moments = Object.values<readonly object[]>(told.rows)
    .flat()
    .flatMap((each) => ("publishedAt" in each ? [each.publishedAt] : []));
  const other = moments.find((each) => each !== publishedAt);
  if (other)
    throw new Error(`A row of ${type} is published at ${String(other)}, the log says ${publishedAt}`);
  if (Object.keys(told.rows).length === 0) throw new Error(`A publication of nothing: ${type}`);
  return { schemaVersion: v, document: told };
}

/** One order, whatever the database answered in; a table without rows is left out. */
function inOrder(rows: Readonly<Record<string, readonly unknown[] | undefined>>) {
  const keyOf = (each: unknown) =>
    JSON.stringify(each, ["id", "requestId", "objectionId", "claimId", "falsifierId", "sha256"]);
  return Object.fromEntries(
    Object.entries(rows).flatMap(([table, those]) =>
      those && those.length > 0
        ? [[table, those.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))]]
        : [],
    ),
  );
}
