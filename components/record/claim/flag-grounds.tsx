import { Prose } from "@/components/core/ui/prose";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";

const GAINS = {
  claim_true: "claim.gainsIfTrue",
  claim_false: "claim.gainsIfFalse",
  made: "claim.gainsAsClaimant",
  unknown: "claim.gainsUnknown",
} as const;

/** What the flags of the evidence are worked out from: who gains by what. Folded, for those who want to check. */
export function FlagGrounds({
  verdict,
  locale,
}: {
  readonly verdict: FrozenVerdict;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const { notConcerned = [] } = verdict;
  const gains = verdict.interests.flatMap(({ gainsIf, ...each }) =>
    gainsIf === "neither" ? [] : [{ ...each, gainsIf }],
  );
  if (gains.length + notConcerned.length === 0) return null;
  return (
    <details className="fold">
      <summary>{t("claim.flagsHow")}</summary>
      {gains.length > 0 && (
        <>
          <p>{t("claim.interests")}</p>
          <ul>
            {gains.map(({ party, gainsIf, by }) => (
              <li key={`${party.slug} ${gainsIf}`}>
                {t(GAINS[by === "made" && gainsIf === "claim_true" ? "made" : gainsIf], {
                  party: party.name[locale],
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {notConcerned.length > 0 && (
        <>
          <p>{t("claim.notConcerned")}</p>
          <ul>
            {notConcerned.map(({ party, reason }) => (
              <li key={party.slug}>
                {party.name[locale]}: <Prose text={reason[locale]} />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
