/** What readers are told of a request, in one sentence for each state. */
import { dayWords } from "../../core/date-words/date-words.ts";
import type { Bilingual, Locale } from "../../core/language/language.ts";
import type { Translator } from "../../core/language/translator.ts";
import type { ReplyState } from "./reply.ts";
import type { ReplyWay } from "./reply-way.ts";

interface Said {
  readonly state: ReplyState;
  readonly askedAt: string | null;
  readonly sentAt?: string | null;
  readonly deadline: string | null;
  /** When the first published answer came. */
  readonly answeredAt: string | null;
}

/** On the page of the claim, and of a version of its verdict. */
export function replyWords(
  { state, askedAt, sentAt, deadline, answeredAt }: Said,
  locale: Locale,
  t: Translator,
) {
  const day = (moment: string | null) => (moment === null ? "" : dayWords(moment, locale));
  const words = { date: day(sentAt ?? askedAt), deadline: day(deadline) };
  return {
    not_asked: () => t("claim.notAsked"),
    not_sent: () => t("replyOnClaim.notSent", { date: day(askedAt) }),
    waiting: () => t("claim.waiting", words),
    no_answer: () => t("claim.noAnswer", words),
    undecided: () => t("replyOnClaim.undecided"),
    declined: () => t("replyOnClaim.declined"),
    answered: () => t("claim.answered", { date: day(answeredAt) }),
  }[state]();
}

/** On the page of the party, where each claim has its number. */
export function partyReplyWords(
  { state, deadline, number }: Pick<Said, "state" | "deadline"> & { readonly number: number },
  locale: Locale,
  t: Translator,
) {
  const words = { number, deadline: deadline === null ? "" : dayWords(deadline, locale) };
  return {
    not_asked: () => t("party.notAskedOf", words),
    not_sent: () => t("party.notSentOf", words),
    waiting: () => t("party.waitingOf", words),
    no_answer: () => t("party.noAnswerOf", words),
    undecided: () => t("party.undecidedOf", words),
    declined: () => t("party.declinedOf", words),
    answered: () => t("party.answeredOf", words),
  }[state]();
}

/** How an answer came, when, and who published it. */
export function wayWords(
  reply: {
    readonly receivedAt: string;
    readonly way: ReplyWay;
    readonly publishedBy?: Bilingual | null;
  },
  locale: Locale,
  t: Translator,
): string {
  const came = t(`replyOnClaim.ways.${reply.way}`, { date: dayWords(reply.receivedAt, locale) });
  return reply.publishedBy
    ? `${came} ${t("replyOnClaim.publishedBy", { by: reply.publishedBy[locale] })}`
    : came;
}
