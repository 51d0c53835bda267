import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { FactCorrections } from "@/components/record/amendment/fact-corrections";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { DisputeView, Side } from "@/lib/record/dispute/dispute";

const SIDES: readonly Side[] = ["accuses", "accused", "reports", "other", "none"];

/** The parties by side, those on none last, each with the role it had at the time and what it says, attributed. */
export function Sides({
  n,
  dispute,
  locale,
}: {
  readonly n: number;
  readonly dispute: Pick<DisputeView, "parties" | "amendments" | "corrections">;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const { parties } = dispute;
  return (
    <Section n={n} title={t("dispute.parties")} aside={<p>{t("dispute.partiesNote")}</p>}>
      <div className="wide sides">
        {SIDES.filter((side) => parties.some((party) => party.side === side)).map((side) => (
          <div key={side} className={side === "other" || side === "none" ? "others" : undefined}>
            <h3>{t(`sideTitles.${side}`)}</h3>
            <dl>
              {parties
                .filter((party) => party.side === side)
                .map((party) => (
                  <div key={party.slug}>
                    <dt>
                      <a className="quiet" href={href(locale, `/parties/${party.slug}`)}>
                        <Prose text={party.name[locale]} />
                      </a>
                      {party.role[locale] && (party.body !== null || party.kind !== "public_body") ? (
                        <small>{party.role[locale]}</small>
                      ) : null}
                    </dt>
                    <dd>
                      {party.says[locale] && <Prose text={party.says[locale]} />}
                      <FactCorrections of={dispute} rows={[party.roleId, party.partyId]} locale={locale} />
                    </dd>
                  </div>
                ))}
            </dl>
          </div>
        ))}
      </div>
    </Section>
  );
}
