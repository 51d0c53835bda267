import { type Actor, atLeast } from "@/lib/core/actor";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { correctionsOf } from "@/lib/record/correction/correction-desk-queries";
import { withdrawalFor } from "@/lib/record/withdrawal/withdrawal-desk-queries";

/** The corrections of a claim and the withdrawal of its verdict, on the claim's page at the desk. */
export async function DeskCorrections({
  claimId,
  actor,
  locale,
}: {
  readonly claimId: string;
  readonly actor: Actor;
  readonly locale: Locale;
}) {
  if (!atLeast(actor, "journalist")) return null;
  const [corrections, claim] = await Promise.all([
    correctionsOf(actor, claimId),
    withdrawalFor(actor, claimId),
  ]);
  if (!claim) return null;
  const t = translator(locale);
  const { withdrawal } = claim;
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">{t("correction.desk.heading")}</h2>
      {corrections.length === 0 ? (
        <p className="empty">{t("correction.desk.noneHere")}</p>
      ) : (
        <ul className="work">
          {corrections.map((correction) => (
            <li key={correction.id}>
              <b className={correction.publishedAt ? "public-mark" : "draft-mark"}>
                {correction.publishedAt
                  ? t("correction.desk.published", { date: dayWords(correction.publishedAt, locale) })
                  : t("correction.desk.draft")}
              </b>{" "}
              <a href={href(locale, correction.href)}>{correction.title[locale]}</a>
            </li>
          ))}
        </ul>
      )}
      <p className="do">
        <a href={href(locale, `/desk/claims/${claimId}/corrections/new`)}>{t("correction.desk.new")}</a>
        {claim.verdict && (
          <a href={href(locale, `/desk/claims/${claimId}/withdraw`)}>
            {withdrawal === null
              ? t("withdrawal.desk.link")
              : withdrawal.publishedAt
                ? t("withdrawal.desk.done", { date: dayWords(withdrawal.publishedAt, locale) })
                : t("withdrawal.desk.askedTitle")}
          </a>
        )}
      </p>
    </section>
  );
}
