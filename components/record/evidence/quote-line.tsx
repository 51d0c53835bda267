import { Prose } from "@/components/core/ui/prose";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { standing } from "@/lib/intake/message/message-mask";
import { fragmentAddress } from "@/lib/intake/quote/quote-fragment";
import type { QuoteView } from "@/lib/record/evidence/evidence-quote";
import { CopyConcerns } from "../snapshot/copy-concerns";

interface QuoteLineProps {
  readonly id: string;
  readonly sourceId: string;
  readonly excerpt: string;
  readonly quote: QuoteView;
  /** What all the evidence of the page has in common has been said already. */
  readonly said?: { readonly checked: boolean; readonly level: boolean };
  readonly locale: Locale;
}

/** Where the words can be seen again: in our copy, on the live page; or why they are shown without either. */
export function QuoteLine({ id, sourceId, excerpt, quote, said, locale }: QuoteLineProps) {
  const t = translator(locale);
  const { copy, unchecked, url } = quote;
  return (
    <>
      {!said?.checked && <Checked quote={quote} locale={locale} />}
      {copy && copy.concerns.length > 0 && (
        <>
          <CopyConcerns concerns={copy.concerns} locale={locale} />
          {unchecked && (
            <p>
              {t("copy.concernReason")} <Prose text={unchecked[locale]} />
            </p>
          )}
        </>
      )}
      {(copy || url) && (
        <ul className="quote-ways">
          {copy && (
            <li>
              <a href={`${href(locale, `/sources/${sourceId}/copies/${copy.id}`)}#passage-${id}`}>
                {t("claim.toCopy")}
              </a>
            </li>
          )}
          {url && (
            <li>
              <a href={liveAddress(url, excerpt, quote)} rel="noopener nofollow">
                {t("claim.toPage")}
              </a>
            </li>
          )}
        </ul>
      )}
      {!said?.level && <Kept sourceId={sourceId} level={quote.level} locale={locale} />}
    </>
  );
}

/** Whether the words have been found in a copy, and if not why they are shown. */
export function Checked({ quote, locale }: { readonly quote: QuoteView; readonly locale: Locale }) {
  const t = translator(locale);
  const { copy, unchecked } = quote;
  return (
    <p>
      {copy
        ? t(copy.pages > 1 ? "claim.inCopyPage" : "claim.inCopy", { page: copy.page })
        : t("claim.notInCopy")}{" "}
      {!copy && unchecked && <Prose text={unchecked[locale]} />}
    </p>
  );
}

interface KeptProps {
  readonly sourceId: string;
  readonly level: QuoteView["level"];
  readonly locale: Locale;
}

/** How far the source would outlive its link. */
export function Kept({ sourceId, level, locale }: KeptProps) {
  return (
    <p className="fine">
      <a href={`${href(locale, `/sources/${sourceId}`)}#copy`}>
        {translator(locale)(`assurance.reached.${level}`)}
      </a>
    </p>
  );
}

/** Where words have been left out of a quotation. */
const LEFT_OUT = /\s*(?:\[…\]|\(…\)|…)\s*/;

/**
 * On a page of few words the context tells which place is meant; without a copy only the words are known. Words that
 * have been left out, or masked, stand on no page: then it leads to what comes before them.
 */
function liveAddress(url: string, excerpt: string, { copy }: QuoteView): string {
  const [exact = "", ...rest] = excerpt.split(LEFT_OUT).filter((piece) => piece !== "");
  const quote = {
    exact,
    prefix: standing(copy?.prefix ?? "", "before"),
    suffix: rest.length > 0 ? "" : standing(copy?.suffix ?? "", "behind"),
  };
  return fragmentAddress(url, quote, { others: copy?.others ?? 0 });
}

/** What stands around a quotation in the copy, for the eye beside the words quoted. */
export function Around({ text, side }: { readonly text: string; readonly side: "before" | "after" }) {
  const words = text.replaceAll(/\s+/g, " ");
  if (words.trim() === "") return null;
  return <span className="around">{side === "before" ? `…${words}` : `${words}…`}</span>;
}
