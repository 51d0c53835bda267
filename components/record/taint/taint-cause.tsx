import { Fragment } from "react";
import { ListInWords } from "@/components/core/ui/list-in-words";
import { Prose } from "@/components/core/ui/prose";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { listWords } from "@/lib/core/language/list-words";
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
  const { withdrawn, nearest, corrected, ground } = taint;
  return (
    <>
      {t.rich(`taint.causes.${taint.cause}`, {
        pieces: () => pieces,
        date: () => <time dateTime={taint.at}>{dayWords(taint.at, locale)}</time>,
      })}
      {ground && <GroundWords ground={ground} locale={locale} />}
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

/** What has become public since, and what the rules make of it now. */
function GroundWords({
  ground: { rootsThen, rootsNow, shut, causes },
  locale,
}: {
  readonly ground: NonNullable<TaintView["ground"]>;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  return (
    <>
      {causes.map((cause) => (
        <Fragment key={JSON.stringify(cause)}>
          {" "}
          <Prose text={causeWords(cause, locale)} />
        </Fragment>
      ))}{" "}
      {rootsThen !== rootsNow && t("taint.ground.roots", { before: rootsThen, now: rootsNow })}{" "}
      {shut.length > 0 && t("taint.ground.shut")}
    </>
  );
}

function causeWords(cause: NonNullable<TaintView["ground"]>["causes"][number], locale: Locale): string {
  const t = translator(locale);
  if (cause.kind === "same")
    return t("taint.ground.same", {
      sources: listWords(
        cause.sources.map(({ title }) => title[locale]),
        locale,
      ),
    });
  if (cause.kind === "held") return t("taint.ground.held", { source: cause.source.title[locale] });
  if (cause.kind === "concerns") return t("taint.ground.concerns", { party: cause.party.name[locale] });
  return t(`taint.ground.${cause.kind}`, { from: cause.from.title[locale], to: cause.to.title[locale] });
}
