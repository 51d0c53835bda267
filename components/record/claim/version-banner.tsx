import { WithdrawalNotice } from "@/components/record/withdrawal/withdrawal-notice";
import { contentHash } from "@/lib/core/content-hash";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { ClaimView, VerdictView } from "@/lib/record/claim/claim";

/** Over a frozen version: which it is, whether the verdict has changed since, and whether its checksum agrees. */
export function VersionBanner({
  claim,
  verdict: { frozen, hash, withdrawn },
  locale,
}: {
  readonly claim: ClaimView;
  readonly verdict: VerdictView;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const latest = claim.versions[0]?.version ?? frozen.version;
  const path = (version: number) => href(locale, `/claims/${claim.slug}/v/${version}`);
  const intact = contentHash(frozen) === hash;
  return (
    <>
      {withdrawn && <WithdrawalNotice withdrawal={withdrawn} version={frozen.version} locale={locale} />}
      <div className="notice" role="note">
        <p>
          <b>
            {t("version.banner", {
              version: frozen.version,
              count: latest,
              date: dayWords(frozen.publishedAt, locale),
            })}
          </b>{" "}
          {frozen.version === latest
            ? t("version.isLatest")
            : claim.rating
              ? t("version.isOld", { rating: t(`ratings.${claim.rating}`) })
              : t("withdrawal.latestWithdrawn")}{" "}
          <a href={href(locale, `/claims/${claim.slug}`)}>{t("version.toLatest")}</a>
        </p>
        <p>
          {t(intact ? "version.checked" : "version.broken")}{" "}
          {frozen.version > 1 && (
            <a rel="prev" href={path(frozen.version - 1)}>
              {t("version.older")}
            </a>
          )}{" "}
          {frozen.version < latest && (
            <a rel="next" href={path(frozen.version + 1)}>
              {t("version.newer")}
            </a>
          )}
        </p>
      </div>
    </>
  );
}
