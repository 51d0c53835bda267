import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskPage } from "@/components/desk/page/desk-page";
import type { Actor } from "@/lib/core/actor";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { saveNewCorrection } from "@/lib/record/correction/correction-actions";
import type { CorrectionSubject } from "@/lib/record/correction/correction-desk-queries";
import { correctionFields } from "./correction-fields";
import { CorrectionOf } from "./correction-of";

/** The page on which a correction of a claim, or of a dispute, is begun. */
export async function NewCorrection({
  locale,
  path,
  actor,
  subject,
}: {
  readonly locale: Locale;
  readonly path: string;
  readonly actor: Actor;
  readonly subject: CorrectionSubject;
}) {
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("correction.desk.new")}
      crumbs={[{ path: "/desk/corrections", label: t("correction.desk.all") }]}
      lead={<CorrectionOf subject={subject} locale={locale} />}
    >
      <DeskForm
        locale={locale}
        action={saveNewCorrection}
        fields={correctionFields(subject, locale)}
        hidden={{ disputeId: subject.dispute.id, claimId: subject.claim?.id ?? "" }}
        actor={actor}
        kept={`correction/new/${subject.claim?.id ?? subject.dispute.id}`}
        submit={t("correction.desk.save")}
      />
    </DeskPage>
  );
}
