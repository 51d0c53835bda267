import { LineEnd } from "@/components/core/rating/line-end";
import { Prose } from "@/components/core/ui/prose";
import { Around, QuoteLine } from "@/components/record/evidence/quote-line";
import { capitalised } from "@/lib/core/language/capitalised";
import { href, type Locale } from "@/lib/core/language/language";
import { numberWords } from "@/lib/core/language/number-words";
import { translator } from "@/lib/core/language/translator";
import type { EvidenceView, Passage } from "@/lib/record/claim/claim";
import type { QuoteView } from "@/lib/record/evidence/evidence-quote";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";

type Piece = FrozenVerdict["evidence"][number];

interface EvidenceProps {
  readonly n: number;
  /** Weighed in the verdict, heaviest first; null: there is no verdict. */
  readonly evidence: readonly Piece[] | null;
  /** Published since, not weighed yet; without a verdict all there is. */
  readonly unweighed: readonly EvidenceView[];
  /** How the words of each are known, by its id. */
  readonly quotes: Readonly<Record<string, QuoteView>>;
  /** Where a reader objects to a piece. */
  readonly objectTo: (id: string) => string;
  /** What has become of a piece since it was published. */
  readonly since: (piece: Piece | EvidenceView) => React.ReactNode;
  readonly locale: Locale;
}

/** The evidence for, against and around the claim, each with its exact words and where they stand. */
export function Evidence({ n, evidence, unweighed, quotes, objectTo, since, locale }: EvidenceProps) {
  const t = translator(locale);
  const count = (stance: Piece["stance"]) =>
    (evidence ?? unweighed).filter((piece) => piece.stance === stance).length;
  const [against, forIt, context] = [count("contradicts"), count("supports"), count("context")];
  const counts = [
    against > 0 && t("claim.evidenceAgainst", { count: against, n: numberWords(against, locale) }),
    forIt > 0 && t("claim.evidenceFor", { count: forIt, n: numberWords(forIt, locale) }),
    context > 0 && t("claim.evidenceContext", { count: context, n: numberWords(context, locale) }),
  ].filter((words) => words !== false);
  return (
    <section aria-labelledby="evidence">
      <div className="row ev-intro">
        <div className="label">
          <h2 id="evidence">
            <span className="par">§ {n}</span> {t("claim.evidence")}
          </h2>
        </div>
        <p className="text">
          {counts.length === 0
            ? t(evidence ? "claim.noneWeighed" : "claim.noEvidence")
            : `${capitalised(counts.join(", "))}. ${t(evidence ? "claim.evidenceNote" : "claim.wordsNote")}`}
        </p>
      </div>
      {evidence?.map((piece) => (
        <WeighedPiece
          key={piece.id}
          piece={piece}
          quote={quotes[piece.id]}
          since={since(piece)}
          objection={objectTo(piece.id)}
          locale={locale}
        />
      ))}
      {evidence && unweighed.length > 0 && (
        <div className="row">
          <h3 className="label">{t("claim.unweighed")}</h3>
          <p className="text note">{t("claim.unweighedText")}</p>
        </div>
      )}
      {unweighed.map((piece) => (
        <article
          key={piece.id}
          className="row ev"
          id={`evidence-${piece.id}`}
          aria-label={t(`stances.${piece.stance}`)}
        >
          <p className="label">
            <span className="stance">
              <LineEnd kind={piece.stance} /> {t(`stances.${piece.stance}`)}
            </span>
          </p>
          <Excerpt
            excerpt={piece.excerpt}
            language={piece.language}
            note={piece.note[locale]}
            quote={quotes[piece.id]}
          />
          <div className="margin note">
            <Where source={piece.source} id={piece.id} passage={piece} locale={locale} />
            <Ways piece={piece} quote={quotes[piece.id]} locale={locale} />
            {since(piece)}
            <ObjectLink to={objectTo(piece.id)} locale={locale} />
          </div>
        </article>
      ))}
    </section>
  );
}

function ObjectLink({ to, locale }: { readonly to: string; readonly locale: Locale }) {
  return (
    <p className="fine">
      <a href={to} rel="nofollow">
        {translator(locale)("objection.objectEvidence")}
      </a>
    </p>
  );
}

/** Only what is published is shown with its ways back; a frozen verdict may name what is not. */
function Ways({
  piece,
  quote,
  locale,
}: {
  readonly piece: Pick<Piece, "id" | "excerpt"> & { readonly source: { readonly id: string } };
  readonly quote: QuoteView | undefined;
  readonly locale: Locale;
}) {
  const { id, excerpt, source } = piece;
  return quote && <QuoteLine id={id} sourceId={source.id} excerpt={excerpt} quote={quote} locale={locale} />;
}

/** What a flag is called, and what it means. */
const FLAGS = {
  own_case: ["claim.ownCase", "claim.ownCaseText"],
  against_own_case: ["claim.againstOwnCase", "claim.againstOwnCaseText"],
  unknown: ["claim.unknownMaker", "claim.unknownMakerText"],
} as const;

function WeighedPiece({
  piece,
  quote,
  since,
  objection,
  locale,
}: {
  readonly piece: Piece;
  readonly quote: QuoteView | undefined;
  readonly since: React.ReactNode;
  readonly objection: string;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const name = `${t("claim.evidenceLetter")}${piece.rank}`;
  const stance = t(`stances.${piece.stance}`);
  return (
    <article
      className={`row ev${piece.rank === 1 ? " open" : ""}`}
      id={`evidence-${piece.id}`}
      aria-label={t("claim.evidenceNumber", { number: piece.rank, stance: stance.toLocaleLowerCase(locale) })}
    >
      <p className="label">
        <span className="no">{name}</span>{" "}
        <span className="stance">
          <LineEnd kind={piece.stance} /> {stance}
        </span>{" "}
        {piece.rank === 1 && piece.stance !== "context" && <span>{t("claim.heaviest")}</span>}
      </p>
      <Excerpt excerpt={piece.excerpt} language={piece.language} note={piece.note[locale]} quote={quote}>
        {piece.ownCase !== "none" && (
          <p className="flag">
            <b>{t(FLAGS[piece.ownCase][0])}</b> {t(FLAGS[piece.ownCase][1])}
          </p>
        )}
      </Excerpt>
      <div className="margin note">
        <Where source={piece.source} id={piece.id} passage={piece} locale={locale} />
        {piece.origin && (
          <p>
            <Prose text={t("claim.restsOn", { title: piece.origin.title[locale] })} />{" "}
            <b>{t(piece.origin.held ? "claim.seen" : "claim.notSeen")}</b>
          </p>
        )}
        <Ways piece={piece} quote={quote} locale={locale} />
        {since}
        <ObjectLink to={objection} locale={locale} />
      </div>
    </article>
  );
}

function Excerpt({
  excerpt,
  language,
  note,
  quote,
  children,
}: {
  excerpt: string;
  language: string;
  note: string;
  quote: QuoteView | undefined;
  children?: React.ReactNode;
}) {
  return (
    <div className="text">
      <p className="passage" lang={language}>
        {quote?.copy && <Around text={quote.copy.prefix} side="before" />}
        <q className="said" lang={language}>
          {excerpt}
        </q>
        {quote?.copy && <Around text={quote.copy.suffix} side="after" />}
      </p>
      <p>
        <Prose text={note} />
      </p>
      {children}
    </div>
  );
}

function Where({
  source,
  id,
  passage,
  locale,
}: {
  source: { id: string; title: { sv: string; en: string } };
  id: string;
  passage: Passage;
  locale: Locale;
}) {
  const t = translator(locale);
  const place = passageWords(passage, locale);
  return (
    <p>
      <b>
        <Prose text={source.title[locale]} />
      </b>
      {place && <Prose text={`, ${place}`} />}.{" "}
      <a className="nb" href={`${href(locale, `/sources/${source.id}`)}#passage-${id}`}>
        {t("claim.showInSource")}
      </a>
    </p>
  );
}

/** "paragraph 4, characters 1693–1724" */
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
