import { Prose } from "@/components/core/ui/prose";
import { href, type Locale } from "@/lib/core/language/language";
import { numberWords } from "@/lib/core/language/number-words";
import { translator } from "@/lib/core/language/translator";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";

/** How many are named in the first screen; the evidence names them all. */
const MOST_NAMED = 2;

/** Where the verdict's evidence stands, heaviest first, by name and with a link; and how much behind it we have not seen. */
export function VerdictSources({
  verdict: { evidence },
  locale,
}: {
  readonly verdict: Pick<FrozenVerdict, "evidence">;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const sources = [...new Map(evidence.map(({ source }) => [source.id, source])).values()];
  const unseen = new Set(evidence.flatMap(({ origin }) => (origin && !origin.held ? [origin.id] : [])));
  const more = sources.length - MOST_NAMED;
  if (sources.length === 0) return null;
  return (
    <p className="source">
      <b>{t("claim.sources", { count: sources.length })}</b>{" "}
      {sources.slice(0, MOST_NAMED).map((source, at) => (
        <span key={source.id}>
          {at > 0 && ", "}
          <a href={href(locale, `/sources/${source.id}`)}>
            <Prose text={source.title[locale]} />
          </a>
        </span>
      ))}
      {more > 0 && (
        <>
          {", "}
          <a href="#evidence">{t("claim.moreSources", { count: more })}</a>
        </>
      )}
      .{" "}
      {unseen.size > 0 &&
        t("claim.unseenBehind", {
          ...{ sources: sources.length, count: unseen.size },
          n: numberWords(unseen.size, locale),
        })}
    </p>
  );
}
