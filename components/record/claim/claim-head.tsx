import { Prose } from "@/components/core/ui/prose";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { type ClaimView, LONG_CLAIM } from "@/lib/record/claim/claim";
import { SaidBy } from "./said-by";

/** Who asserts it, and what is asserted. */
export function ClaimHead({
  claim,
  text,
  locale,
}: {
  readonly claim: ClaimView;
  /** The wording to show: a frozen version has its own. */
  readonly text: string;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  return (
    <header className="row first claimhead">
      <p className="label crumb">
        <b>{t("says.crumb", { number: claim.number, count: claim.claimsInDispute })}</b>{" "}
        <span>
          {t("says.inDispute")}{" "}
          <a className="nb" href={href(locale, `/disputes/${claim.dispute.slug}`)}>
            {claim.dispute.short[locale]}
          </a>
        </span>
      </p>
      <div className="wide">
        <SaidBy appearances={claim.appearances} locale={locale} />
        <h1 className={`claim${text.length > LONG_CLAIM ? " long" : ""}`}>
          <Prose text={text} />
        </h1>
      </div>
    </header>
  );
}
