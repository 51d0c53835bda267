import { Mark } from "@/components/record/dispute/dispute-desk";
import { DiscardLink } from "@/components/record/draft/discard";
import { momentWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { copyKind } from "@/lib/record/snapshot/snapshot";
import type { DeskCopyLine } from "@/lib/record/snapshot/snapshot-desk-queries";
import { CopyConcerns } from "../snapshot/copy-concerns";

interface CopyListProps {
  readonly copies: readonly DeskCopyLine[];
  readonly locale: Locale;
  /** Whoever looks may throw drafts away. */
  readonly discards: boolean;
}

/** The copies we have of a source: when each was taken, what it is, and whether readers know of it. */
export function CopyList({ copies, locale, discards }: CopyListProps) {
  const t = translator(locale);
  if (copies.length === 0) return <p className="empty">{t("capture.none")}</p>;
  return (
    <ul className="work">
      {copies.map((copy) => (
        <li key={copy.id}>
          <a href={href(locale, `/desk/copies/${copy.id}`)}>{momentWords(copy.capturedAt, locale)}</a>
          <span className="do">
            <span>{factsOf(copy, locale).join(", ")}</span>
            <Mark locale={locale} published={copy.published} />
            {!copy.published && discards && <DiscardLink locale={locale} table="snapshot" id={copy.id} />}
          </span>
          <CopyConcerns concerns={copy.concerns} locale={locale} help />
          {copy.fileName && (
            <span className="fine" translate="no">
              {copy.fileName}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A web page's pages are its main text and all of it: to count them says nothing. */
function factsOf({ mediaType, byteLength, pages, custody }: DeskCopyLine, locale: Locale): string[] {
  const t = translator(locale);
  const kind = copyKind(mediaType);
  return [
    t(`copy.kinds.${kind}`),
    sizeWords(byteLength, locale),
    ...(kind === "pdf" && pages > 0 ? [t("capture.pages", { count: pages })] : []),
    ...(pages === 0 && custody === "stored" ? [t("capture.noText")] : []),
  ];
}

const UNITS = ["byte", "kilobyte", "megabyte"] as const;

function sizeWords(bytes: number, locale: Locale): string {
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return new Intl.NumberFormat(locale === "sv" ? "sv-SE" : "en-GB", {
    style: "unit",
    unit: UNITS[step],
    maximumFractionDigits: step === 2 ? 1 : 0,
  }).format(bytes / 1000 ** step);
}
