import { Prose } from "@/components/core/ui/prose";
import { dayWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { MergeView } from "@/lib/record/merge/merge";

/** What turned out to be the same as this, since when it is here, and where its own verdicts can be read. */
export function MergedNotice({
  merged,
  locale,
}: {
  readonly merged: readonly MergeView[];
  readonly locale: Locale;
}) {
  const t = translator(locale);
  if (merged.length === 0) return null;
  return (
    <div className="notice" role="note">
      {merged.map((each) => (
        <p key={each.id}>
          <b>{t("merge.notice", { name: each.name[locale], date: dayWords(each.publishedAt, locale) })}</b>{" "}
          <Prose text={each.reason[locale]} />
          {each.verdicts.map((seq, index) => (
            <span key={seq}>
              {" "}
              <a href={`/log/${seq}.json`}>{t("merge.verdict", { version: index + 1 })}</a>
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}
