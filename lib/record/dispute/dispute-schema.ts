import { z } from "zod";
import { halfBilingual, id, slug } from "../../core/language/language-schema.ts";
import { zoneName } from "../../core/zone-schema.ts";

export const DISPUTE_STATUSES = ["open", "dormant", "settled"] as const;

const words = {
  title: halfBilingual(120),
  short: halfBilingual(60),
  summary: halfBilingual(600),
  /** Whose days and hours the dispute is told in; absent: as before, at first Swedish. */
  timeZone: zoneName.optional(),
};

/** Another wording of a dispute that is there. */
export const disputeWords = z.strictObject({ status: z.enum(DISPUTE_STATUSES), ...words });
export type DisputeWords = z.infer<typeof disputeWords>;

/** Without a slug it gets one made from its title. */
export const newDispute = z.strictObject({ slug: slug.nullable(), demonstration: z.boolean(), ...words });
export type NewDispute = z.infer<typeof newDispute>;

/** What is to become public of a dispute's drafts, by what each is chosen by (`<table> <id>`). */
export const toPublish = z.strictObject({
  disputeId: id,
  chosen: z.array(z.string().max(100)).max(2000),
});

/** `?asOf=`: a full RFC 3339 instant with an offset, as the address contract says. */
export const asOfInstant = z.iso.datetime({ offset: true, error: "not-an-instant" });
