import { z } from "zod";
import { bilingual, id, slug } from "../language/language-schema.ts";

export const newDispute = z.strictObject({
  slug,
  demonstration: z.boolean(),
  title: bilingual(120),
  short: bilingual(60),
  summary: bilingual(600),
});
export type NewDispute = z.infer<typeof newDispute>;

export const disputeId = id;

/** `?asOf=`: a full RFC 3339 instant with an offset, as the address contract says. */
export const asOfInstant = z.iso.datetime({ offset: true, error: "not-an-instant" });
