import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import type { Bilingual, Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";

interface Props {
  readonly n: number;
  readonly verdict: FrozenVerdict;
  readonly locale: Locale;
}

/** "If you have one minute." @param children - beside it */
export function Minute({ n, verdict, locale, children }: Props & { readonly children?: React.ReactNode }) {
  return (
    <Section n={n} title={translator(locale)("claim.minute")}>
      <ol className="text minute">
        {verdict.minute.map((line) => (
          <li key={line.sv}>
            <p>
              <Prose text={line[locale]} />
            </p>
          </li>
        ))}
      </ol>
      {(verdict.wording || children) && (
        <div className="margin note stack">
          {children}
          {verdict.wording && <WordingNote wording={verdict.wording} locale={locale} />}
        </div>
      )}
    </Section>
  );
}

/** Words that say more than a check can, and why they stand. */
function WordingNote({
  wording,
  locale,
}: {
  readonly wording: NonNullable<FrozenVerdict["wording"]>;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const words = wording.flags.filter((flag) => flag.locale === locale).map(({ word }) => word);
  return (
    <p>
      <b>{t("claim.wordingKept", { words: words.join(", "), count: words.length })}</b>{" "}
      <Prose text={wording.reason[locale]} />
    </p>
  );
}

/** What is shown, what is not, and what is not known: of each only what there is. */
export function Findings({ n, verdict, locale }: Props) {
  const t = translator(locale);
  const columns = [
    [t("claim.shown"), verdict.shown],
    [t("claim.notShown"), verdict.notShown],
    [t("claim.unknown"), verdict.unknown],
  ] as const;
  return (
    <Section n={n} title={t("claim.threeTitle")}>
      <div className="wide three">
        {columns.map(
          ([title, lines]) =>
            lines.length > 0 && <Column key={title} title={title} lines={lines} locale={locale} />,
        )}
      </div>
    </Section>
  );
}

function Column({ title, lines, locale }: { title: string; lines: readonly Bilingual[]; locale: Locale }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line.sv}>
            <Prose text={line[locale]} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The reasoning, step by step, each step tied to its evidence. */
export function Reasoning({ n, verdict, locale }: Props) {
  const t = translator(locale);
  const number = new Map(verdict.evidence.map((piece) => [piece.id, piece.rank]));
  return (
    <Section n={n} title={t("claim.reasoning")}>
      <ol className="text steps">
        {verdict.steps.map((step) => (
          <li key={step.text.sv}>
            <p>
              <Prose text={step.text[locale]} />
              {step.evidenceIds.map((id) => (
                <span key={id}>
                  {" "}
                  <a className="ref" href={`#evidence-${id}`}>
                    {t("claim.evidenceLetter")}
                    {number.get(id)}
                  </a>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
