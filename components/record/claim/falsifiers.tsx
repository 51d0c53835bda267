import type { ReactNode } from "react";
import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import type { Bilingual, Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { FalsifierView } from "@/lib/record/falsifier/falsifier";

interface FalsifiersProps {
  readonly n: number;
  readonly falsifiers: readonly FalsifierView[];
  readonly nothingForeseeable: Bilingual | null;
  /** There is a verdict that they would change. */
  readonly judged: boolean;
  readonly locale: Locale;
  /** Under the list. */
  readonly children?: ReactNode;
}

/** What would change the verdict: documents and answers, who holds them, and whether they have been asked for. */
export function Falsifiers({ n, falsifiers, nothingForeseeable, judged, locale, children }: FalsifiersProps) {
  const t = translator(locale);
  return (
    <Section n={n} title={t(judged ? "claim.falsifiers" : "claim.falsifiersOpen")} id="falsifiers">
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
        {children}
      </div>
    </Section>
  );
}
