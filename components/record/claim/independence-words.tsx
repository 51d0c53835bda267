import { Prose } from "@/components/core/ui/prose";
import { capitalised } from "@/lib/core/language/capitalised";
import type { Locale } from "@/lib/core/language/language";
import { listWords } from "@/lib/core/language/list-words";
import { numberWords } from "@/lib/core/language/number-words";
import { translator } from "@/lib/core/language/translator";
import type { IndependenceNow } from "@/lib/record/taint/taint";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";

interface IndependenceWordsProps {
  readonly verdict: FrozenVerdict;
  /** How independent it is now, where the verdict says something else. */
  readonly now: IndependenceNow | null;
  readonly locale: Locale;
  /** What follows in the same paragraph. */
  readonly children?: React.ReactNode;
}

/** How many independent sources the evidence comes to: then, and now where that is not the same. */
export function IndependenceWords({ verdict, now, locale, children }: IndependenceWordsProps) {
  const t = translator(locale);
  const { links, documents, roots } = verdict.independence;
  const then = countWords({ links, documents, roots: roots.length }, locale);
  return (
    <>
      <p className="lead">
        {now ? `${t("claim.independenceThen")} ${then}` : capitalised(then)} {!now && children}
      </p>
      {now && (
        <p className="lead">
          {t("claim.independenceNow", { words: countWords(now, locale) })} {children}
        </p>
      )}
    </>
  );
}

/** Sources that are one document, and what shows it. */
export function SameDocuments({
  verdict,
  locale,
}: {
  readonly verdict: FrozenVerdict;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  return (verdict.independence.same ?? []).map(({ by, sources }) => (
    <p key={sources[0]?.id}>
      <Prose
        text={t(`claim.sameDocument.${by[0] ?? "address"}`, {
          sources: listWords(
            sources.map(({ title }) => title[locale]),
            locale,
          ),
        })}
      />
    </p>
  ));
}

const countWords = ({ links, documents, roots }: IndependenceNow, locale: Locale): string =>
  translator(locale)("claim.independenceText", {
    ...{ links, documents, roots },
    linkWord: numberWords(links, locale),
    documentWord: numberWords(documents, locale),
    rootWord: numberWords(roots, locale),
  });
