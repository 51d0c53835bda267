import type { ReactNode } from "react";
import { RatingWord } from "@/components/core/rating/rating-word";
import { Prose } from "@/components/core/ui/prose";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { AmendmentView } from "@/lib/record/amendment/amendment";
import { changedFields } from "@/lib/record/amendment/amendment-words";
import type { VersionLine } from "@/lib/record/claim/claim";
import type { CorrectionView } from "@/lib/record/correction/correction";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";

interface HistoryProps {
  readonly slug: string;
  readonly versions: readonly VersionLine[];
  readonly verdict: FrozenVerdict;
  readonly corrections: readonly CorrectionView[];
  readonly amendments: readonly AmendmentView[];
  readonly locale: Locale;
  /** After the corrections. */
  readonly children?: ReactNode;
}

/** Every version of the verdict, who answers for the current one, and what has been corrected. */
export function History({
  slug,
  versions,
  verdict,
  corrections,
  amendments,
  locale,
  children,
}: HistoryProps) {
  const t = translator(locale);
  return (
    <>
      <h3>{t("claim.versions")}</h3>
      <ol className="stack-tight" reversed>
        {versions.map((version) => (
          <li key={version.version}>
            <a href={href(locale, `/claims/${slug}/v/${version.version}`)}>
              <b>{t("claim.versionLine", { version: version.version })}</b>
            </a>
            , <time dateTime={version.publishedAt}>{dayWords(version.publishedAt, locale)}</time>:{" "}
            <RatingWord rating={version.rating} locale={locale} />.{" "}
            {version.changeReason?.[locale] ??
              t(versions.length > 1 ? "claim.firstVersion" : "claim.firstVersionUnchanged")}
            {version.withdrawn && (
              <p className="note">
                <b>{t("withdrawal.inHistory", { date: dayWords(version.withdrawn.publishedAt, locale) })}</b>{" "}
                <Prose text={version.withdrawn.reason[locale]} />
              </p>
            )}
            {version.clearances.map(({ publishedAt, reason }) => (
              <p key={publishedAt + reason.sv} className="note">
                <b>{t("taint.inHistory", { date: dayWords(publishedAt, locale) })}</b>{" "}
                <Prose text={reason[locale]} />
              </p>
            ))}
          </li>
        ))}
      </ol>
      <p>
        {t("claim.byline", {
          author: verdict.byline.author[locale],
          approver: verdict.byline.approver[locale],
          conflict: verdict.conflictOfInterest[locale],
        })}{" "}
        <a href={href(locale, "/method")}>{t("claim.judgedUnder", { method: verdict.method })}</a>
      </p>
      <Corrections corrections={corrections} amendments={amendments} locale={locale} />
      {children}
    </>
  );
}

interface CorrectionsProps {
  readonly corrections: readonly CorrectionView[];
  readonly amendments: readonly AmendmentView[];
  readonly locale: Locale;
}

function Corrections({ corrections, amendments, locale }: CorrectionsProps) {
  const t = translator(locale);
  if (corrections.length + amendments.length === 0) return null;
  return (
    <ul className="stack mt-3">
      {corrections.map((correction) => (
        <li key={correction.id}>
          <time dateTime={correction.publishedAt}>{dayWords(correction.publishedAt, locale)}</time>.{" "}
          {correction.wrong[locale]} {correction.found[locale]}
        </li>
      ))}
      {amendments.map(({ id, table, publishedAt, changes, why }) => (
        <li key={id}>
          {t.rich("amendment.corrected", {
            date: () => <time dateTime={publishedAt}>{dayWords(publishedAt, locale)}</time>,
            thing: t(`history.tables.${table}`),
            fields: changedFields(changes, locale),
          })}{" "}
          <a href={`${href(locale, "/corrections")}#amendment-${id}`}>
            <Prose text={why[locale]} />
          </a>
        </li>
      ))}
    </ul>
  );
}
