import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskPage } from "@/components/desk/page/desk-page";
import type { Actor } from "@/lib/core/actor";
import { type Bilingual, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { AmendableTable } from "@/lib/record/amendment/amendment";
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
  readonly subject: CorrectionSubject & {
    /** The row it is about, where it is about one. */
    readonly about?: { readonly table: AmendableTable; readonly rowId: string; readonly words: Bilingual };
  };
}) {
  const t = translator(locale);
  const { about } = subject;
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("correction.desk.new")}
      crumbs={[{ path: "/desk/corrections", label: t("correction.desk.all") }]}
      lead={
        <>
          <CorrectionOf subject={subject} locale={locale} />
          {about && (
            <p className="note">
              {t("correction.desk.about", {
                thing: t(`history.tables.${about.table}`),
                words: inEither(about.words, locale),
              })}
            </p>
          )}
        </>
      }
    >
      <DeskForm
        locale={locale}
        action={saveNewCorrection}
        fields={correctionFields(subject, locale)}
        hidden={{
          ...{ disputeId: subject.dispute.id, claimId: subject.claim?.id ?? "" },
          ...(about && { "about.table": about.table, "about.rowId": about.rowId }),
        }}
        actor={actor}
        kept={`correction/new/${about?.rowId ?? subject.claim?.id ?? subject.dispute.id}`}
        submit={t("correction.desk.save")}
      />
    </DeskPage>
  );
}
