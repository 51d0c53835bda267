import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { DeskTip } from "@/lib/record/tip/tip-desk-queries";

/** What a reader sent, as it came. For the desk only. */
export function ReceivedTip({ tip, locale }: { readonly tip: DeskTip; readonly locale: Locale }) {
  const t = translator(locale);
  const { claim, dispute } = tip;
  return (
    <section aria-labelledby="text">
      <h2 id="text">{t("tip.desk.text")}</h2>
      <p className="received" lang={tip.language}>
        {tip.text}
      </p>
      {tip.url && (
        <>
          <h3>{t("tip.desk.url")}</h3>
          <p>
            <a href={tip.url} rel="noopener noreferrer nofollow" target="_blank">
              {tip.url}
            </a>
          </p>
          <p className="help">{t("tip.desk.urlHelp")}</p>
        </>
      )}
      {tip.contact && (
        <>
          <h3>{t("tip.desk.contact")}</h3>
          <p>
            <a href={`mailto:${tip.contact}`}>{tip.contact}</a>
          </p>
        </>
      )}
      {(claim || dispute) && (
        <>
          <h3>{t(claim ? "tip.desk.claim" : "tip.desk.dispute")}</h3>
          {claim ? (
            <p className="claim">
              <a href={href(locale, `/desk/claims/${claim.id}`)}>{claim.text[locale]}</a>
            </p>
          ) : (
            dispute && <a href={href(locale, `/desk/disputes/${dispute.id}`)}>{dispute.title[locale]}</a>
          )}
        </>
      )}
      {claim && (
        <p className="do">
          <a href={href(locale, `/desk/claims/${claim.id}/evidence/new`)}>{t("tip.desk.addEvidence")}</a>
        </p>
      )}
    </section>
  );
}
