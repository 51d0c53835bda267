import { z } from "zod";
import { email } from "../../core/email-schema.ts";
import { visible } from "../../core/language/invisible.ts";
import { LOCALES } from "../../core/language/language.ts";
import { bilingual, halfBilingual, id, languageTag, plainText } from "../../core/language/language-schema.ts";
import { momentInSweden } from "./reply-deadline.ts";
import { WRITTEN_DOWN } from "./reply-way.ts";

const words = {
  reasonNotAsked: halfBilingual(300).nullable(),
  inSources: halfBilingual(300),
};

export const newReplyRequest = z.strictObject({ claimId: id, partyId: id, ...words });
export type NewReplyRequest = z.infer<typeof newReplyRequest>;

/** What may be changed of a draft request: not which claim and party it is about. */
export const replyRequestWords = z.strictObject(words);
export type ReplyRequestWords = z.infer<typeof replyRequestWords>;

/** An hour of a day as clocks in Sweden show it, as a moment. */
const hourInSweden = z
  .strictObject({
    day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: "not-a-day" }),
    time: z
      .string()
      .trim()
      .regex(/^([01]\d|2[0-3])[.:][0-5]\d$/, { error: "not-a-time" })
      .transform((time) => time.replace(".", ":")),
  })
  .transform(({ day, time }, check) => {
    const moment = momentInSweden(day, time);
    if (moment) return moment;
    check.issues.push({ code: "custom", input: day, path: ["day"], message: "impossible-date" });
    return z.NEVER;
  });

/** The question as it is put to the party. */
export const newAsking = z.strictObject({
  /** By what way, in words: "e-mail to the registrar". */
  by: plainText(200),
  language: z.enum(LOCALES),
  question: plainText(5_000),
  deadline: hourInSweden,
  /** Where the question and its private link are sent; null: somebody hands them over. */
  to: email.nullable(),
});
export type NewAsking = z.output<typeof newAsking>;

/** Somebody's exact words: line ends, NFC and what cannot be seen apart, nothing of them is changed; not even space around them. */
const verbatim = (max: number) =>
  z
    .string()
    .transform((text) => visible(text).normalize("NFC"))
    .pipe(
      z
        .string()
        .max(max, { error: "too-long" })
        .refine((text) => text.trim() !== "", { error: "empty" })
        .refine((text) => text.isWellFormed(), { error: "invisible-characters" }),
    );

export const LONGEST_REPLY = 10_000;

/** What a party sends through its link. */
export const sentReply = z.strictObject({
  /** What the link carries: it says which request is answered. */
  token: z.string().max(100),
  text: verbatim(LONGEST_REPLY),
  language: languageTag,
  signedBy: plainText(200),
});
export type SentReply = z.output<typeof sentReply>;

/** An answer that came by e-mail, post or telephone, as the desk writes it down. */
export const recordedReply = z.strictObject({
  text: verbatim(LONGEST_REPLY),
  language: languageTag,
  /** How it came. */
  way: z.enum(WRITTEN_DOWN),
  received: hourInSweden,
});
export type RecordedReply = z.output<typeof recordedReply>;

/** Why an answer is not published, as readers are told. */
export const declinedReply = z.strictObject({ reason: bilingual(600) });
