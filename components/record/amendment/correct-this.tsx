import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { AmendableTable } from "@/lib/record/amendment/amendment";

interface CorrectThisProps {
  readonly table: AmendableTable;
  readonly id: string;
  readonly locale: Locale;
}

/** At a published row of the desk: what is wrong in it is corrected in its fields, or in words where no field holds it. */
export function CorrectThis({ table, id, locale }: CorrectThisProps) {
  const t = translator(locale);
  return (
    <>
      <p>{t("deskRecord.publicIsFixed")}</p>
      <p className="do">
        <a className="button second" href={href(locale, `/desk/amendments/new/${table}/${id}`)}>
          {t("amendment.desk.correct")}
        </a>
        <a href={href(locale, `/desk/corrections/new/${table}/${id}`)}>{t("amendment.desk.inProse")}</a>
      </p>
    </>
  );
}

/** The same in a list of several: one link, named by what it is about. */
export function CorrectLink({ table, id, locale, what }: CorrectThisProps & { readonly what?: string }) {
  const t = translator(locale);
  return (
    <a href={href(locale, `/desk/amendments/new/${table}/${id}`)}>
      {what ? t("amendment.desk.correctWhat", { what }) : t("amendment.desk.correct")}
    </a>
  );
}
