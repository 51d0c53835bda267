import { z } from "zod";
import { bilingual, id } from "../../core/language/language-schema.ts";
import { SHOWINGS } from "./snapshot.ts";

/** How much of a copy the public may see, and who gave us the file. */
export const copyShowing = z.strictObject({
  /** A party of the dispute that handed the file itself over; null: it came another way. */
  handedOverById: id.nullable(),
  showing: z.enum(SHOWINGS),
  reason: bilingual(300).nullable(),
  /** Asked only where there is something to look at. */
  looked: z.boolean(),
});

const place = z
  .string()
  .regex(/^\d{1,8}$/)
  .transform(Number);

/** What an address says of a passage in a copy: which page, from which character to which. */
export const passageAddress = z
  .object({ copy: id, page: place, start: place, end: place })
  .refine(({ start, end }) => start < end);
export type PassageAddress = z.output<typeof passageAddress>;

const signature = z.object({
  domain: z.string(),
  selector: z.string(),
  algorithm: z.string(),
  state: z.string(),
  reason: z.string().nullable(),
  signedAt: z.string().nullable(),
  key: z.object({ name: z.string(), text: z.string().nullable(), bits: z.number().nullable() }),
});

/** What was found of an e-mail's signatures, as it was written then (lib/intake/message/message-dkim.ts). */
const dkimFound = z.object({
  reason: z.string().nullable(),
  checkedAt: z.string(),
  signatures: z.array(signature),
});
export type DkimFound = z.output<typeof dkimFound>;

/** Null: nothing that can be read. */
export const readDkimFound = (stored: unknown): DkimFound | null => dkimFound.safeParse(stored).data ?? null;
