import type { ReactNode } from "react";
import { PageHead } from "@/components/core/frame/page-head";
import { LineEnd } from "@/components/core/rating/line-end";
import { Fact } from "@/components/core/ui/facts";
import { Line } from "@/components/core/ui/line";
import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { FactCorrections } from "@/components/record/amendment/fact-corrections";
import { passageWords } from "@/components/record/claim/passage";
import { MergedNotice } from "@/components/record/merge/merged-notice";
import { RecheckLine } from "@/components/record/recheck/recheck-line";
import { TakenDown } from "@/components/record/removal/taken-down";
import { CopyConcerns } from "@/components/record/snapshot/copy-concerns";
import { copyHref } from "@/components/record/snapshot/copy-href";
import { Assurance } from "@/components/record/source/assurance";
import { dateWords, dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { isDependence, type SourceEdgeKind } from "@/lib/record/source/source";
import type { SourcePassage, SourceView } from "@/lib/record/source/source-queries";
import { SourceWithdrawalNotice } from "./source-withdrawal";

/** A source: who made it, what copy we hold and what that proves, what it rests on, and the passages used. */
export function SourcePage({ source, locale }: { readonly source: SourceView; readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <article>
      <TakenDown removals={source.takenDown} locale={locale} />
      <MergedNotice merged={source.merged} locale={locale} />
      {source.withdrawn && <SourceWithdrawalNotice withdrawal={source.withdrawn} locale={locale} />}
      <PageHead
        kicker={
          <>
            <b>{t("source.label")}</b>
            <br />
            {t(`source.kinds.${source.kind}`)} {t("says.inDispute")}{" "}
            <a href={href(locale, `/disputes/${source.dispute.slug}`)}>
              <Prose text={source.dispute.title[locale]} />
            </a>
          </>
        }
        title={<Prose text={source.title[locale]} />}
        lead={<Prose text={source.note[locale]} />}
      />
      <Section n={1} title={t("source.particulars")}>
        <dl className="text">
          <Fact label={t("source.producer")}>
            {source.producer ? (
              <a href={href(locale, `/parties/${source.producer.slug}`)}>{source.producer.name[locale]}</a>
            ) : (
              t("source.noAddress")
            )}
          </Fact>
          <Fact label={t("source.made")}>{dateWords(source.made, locale, source.dispute.timeZone)}</Fact>
          <Fact label={t("source.public")}>
            {source.public
              ? dateWords(source.public, locale, source.dispute.timeZone)
              : t("source.notPublic")}
          </Fact>
          <Fact label={t("source.language")}>
            {new Intl.DisplayNames(locale, { type: "language" }).of(source.language)}
          </Fact>
          <Fact label={t("source.address")}>
            {source.url ? (
              <a href={source.url} rel="noopener nofollow">
                {source.url}
              </a>
            ) : (
              t("source.noAddress")
            )}
          </Fact>
        </dl>
        <FactCorrections of={source} rows={[source.id]} locale={locale} className="text" />
      </Section>
      <Copies n={2} source={source} locale={locale} />
      <Edges n={3} title={t("source.restsOn")} edges={source.restsOn.filter(isDirected)} locale={locale}>
        <FactCorrections
          of={source}
          rows={source.restsOn.map(({ edgeId }) => edgeId)}
          locale={locale}
          className="text"
        />
      </Edges>
      <Edges n={4} title={t("source.carries")} edges={source.carries.filter(isDirected)} locale={locale}>
        <Alike source={source} locale={locale} />
      </Edges>
      <Passages
        n={5}
        title={t("source.passages")}
        passages={source.passages}
        rechecks={source.rechecks}
        corrected={(ids) => <FactCorrections of={source} rows={ids} locale={locale} />}
        locale={locale}
      />
      {source.reported.length > 0 && (
        <Passages n={6} title={t("source.reportedPassages")} passages={source.reported} locale={locale} />
      )}
    </article>
  );
}

function Copies({ n, source, locale }: { n: number; source: SourceView; locale: Locale }) {
  const t = translator(locale);
  return (
    <Section n={n} title={t("source.copy")} id="copy">
      <div className="text stack">
        {source.snapshots.length === 0 && <p>{t("source.noCopy")}</p>}
        {source.snapshots.map((snapshot) => (
          <div key={snapshot.sha256}>
            <p>{t(snapshot.custody === "stored" ? "source.copyStored" : "source.copyKept")}</p>
            <CopyConcerns concerns={snapshot.concerns} locale={locale} />
            <p className="note">
              {t("source.copyTaken", {
                date: dayWords(snapshot.capturedAt, locale),
                bytes: snapshot.byteLength,
                type: snapshot.mediaType,
              })}
            </p>
            <p className="fine">
              SHA-256 <span className="hash">{snapshot.sha256}</span>
            </p>
            {snapshot.custody === "stored" && (
              <p className="go">
                <a href={href(locale, copyHref(source.id, snapshot.id))}>{t("copy.see")}</a>
              </p>
            )}
          </div>
        ))}
        {source.snapshots.length > 0 && <Assurance facts={source.assurance} locale={locale} />}
      </div>
    </Section>
  );
}

const isDirected = ({ kind }: { readonly kind: SourceEdgeKind }) => isDependence(kind);

function Edges({
  n,
  title,
  edges,
  locale,
  children,
}: {
  n: number;
  title: string;
  edges: readonly { kind: SourceEdgeKind; id: string; title: { sv: string; en: string } }[];
  locale: Locale;
  children?: ReactNode;
}) {
  const t = translator(locale);
  return (
    <Section n={n} title={title}>
      <ul className="text">
        {edges.length === 0 && <Line>{t("source.none")}</Line>}
        {edges.map((edge) => (
          <Line key={edge.id}>
            <a href={href(locale, `/sources/${edge.id}`)}>
              <Prose text={edge.title[locale]} />
            </a>{" "}
            {edge.kind !== "based_on" && <span className="note">{t(`source.edges.${edge.kind}`)}</span>}
          </Line>
        ))}
      </ul>
      {children}
    </Section>
  );
}

/** Sources from the same producer, in one list: to share one has no direction, whichever of the two the edge was drawn from. */
function Alike({ source, locale }: { readonly source: SourceView; readonly locale: Locale }) {
  const t = translator(locale);
  const alike = [...source.restsOn, ...source.carries].filter(({ kind }) => !isDependence(kind));
  if (alike.length === 0) return null;
  return (
    <div className="text stack">
      <h3>{t("source.alike")}</h3>
      <ul>
        {alike.map(({ id, title }) => (
          <Line key={id}>
            <a href={href(locale, `/sources/${id}`)}>
              <Prose text={title[locale]} />
            </a>
          </Line>
        ))}
      </ul>
    </div>
  );
}

function Passages({
  n,
  title,
  passages,
  rechecks = [],
  corrected,
  locale,
}: {
  n: number;
  title: string;
  passages: readonly SourcePassage[];
  rechecks?: SourceView["rechecks"];
  corrected?: (ids: readonly string[]) => ReactNode;
  locale: Locale;
}) {
  const t = translator(locale);
  return (
    <Section n={n} title={title}>
      <ol className="wide">
        {passages.length === 0 && <Line>{t("source.none")}</Line>}
        {byWords(passages).map(([first, ...more]) => (
          <Line key={first.id}>
            <p className="passage">
              <q className="said -ml-[0.16em] mr-[0.5em]" lang={first.language}>
                {first.excerpt}
              </q>{" "}
              <span className="note">
                <Prose text={passageWords(first, locale)} />
              </span>
            </p>
            <div className="note">
              <RecheckLine
                recheck={rechecks.find(({ evidenceId }) => evidenceId === first.id)}
                language={first.language}
                locale={locale}
              />
            </div>
            {[first, ...more].map((passage) => (
              <p key={passage.id} id={`passage-${passage.id}`} className="note passage-line mt-[0.25em]">
                <LineEnd kind={passage.stance} className="mr-[0.45em]" /> {t(`stances.${passage.stance}`)}{" "}
                <a href={`${href(locale, `/claims/${passage.claim.slug}`)}#evidence-${passage.id}`}>
                  {t("source.usedFor", { number: passage.claim.number })}
                </a>
              </p>
            ))}
            {corrected?.([first, ...more].map(({ id }) => id))}
          </Line>
        ))}
      </ol>
    </Section>
  );
}

type Uses = readonly [SourcePassage, ...SourcePassage[]];

/** The same words at the same place are shown once, with every claim they are used for. */
function byWords(passages: readonly SourcePassage[]): readonly Uses[] {
  const groups = new Map<string, Uses>();
  for (const passage of passages) {
    const key = `${passage.charStart} ${passage.charEnd} ${passage.excerpt}`;
    const before = groups.get(key);
    groups.set(key, before ? [...before, passage] : [passage]);
  }
  return [...groups.values()];
}
