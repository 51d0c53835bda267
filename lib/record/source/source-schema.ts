import { z } from "zod";
import { edtfText } from "../../core/edtf/edtf-schema.ts";
import {
  halfBilingual,
  id,
  languageTag,
  plainText,
  webAddress,
} from "../../core/language/language-schema.ts";
import { masked } from "../../intake/message/message-mask.ts";
import { type NewProducer, newProducer } from "../party/party-schema.ts";

export const SOURCE_KINDS = [
  "article",
  "email",
  "report",
  "analysis",
  "register",
  "statement",
  "other",
] as const;

export const newSource = z.strictObject({
  disputeId: id,
  kind: z.enum(SOURCE_KINDS),
  title: halfBilingual(160),
  note: halfBilingual(600),
  producerId: id.nullable(),
  language: languageTag,
  url: webAddress.nullable(),
  made: edtfText,
  public: edtfText.nullable(),
});
export type NewSource = z.infer<typeof newSource>;

/** Who made it: a party of the dispute, or one that is made with the source, on no side. */
const producer = newProducer.nullish();
const oneProducer = (entry: {
  readonly producerId: string | null;
  readonly producer?: NewProducer | null | undefined;
}) => entry.producerId === null || !entry.producer;
const twoProducers = { error: "producer-or-new", path: ["producerId"] };

/** The desk's form for a source. */
export const sourceEntry = newSource.extend({ producer }).refine(oneProducer, twoProducers);
export type SourceEntry = z.infer<typeof sourceEntry>;

const nothingOr = z.union([z.literal(""), plainText(600)]);

/** A draft source with what its page says of itself. A link was entered without a word on what it is, and still is. */
export const sourceAsFound = newSource.extend({ note: z.strictObject({ sv: nothingOr, en: nothingOr }) });

/** A page that nobody has entered as a source yet: enough to find it again, the rest can follow. */
export const sourceLink = z
  .strictObject({
    url: webAddress,
    /** Null: called by its address until somebody gives it a name. */
    title: plainText(160).nullable(),
    producerId: id.nullable(),
    producer,
  })
  .refine(oneProducer, twoProducers);
export type SourceLink = z.infer<typeof sourceLink>;

/** A title from what a file or a page calls itself, as far as that can be one, with what leads to private persons masked. */
export const titleFrom = (text: string | null, otherwise: string): string =>
  plainText(160).safeParse(
    masked(text ?? "")
      .slice(0, 160)
      .toWellFormed(),
  ).data ?? otherwise;

/** What is known of a page or a file that nobody has entered as a source yet: the rest can follow. */
export const sourceFacts = z
  .strictObject({
    /** Null: a file by its own title or name, a page by its address. */
    title: plainText(160).nullable(),
    producerId: id.nullable(),
    producer,
    /** Null: an e-mail says itself when it was sent; of anything else all that is certain is that it is here today. */
    made: edtfText.nullable(),
  })
  .refine(oneProducer, twoProducers);
export type SourceFacts = z.infer<typeof sourceFacts>;

export const SOURCE_EDGE_KINDS = [
  "based_on",
  "quotes",
  "press_release_of",
  "attached_to",
  "same_producer",
] as const;

export const newSnapshot = z.strictObject({
  sourceId: id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: "not-a-hash" }),
  byteLength: z.int().min(0),
  mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, { error: "not-a-media-type" }),
  custody: z.enum(["stored", "kept_by_desk"]),
  capturedAt: z.coerce.date(),
});
export type NewSnapshot = z.infer<typeof newSnapshot>;

export const newSourceEdge = z
  .strictObject({ fromId: id, toId: id, kind: z.enum(SOURCE_EDGE_KINDS) })
  .refine((edge) => edge.fromId !== edge.toId, { error: "rests-on-itself", path: ["toId"] });
export type NewSourceEdge = z.infer<typeof newSourceEdge>;

/** No source is longer than this, and no column of the database holds more. */
export const place = z.int().max(1_000_000_000, { error: "not-a-number" });

/** Where in a source a passage stands: paragraph from 1, characters half open from 0. */
export const locator = z
  .strictObject({
    paragraph: place.min(1).nullable(),
    charStart: place.min(0).nullable(),
    charEnd: place.min(1).nullable(),
  })
  .refine(
    ({ charStart, charEnd }) =>
      (charStart === null) === (charEnd === null) &&
      (charStart === null || charEnd === null || charEnd > charStart),
    { error: "not-a-passage", path: ["charEnd"] },
  );
