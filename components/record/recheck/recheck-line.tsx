import { dayWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { RecheckView } from "@/lib/record/recheck/recheck";

interface RecheckLineProps {
  /** Undefined: the page has not been looked at since the copy was taken. */
  readonly recheck: RecheckView | undefined;
  /** Of the quoted words. */
  readonly language: string;
  readonly locale: Locale;
}

/** Under a quotation: whether its words still stand on the live page, and when that was last seen. */
export function RecheckLine({ recheck, language, locale }: RecheckLineProps) {
  const t = translator(locale);
  if (!recheck) return null;
  const { seen, unreachable } = recheck;
  const day = (at: string) => () => <time dateTime={at}>{dayWords(at, locale)}</time>;
  // What stays is dated by when it was last seen, what has gone by when that was first noticed.
  const at = seen && (seen.state === "found" || seen.state === "moved" ? seen.last : seen.since);
  return (
    <>
      {seen && at && (
        <p>
          {t.rich(`recheck.seen.${seen.state}`, { date: day(at) })}
          {seen.nearest && (
            <>
              {" "}
              {t("recheck.nearest")} <q lang={language}>{seen.nearest}</q>
            </>
          )}
        </p>
      )}
      {unreachable && <p>{t.rich("recheck.unreachable", { date: day(unreachable) })}</p>}
    </>
  );
}
