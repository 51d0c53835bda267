import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { type Discardable, idInAddress } from "@/lib/record/draft/draft";

interface DiscardProps {
  readonly locale: Locale;
  readonly table: Discardable;
  readonly id: string;
  readonly label?: string;
}

/** The way to throw a draft away: to the page that says what goes with it, and asks. */
export function Discard({ locale, table, id, label }: DiscardProps) {
  const words = label ?? translator(locale)("deskRecord.discard.open");
  return (
    <p className="do">
      <DiscardLink locale={locale} table={table} id={id} label={words} />
    </p>
  );
}

/** The same in a line of a list. */
export function DiscardLink({ locale, table, id, label }: DiscardProps) {
  const words = label ?? translator(locale)("deskRecord.discard.open");
  return <a href={href(locale, `/desk/drafts/${table}/${idInAddress(id)}`)}>{words}</a>;
}
