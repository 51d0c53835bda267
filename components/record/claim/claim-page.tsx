import { Section } from "@/components/core/ui/section";
import { FactCorrections } from "@/components/record/amendment/fact-corrections";
import { CorrectionNotice } from "@/components/record/correction/correction-notice";
import { MergedNotice } from "@/components/record/merge/merged-notice";
import { Objections, objectTo } from "@/components/record/objection/objections";
import { RecheckLine } from "@/components/record/recheck/recheck-line";
import { TakenDown } from "@/components/record/removal/taken-down";
import { SourceWithdrawalLine } from "@/components/record/source/source-withdrawal";
import { TaintNotice } from "@/components/record/taint/taint-notice";
import { WithdrawalNotice } from "@/components/record/withdrawal/withdrawal-notice";
import { clock } from "@/lib/core/clock";
import { dayWords } from "@/lib/core/date-words/date-words";
import { env } from "@/lib/core/env";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { ClaimView, ReplyRequestView, VerdictView } from "@/lib/record/claim/claim";
import { pieceToday } from "@/lib/record/claim/claim-today";
import { recentCorrections } from "@/lib/record/correction/correction";
import type { FalsifierView } from "@/lib/record/falsifier/falsifier";
import { Appearances } from "./appearances";
import { Cite } from "./cite";
import { ClaimHead } from "./claim-head";
import { Evidence } from "./evidence";
import { Falsifiers } from "./falsifiers";
import { Findings, Minute, Reasoning } from "./findings";
import { FlagGrounds } from "./flag-grounds";
import { History } from "./history";
import { HowSure, isWeighed } from "./how-sure";
import { Related } from "./related";
import { NobodyAsked, Replies, someoneAsked } from "./replies";
import { Ruling } from "./ruling";
import { ToCheck } from "./to-check";

interface ClaimPageProps {
  readonly claim: ClaimView;
  /** The verdict to show and what stood around it: the current one, or a frozen version with its own. */
  readonly shown:
    | (VerdictView & {
        readonly requests: readonly ReplyRequestView[];
        readonly falsifiers: readonly FalsifierView[];
      })
    | null;
  /** Above the ruling, on a frozen version. */
  readonly banner?: React.ReactNode;
  readonly isFrozen?: boolean;
  readonly locale: Locale;
}

/** The permalink of a claim: who says so, what we found, why, and what nobody knows. Paragraphs are numbered to be cited. */
export function ClaimPage({ claim, shown, banner, isFrozen = false, locale }: ClaimPageProps) {
  const t = translator(locale);
  const text = shown && isFrozen ? shown.frozen.claim.wording[locale] : claim.text[locale];
  const version = shown?.frozen.version ?? null;
  // A version is marked by what was wrong in it, for good; the claim by what was found lately.
  const corrections = isFrozen
    ? claim.corrections.filter((correction) => correction.version === version)
    : shown
      ? recentCorrections(claim.corrections, clock.now())
      : claim.corrections;
  const weighed = isFrozen
    ? (shown?.frozen.evidence ?? [])
    : (shown?.frozen.evidence ?? []).map((each) => pieceToday(each, claim.today));
  const unweighed = isFrozen ? [] : claim.unweighed;
  const pieces = [...weighed, ...unweighed];
  const isSure = shown !== null && isWeighed(shown.frozen);
  const isReplySection = shown !== null && someoneAsked(shown.requests);
  const falsifiers = shown?.falsifiers ?? claim.falsifiers;
  const latest = address(href(locale, `/claims/${claim.slug}`));
  const versionUrl = shown && address(href(locale, `/claims/${claim.slug}/v/${shown.frozen.version}`));
  // Numbers follow the order on the page, whatever a claim has or lacks.
  let last = 0;
  const next = () => ++last;
  return (
    <article>
      {banner}
      {!isFrozen && shown?.withdrawn && (
        <WithdrawalNotice withdrawal={shown.withdrawn} version={shown.frozen.version} locale={locale} />
      )}
      <TakenDown removals={claim.takenDown ?? []} locale={locale} />
      <MergedNotice merged={claim.merged ?? []} locale={locale} />
      <CorrectionNotice corrections={corrections} locale={locale} />
      <ClaimHead claim={claim} text={text} locale={locale} />
      {!isFrozen && <FactCorrections of={claim} rows="Claim" locale={locale} />}
      {shown ? (
        <>
          <Ruling
            n={next()}
            verdict={shown.frozen}
            versions={claim.versions.length}
            withdrawn={shown.withdrawn !== null}
            locale={locale}
          />
          {!isFrozen && <TaintNotice taints={claim.taints} locale={locale} />}
          {isReplySection && (
            <Replies n={next()} requests={shown.requests} verdict={shown.frozen} locale={locale} />
          )}
          <Minute n={next()} verdict={shown.frozen} locale={locale}>
            {!isReplySection && (
              <NobodyAsked requests={shown.requests} verdict={shown.frozen} locale={locale} />
            )}
          </Minute>
          <Findings n={next()} verdict={shown.frozen} locale={locale} />
          <Reasoning n={next()} verdict={shown.frozen} locale={locale} />
        </>
      ) : (
        <>
          <Section n={next()} title={t("claim.verdict")} className="ruling">
            <div className="text">
              <p className="lead">{t("claim.notRatedText")}</p>
            </div>
          </Section>
          {claim.requests.length > 0 && (
            <Replies n={next()} requests={claim.requests} verdict={null} locale={locale} />
          )}
        </>
      )}
      {(pieces.length > 0 || !shown) && (
        <Evidence
          n={next()}
          objectTo={(id) =>
            objectTo(claim.slug, `?evidence=${id}${isFrozen ? `&version=${version}` : ""}`, locale)
          }
          evidence={shown && weighed}
          unweighed={unweighed}
          quotes={claim.quotes}
          since={isFrozen ? nothing : (piece) => <Since claim={claim} piece={piece} locale={locale} />}
          locale={locale}
        >
          {shown && !isSure && <FlagGrounds verdict={shown.frozen} locale={locale} />}
        </Evidence>
      )}
      {shown && isSure && (
        <HowSure
          n={next()}
          verdict={shown.frozen}
          // A version is drawn as it was: what its sources turned out to rest on is told on the page of the claim.
          edges={
            isFrozen
              ? claim.sourceEdges.filter(({ since = "" }) => since <= shown.frozen.publishedAt)
              : claim.sourceEdges
          }
          now={isFrozen ? null : claim.independenceNow}
          locale={locale}
        />
      )}
      {(falsifiers.length > 0 || shown?.frozen.nothingForeseeable) && (
        <Falsifiers
          n={next()}
          falsifiers={falsifiers}
          nothingForeseeable={shown?.frozen.nothingForeseeable ?? null}
          judged={shown !== null}
          locale={locale}
        >
          {!isFrozen && <FactCorrections of={claim} rows="Falsifier" locale={locale} />}
        </Falsifiers>
      )}
      {claim.appearances.length > 0 && (
        <Appearances
          n={next()}
          appearances={claim.appearances}
          corrected={({ id, source }) => (
            <FactCorrections of={claim} rows={[id, source.id]} locale={locale} />
          )}
          roles={<FactCorrections of={claim} rows="PartyRole" locale={locale} />}
          restatedBy={claim.restatedBy[locale]}
          zone={claim.dispute.timeZone}
          locale={locale}
        />
      )}
      {claim.related.length > 0 && (
        <Related n={next()} related={claim.related} locale={locale}>
          <FactCorrections of={claim} rows="Relation" locale={locale} className="wide" />
        </Related>
      )}
      <Section n={next()} title={t("claim.about")} id="history">
        <div className="wide about">
          <div>
            {shown && (
              <History
                slug={claim.slug}
                versions={claim.versions}
                verdict={shown.frozen}
                corrections={claim.corrections}
                amendments={claim.amendments}
                locale={locale}
              >
                {!isFrozen && <FactCorrections of={claim} rows="Interest" locale={locale} />}
              </History>
            )}
            <Objections
              slug={claim.slug}
              version={version}
              objections={claim.objections.filter((each) => !isFrozen || each.version === version)}
              locale={locale}
            />
          </div>
          <div>
            <Cite
              citation={citation(claim, text, shown, locale)}
              latest={latest}
              version={shown && versionUrl ? { number: shown.frozen.version, url: versionUrl } : null}
              title={text}
              locale={locale}
            />
            <ToCheck
              latest={latest}
              version={versionUrl}
              hash={shown?.hash ?? null}
              evidence={pieces}
              appearances={claim.appearances}
              json={`/claims/${claim.slug}.json`}
              locale={locale}
            />
          </div>
        </div>
      </Section>
    </article>
  );
}

/** A version is shown as it was; what has become of its evidence since is told on the page of the claim. */
const nothing = () => null;

interface SinceProps {
  readonly claim: ClaimView;
  readonly piece: {
    readonly id: string;
    readonly language: string;
    readonly source: { readonly id: string };
  };
  readonly locale: Locale;
}

/** What has become of a piece of evidence since it was published. */
function Since({ claim, piece, locale }: SinceProps) {
  const withdrawal = claim.withdrawnSources.find(({ sourceId }) => sourceId === piece.source.id);
  return (
    <>
      {withdrawal && <SourceWithdrawalLine withdrawal={withdrawal} locale={locale} />}
      <FactCorrections of={claim} rows={[piece.id, piece.source.id]} locale={locale} />
      <RecheckLine
        recheck={claim.rechecks.find(({ evidenceId }) => evidenceId === piece.id)}
        language={piece.language}
        locale={locale}
      />
    </>
  );
}

const address = (path: string) => new URL(path, env.BELAGT_BASE_URL).href;

function citation(claim: ClaimView, text: string, shown: VerdictView | null, locale: Locale): string {
  const t = translator(locale);
  const verdict = shown?.frozen;
  const at = verdict?.publishedAt ?? claim.publishedAt;
  const words = { year: at.slice(0, 4), claim: text.replace(/\.$/, ""), date: dayWords(at, locale) };
  const rating = verdict && t(`ratings.${verdict.rating}`);
  return verdict
    ? t("claim.citation", {
        ...words,
        rating: shown?.withdrawn ? t("withdrawal.cited", { rating: rating ?? "" }) : (rating ?? ""),
        version: verdict.version,
      })
    : t("claim.citationUnrated", words);
}
