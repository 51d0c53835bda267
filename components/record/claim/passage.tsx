import { Prose } from "@/components/core/ui/prose";
import { Around } from "@/components/record/evidence/quote-line";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { Passage } from "@/lib/record/claim/claim";
import type { QuoteView } from "@/lib/record/evidence/evidence-quote";

interface QuotedProps {
  readonly excerpt: string;
  readonly language: string;
  readonly quote: QuoteView | undefined;
  /** Its number, where several stand together. */
  readonly name?: string;
}

/** Somebody's exact words, with what stands around them in the copy. */
export function Quoted({ excerpt, language, quote, name }: QuotedProps) {
  return (
    <p className="passage">
      {name && <span className="no">{name} </span>}
      <span lang={language}>
        {quote?.copy && <Around text={quote.copy.prefix} side="before" />}
        <q className="said" lang={language}>
          {excerpt}
        </q>
        {quote?.copy && <Around text={quote.copy.suffix} side="after" />}
      </span>
    </p>
  );
}

interface PlaceProps {
  readonly id: string;
  readonly source: { readonly id: string; readonly title: { readonly sv: string; readonly en: string } };
  readonly passage: Passage;
  /** Its number, where several stand together. */
  readonly name?: string | undefined;
  /** The page has named the source already. */
  readonly isNamed: boolean;
  readonly locale: Locale;
}

/** Where the words stand, and the way there. */
export function Place({ id, source, passage, name, isNamed, locale }: PlaceProps) {
  const t = translator(locale);
  const { paragraph } = passage;
  return (
    <p>
      {name && <b>{name} </b>}
      {!isNamed && (
        <>
          <b>
            <Prose text={source.title[locale]} />
          </b>
          .{" "}
        </>
      )}
      <a className="nb" href={`${href(locale, `/sources/${source.id}`)}#passage-${id}`}>
        {paragraph === null ? t("claim.showInSource") : t("claim.showParagraph", { number: paragraph })}
      </a>
    </p>
  );
}

/** "paragraph 4, characters 1693–1724": for those who want to check. */
export function passageWords({ paragraph, charStart, charEnd }: Passage, locale: Locale): string {
  const t = translator(locale);
  return [
    paragraph !== null && t("claim.paragraph", { number: paragraph }),
    charStart !== null &&
      charEnd !== null &&
      t("claim.characters", { from: String(charStart), to: String(charEnd) }),
  ]
    .filter((words) => words !== false)
    .join(", ");
}
