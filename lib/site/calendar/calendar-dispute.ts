/** A dispute as a calendar: what happened, who claimed what, and until when an answer is awaited. */
import { dateWords, momentWords } from "../../core/date-words/date-words.ts";
import { bounds, edtf } from "../../core/edtf/edtf.ts";
import { href, type Locale } from "../../core/language/language.ts";
import { translator } from "../../core/language/translator.ts";
import type { DisputeView } from "../../record/dispute/dispute.ts";
import type { Calendar, CalendarEntry } from "./calendar.ts";

/** @param baseUrl - the address readers use, without a slash at the end */
export function disputeCalendar(dispute: DisputeView, locale: Locale, baseUrl: string): Calendar {
  const t = translator(locale);
  const { slug, title, timeZone } = dispute;
  const host = new URL(baseUrl).hostname;
  const at = (path: string) => `${baseUrl}${href(locale, path)}`;
  const page = at(`/disputes/${slug}`);
  const names = new Map(dispute.parties.map((party) => [party.slug, party.name[locale]]));
  const nameOf = (party: string) => names.get(party) ?? party;
  const uid = (id: string) => `${id}@${host}`;
  /** A date of the record: its bounds, and in words, which say what a calendar cannot. */
  const dated = (date: string | null, note: string | undefined) => {
    const said = date === null ? null : edtf(date);
    const { earliest, latest } = said ? bounds(said) : { earliest: null, latest: null };
    const moment = said && !said.interval && typeof said.start !== "string" ? said.start.moment : null;
    const words = said ? dateWords(said.text, locale, timeZone) : t("calendar.undated");
    return {
      ...{ from: moment ?? earliest, until: moment ?? latest },
      words: [t("calendar.when", { date: words }), note].filter(Boolean).join("\n"),
    };
  };
  const events = dispute.events.map((event): CalendarEntry => {
    const { words, ...when } = dated(event.happened ?? event.known, event.dateNote?.[locale]);
    return {
      ...when,
      ...{ uid: uid(event.id), url: page, category: t("calendar.event") },
      ...{ summary: event.short[locale], description: `${event.text[locale]}\n${words}` },
    };
  });
  const claims = dispute.claims.flatMap((claim) =>
    claim.appearances.map((appearance): CalendarEntry => {
      const { words, ...when } = dated(appearance.happened, appearance.dateNote?.[locale]);
      const verb = t(appearance.mode === "suspects" ? "says.verbSuspects" : "says.verbAsserts", { count: 1 });
      const relater = appearance.relatedBy;
      const according = relater === null ? "" : `, ${t("says.accordingTo", { relater: nameOf(relater) })}`;
      const who = `${nameOf(appearance.party)} ${verb}${according}`;
      return {
        ...when,
        ...{ uid: uid(appearance.id), url: at(`/claims/${claim.slug}`), category: t("calendar.claim") },
        ...{
          summary: `${who}: ${claim.short[locale]}`,
          description: `${who}: ${claim.text[locale]}\n${words}`,
        },
      };
    }),
  );
  const deadlines = dispute.claims.flatMap((claim) =>
    claim.requests.flatMap(({ id, party, state, deadline }): CalendarEntry[] => {
      if (state !== "waiting" || deadline === null) return [];
      const moment = Date.parse(deadline);
      return [
        {
          ...{ uid: uid(`${id}-deadline`), from: moment, until: moment, url: at(`/claims/${claim.slug}`) },
          category: t("calendar.deadline"),
          summary: t("calendar.answerDue", { party: nameOf(party) }),
          description: `${claim.text[locale]}\n${momentWords(deadline, locale)}`,
        },
      ];
    }),
  );
  return {
    ...{ name: title[locale], description: dispute.summary[locale], language: locale },
    ...{ url: page, self: `${page}.ics`, changedAt: dispute.changedAt },
    entries: [...events, ...claims, ...deadlines],
  };
}
