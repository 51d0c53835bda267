import { dayWords } from "@/lib/core/date-words/date-words";
import { inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { hourWords } from "@/lib/record/reply/reply-deadline";
import type { RequestLine } from "@/lib/record/reply/reply-line";

/** What became of asking a party, in one sentence. */
export function requestStateWords(request: RequestLine | null, locale: Locale): string {
  const t = translator(locale);
  if (!request) return t("replyDesk.states.none");
  const { reasonNotAsked, askedAt, deadline, answeredAt } = request;
  const day = (iso: string | null) => (iso === null ? "" : dayWords(iso, locale));
  const words = { asked: day(askedAt), deadline: deadline === null ? "" : hourWords(deadline, locale) };
  return {
    not_asked: () =>
      reasonNotAsked
        ? t("replyDesk.states.not_asked", { reason: inEither(reasonNotAsked, locale) })
        : t("replyDesk.states.not_asked_bare"),
    not_sent: () => t("replyDesk.states.not_sent", words),
    waiting: () => t("replyDesk.states.waiting", words),
    no_answer: () => t("replyDesk.states.no_answer", words),
    undecided: () => t("replyDesk.states.undecided"),
    declined: () => t("replyDesk.states.declined"),
    answered: () => t("replyDesk.states.answered", { at: day(answeredAt) }),
  }[request.state]();
}
