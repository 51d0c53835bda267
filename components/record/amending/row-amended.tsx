import { href, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { AmendableTable } from "@/lib/record/amendment/amendment";
import type { RowPlace } from "@/lib/record/amendment/amendment-place-queries";

interface RowAmendedProps {
  readonly row: { readonly table: AmendableTable; readonly rowId: string; readonly of: RowPlace };
  readonly locale: Locale;
}

/** Which row a correction is of, with the public page that shows it. */
export function RowAmended({ row: { table, rowId, of }, locale }: RowAmendedProps) {
  const t = translator(locale);
  return (
    <>
      <p className="says">{inEither(of.words, locale)}</p>
      <p className="do">
        <a href={href(locale, of.path)}>{t("amendment.desk.toPublic")}</a>
        <a href={href(locale, `/desk/corrections/new/${table}/${rowId}`)}>{t("amendment.desk.inProse")}</a>
      </p>
    </>
  );
}
