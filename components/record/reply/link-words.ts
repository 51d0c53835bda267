import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";

/** What is said once a question has been put, by how it goes out. */
export function linkWords(locale: Locale) {
  const t = translator(locale);
  return {
    title: t("replyDesk.askedNow"),
    sent: t("replyDesk.askedSent"),
    by_hand: t("replyDesk.askedByHand"),
    "hand-over": t("replyDesk.askedNoLetter"),
    before: t("replyDesk.linkGone"),
    once: t("replyDesk.linkOnce"),
    link: t("replyDesk.linkHere"),
  };
}
