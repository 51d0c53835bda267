import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { CorrectionSubject } from "@/lib/record/correction/correction-desk-queries";

/** What a correction is of, with the way to it. */
export function CorrectionOf({
  subject,
  locale,
}: {
  readonly subject: CorrectionSubject;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const { claim, dispute } = subject;
  return claim ? (
    <>
      <p className="says">{t("correction.desk.ofClaim")}</p>
      <p className="claim">
        <a href={href(locale, `/desk/claims/${claim.id}`)}>{claim.text[locale]}</a>
      </p>
    </>
  ) : (
    <p className="says">
      {t("correction.desk.ofDispute")}{" "}
      <a href={href(locale, `/desk/disputes/${dispute.id}`)}>{dispute.title[locale]}</a>
    </p>
  );
}
