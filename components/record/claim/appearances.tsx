import type { ReactNode } from "react";
import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { dateWords, htmlDate } from "@/lib/core/date-words/date-words";
import { capitalised } from "@/lib/core/language/capitalised";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { AppearanceView } from "@/lib/record/claim/claim";
import { inCommon } from "@/lib/record/evidence/evidence-groups";

/** Where, when and in what words the claim has been made. */
export function Appearances({
  n,
  appearances,
  restatedBy,
  corrected,
  roles,
  zone,
  locale,
}: {
  readonly n: number;
  readonly appearances: readonly AppearanceView[];
  readonly restatedBy: string;
  /** What of an appearance, or of its source, has been corrected. */
  readonly corrected: (appearance: AppearanceView) => ReactNode;
  /** What of the roles of those who made it has been corrected. */
  readonly roles: ReactNode;
  /** Of the dispute. */
  readonly zone: string;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const source = inCommon(
    appearances.map((appearance) => appearance.source),
    ({ id }) => id,
  );
  const isOwn = inCommon(appearances.map(({ verbatim }) => (verbatim ? "own" : "related")));
  // One source that relates all of it, in one kind of words: said once, beside.
  const said = source && isOwn ? { source, verbatim: isOwn === "own" } : null;
  return (
    <Section n={n} title={t("claim.appearances")} id="appearances">
      <div className="text look-alike">
        {appearances.map((appearance) => (
          <div key={appearance.id}>
            {appearance.quote && (
              <p>
                <q className="said" lang={appearance.quoteLanguage ?? undefined}>
                  {appearance.quote}
                </q>
              </p>
            )}
            <p className="note">
              <b>{appearance.party.name[locale]}</b>
              {appearance.role && !says(appearance.party.name[locale], appearance.role[locale]) && (
                <Prose text={`, ${appearance.role[locale]}`} />
              )}
              . {!said && <Where source={appearance.source} verbatim={appearance.verbatim} locale={locale} />}
              {appearance.paragraph !== null &&
                `${capitalised(t("claim.paragraph", { number: appearance.paragraph }))}. `}
              <When
                edtf={appearance.happened}
                note={appearance.dateNote?.[locale] ?? null}
                zone={zone}
                locale={locale}
              />
              .
            </p>
            {corrected(appearance)}
          </div>
        ))}
        {roles}
      </div>
      <div className="margin">
        <p className="note">
          {said && <Where source={said.source} verbatim={said.verbatim} locale={locale} />}
          {t("claim.appearancesNote", { by: restatedBy })}
        </p>
      </div>
    </Section>
  );
}

/** Whose words they are, and the source they stand in. */
function Where({
  source,
  verbatim,
  locale,
}: Pick<AppearanceView, "source" | "verbatim"> & { readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <>
      {source.producer && (
        <Prose
          text={t(verbatim ? "claim.ownWords" : "claim.relatersWords", {
            relater: source.producer.name[locale],
          })}
        />
      )}{" "}
      <a className="nb" href={href(locale, `/sources/${source.id}`)}>
        <Prose text={source.title[locale]} />
      </a>
      .{" "}
    </>
  );
}

/** "Kramfors kommun" needs not be called a "kommun" again. */
const says = (name: string, role: string) => name.toLocaleLowerCase().includes(role.toLocaleLowerCase());

interface WhenProps {
  readonly edtf: string;
  readonly note: string | null;
  /** Of its dispute. */
  readonly zone: string;
  readonly locale: Locale;
}

/** A date as sharp as its source, as `<time>` where HTML has a form for it. */
function When({ edtf, note, zone, locale }: WhenProps) {
  const words = dateWords(edtf, locale, zone);
  const said = words.charAt(0).toLocaleUpperCase(locale) + words.slice(1) + (note ? `, ${note}` : "");
  const value = htmlDate(edtf);
  return value ? <time dateTime={value}>{said}</time> : <Prose text={said} />;
}
