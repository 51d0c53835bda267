import { Prose } from "@/components/core/ui/prose";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { ObjectionView } from "@/lib/record/objection/objection";

interface ObjectionsProps {
  readonly slug: string;
  /** The version shown, for a reader who objects to it. */
  readonly version: number | null;
  readonly objections: readonly ObjectionView[];
  readonly locale: Locale;
}

/** What readers have objected to and what came of it, in our words; and the way to object. */
export function Objections({ slug, version, objections, locale }: ObjectionsProps) {
  const t = translator(locale);
  return (
    <div id="objections">
      {objections.length > 0 && (
        <>
          <h3>{t("objection.title")}</h3>
          <ol className="stack">
            {objections.map((objection) => (
              <li key={objection.id} id={`objection-${objection.id}`}>
                <p>
                  <time dateTime={objection.publishedAt}>{dayWords(objection.publishedAt, locale)}</time>.{" "}
                  <b>{t(`objection.decisions.${objection.decision}`)}.</b>{" "}
                  <Prose text={objection.summary[locale]} />{" "}
                  {objection.evidence && (
                    <a className="nb" href={`#evidence-${objection.evidence}`}>
                      {t("objection.toEvidence")}
                    </a>
                  )}
                </p>
                <p>
                  <Prose text={objection.reason[locale]} />{" "}
                  {objection.wordingReason && <Prose text={objection.wordingReason[locale]} />}{" "}
                  {objection.correction && (
                    <a
                      className="nb"
                      href={`${href(locale, "/corrections")}#correction-${objection.correction}`}
                    >
                      {t("objection.toCorrection")}
                    </a>
                  )}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="go no-print">
        <a href={objectTo(slug, version === null ? "" : `?version=${version}`, locale)} rel="nofollow">
          {t("objection.object")}
        </a>
        {" · "}
        <a href={`${href(locale, "/tip")}?claim=${slug}`} rel="nofollow">
          {t("tip.aboutThis")}
        </a>
      </p>
    </div>
  );
}

/** Where a reader objects. A plain address: the page that names it stays the same for everybody. */
export const objectTo = (slug: string, question: string, locale: Locale) =>
  `${href(locale, `/claims/${slug}/objection`)}${question}`;
