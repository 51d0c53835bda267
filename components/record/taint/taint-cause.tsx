import { ListInWords } from "@/components/core/ui/list-in-words";
import { Prose } from "@/components/core/ui/prose";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { changedFields } from "@/lib/record/amendment/amendment-words";
import type { TaintView } from "@/lib/record/taint/taint";

interface TaintCauseProps {
  readonly taint: TaintView;
  /** Where a piece of evidence is shown. */
  readonly pieceAt: (id: string) => string;
  readonly locale: Locale;
}

/** What has happened to what a verdict rests on, in a sentence or two: to which piece, when, and what stands there now. */
export function TaintCause({ taint, pieceAt, locale }: TaintCauseProps) {
  const t = translator(locale);
  const pieces = (
    <ListInWords
      items={taint.pieces.map(({ id, rank }) => ({
        key: id,
        node: (
          <a className="nb" href={pieceAt(id)}>
            {t("claim.evidenceLetter")}
            {rank}
          </a>
        ),
      }))}
      and={t("site.and")}
    />
  );
  const { withdrawn, nearest, corrected } = taint;
  return (
    <>
      {t.rich(`taint.causes.${taint.cause}`, {
        pieces: () => pieces,
        date: () => <time dateTime={taint.at}>{dayWords(taint.at, locale)}</time>,
      })}
      {withdrawn && (
        <>
          {" "}
          <a href={href(locale, `/sources/${withdrawn.source.id}`)}>
            <Prose text={withdrawn.source.title[locale]} />
          </a>
          . <Prose text={withdrawn.reason[locale]} />
        </>
      )}
      {corrected && (
        <>
          {" "}
          {t("taint.corrected", {
            thing: t(`history.tables.${corrected.table}`),
            fields: changedFields(corrected.changes, locale),
          })}{" "}
          <a href={`${href(locale, "/corrections")}#amendment-${corrected.id}`}>
            <Prose text={corrected.of.words[locale]} />
          </a>
          . <Prose text={corrected.why[locale]} />
        </>
      )}
      {nearest && (
        <>
          {" "}
          {t("recheck.nearest")} <q lang={taint.pieces[0]?.language}>{nearest}</q>
        </>
      )}
    </>
  );
}
