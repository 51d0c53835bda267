import { z } from "zod";
import { edtfText } from "../edtf/edtf-schema.ts";
import { bilingual, id, languageTag } from "../language/language-schema.ts";

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
  title: bilingual(160),
  note: bilingual(600),
  producerId: id.nullable(),
  language: languageTag,
  url: z
    .url({ protocol: /^https?$/, error: "not-a-web-address" })
    .max(2048)
    .nullable(),
  made: edtfText,
  public: edtfText.nullable(),
});
export type NewSource = z.infer<typeof newSource>;

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
  .strictObject({ fromId: id, toId: id, kind: z.enum(["based_on", "quotes", "press_release_of"]) })
  .refine((edge) => edge.fromId !== edge.toId, { error: "rests-on-itself", path: ["toId"] });
export type NewSourceEdge = z.infer<typeof newSourceEdge>;

/** Where in a source a passage stands: paragraph from 1, characters half open from 0. */
export const locator = z
  .strictObject({
    paragraph: z.int().min(1).nullable(),
    charStart: z.int().min(0).nullable(),
    charEnd: z.int().min(1).nullable(),
  })
  .refine(
    ({ charStart, charEnd }) =>
      (charStart === null) === (charEnd === null) &&
      (charStart === null || charEnd === null || charEnd > charStart),
    { error: "not-a-passage", path: ["charEnd"] },
  );
