import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import type { FalsifierView } from "@/lib/falsifier/falsifier";
import type { Bilingual, Locale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

interface FalsifiersProps {
  readonly n: number;
  readonly falsifiers: readonly FalsifierView[];
  readonly nothingForeseeable: Bilingual | null;
  readonly locale: Locale;
}

/** What would change the verdict: documents and answers, who holds them, and whether they have been asked for. */
export function Falsifiers({ n, falsifiers, nothingForeseeable, locale }: FalsifiersProps) {
  const t = translator(locale);
  return (
    <Section n={n} title={t("claim.falsifiers")} id="falsifiers">
      <div className="wide">
        {falsifiers.length > 0 && (
          <table className="open-list">
            <thead>
              <tr>
                <th scope="col">{t("claim.falsifierWhat")}</th>
                <th scope="col">{t("claim.falsifierWho")}</th>
                <th scope="col">{t("claim.falsifierState")}</th>
              </tr>
            </thead>
            <tbody>
              {falsifiers.map((falsifier) => (
                <tr key={falsifier.id}>
                  <th scope="row">
                    <Prose text={falsifier.text[locale]} />
                  </th>
                  <td data-h={t("claim.falsifierWho")}>{falsifier.heldBy[locale]}</td>
                  <td data-h={t("claim.falsifierState")}>{t(`claim.falsifierStates.${falsifier.state}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {nothingForeseeable && (
          <p>
            <b>{t("claim.nothingForeseeable")}</b> <Prose text={nothingForeseeable[locale]} />
          </p>
        )}
      </div>
    </Section>
  );
}
