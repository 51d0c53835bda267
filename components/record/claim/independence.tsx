import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { curve, DrawnTitle } from "@/components/record/source/drawn-title";
import { isDrawn, ProvenanceDrawn, ProvenanceList } from "@/components/record/source/provenance";
import { capitalised } from "@/lib/core/language/capitalised";
import type { Bilingual, Locale } from "@/lib/core/language/language";
import { listWords } from "@/lib/core/language/list-words";
import { numberWords } from "@/lib/core/language/number-words";
import { translator } from "@/lib/core/language/translator";
import { type ProvenanceEdge, provenanceOf } from "@/lib/record/source/source-graph";
import type { IndependenceNow } from "@/lib/record/taint/taint";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";

type Piece = FrozenVerdict["evidence"][number];

/** Past this many passages the drawing says less than the sentence above it. */
const MOST_DRAWN = 12;

interface IndependenceProps {
  readonly n: number;
  readonly verdict: FrozenVerdict;
  /** What public sources rest on, as it stands now; those of other sources than the verdict's are left out. */
  readonly edges?: readonly ProvenanceEdge[];
  /** How independent it is now, where the verdict says something else. */
  readonly now?: IndependenceNow | null;
  readonly locale: Locale;
}

/** How many independent roots the evidence has, drawn and in words. */
export function IndependenceSection({ n, verdict, edges = [], now = null, locale }: IndependenceProps) {
  const t = translator(locale);
  const { links, documents, roots, same = [] } = verdict.independence;
  const { notConcerned = [] } = verdict;
  const gains = verdict.interests.flatMap(({ gainsIf, ...each }) =>
    gainsIf === "neither" ? [] : [{ ...each, gainsIf }],
  );
  const provenance = provenanceOf(verdict.evidence, edges);
  const few = verdict.evidence.length > 0 && verdict.evidence.length <= MOST_DRAWN;
  const drawn = few && (!provenance.beyond || isDrawn(provenance));
  return (
    <Section n={n} title={t("claim.independence")} id="independence">
      <figure className="text">
        <p className="lead roots-text">
          {now && `${t("claim.independenceThen")} `}
          {now === null
            ? capitalised(independenceWords({ links, documents, roots: roots.length }, locale))
            : independenceWords({ links, documents, roots: roots.length }, locale)}{" "}
          {roots.length === 1 && now === null && t("claim.independenceOne")}
        </p>
        {now && (
          <p className="lead roots-text">
            {t("claim.independenceNow", {
              words: independenceWords(now, locale),
            })}
          </p>
        )}
        {same.map(({ by, sources }) => (
          <p key={sources[0]?.id}>
            <Prose
              text={t(`claim.sameDocument.${by[0] ?? "address"}`, {
                sources: listWords(
                  sources.map(({ title }) => title[locale]),
                  locale,
                ),
              })}
            />
          </p>
        ))}
        {provenance.beyond ? (
          <>
            {drawn && <ProvenanceDrawn provenance={provenance} evidence={verdict.evidence} locale={locale} />}
            <ProvenanceList
              provenance={provenance}
              evidence={verdict.evidence}
              drawn={drawn}
              locale={locale}
            />
          </>
        ) : (
          <>
            {drawn && <Drawing evidence={verdict.evidence} locale={locale} />}
            <ul className={`roots-list${drawn ? " narrow-only" : ""}`}>
              {verdict.evidence.map((piece) => (
                <li key={piece.id}>
                  <a className="ref" href={`#evidence-${piece.id}`}>
                    {t("claim.evidenceLetter")}
                    {piece.rank}
                  </a>{" "}
                  <Prose text={`${piece.source.title[locale]}.`} />{" "}
                  {piece.origin && (
                    <>
                      <Prose text={t("claim.restsOn", { title: piece.origin.title[locale] })} />{" "}
                      {t(piece.origin.held ? "claim.seen" : "claim.notSeen")}
                    </>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </figure>
      <div className="margin stack">
        {drawn && (
          <p className="note wide-only">
            {t("claim.independenceKey")} {provenance.beyond && t("provenance.key")}
          </p>
        )}
        {notConcerned.length > 0 && (
          <div className="note">
            <p>{t("claim.notConcerned")}</p>
            <ul>
              {notConcerned.map(({ party, reason }) => (
                <li key={party.slug}>
                  {party.name[locale]}: <Prose text={reason[locale]} />
                </li>
              ))}
            </ul>
          </div>
        )}
        {gains.length > 0 && (
          <div className="note">
            <p>{t("claim.interests")}</p>
            <ul>
              {gains.map(({ party, gainsIf, by }) => (
                <li key={`${party.slug} ${gainsIf}`}>
                  {t(GAINS[by === "made" && gainsIf === "claim_true" ? "made" : gainsIf], {
                    party: party.name[locale],
                  })}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Section>
  );
}

const independenceWords = ({ links, documents, roots }: IndependenceNow, locale: Locale): string =>
  translator(locale)("claim.independenceText", {
    ...{ links, documents, roots },
    linkWord: numberWords(links, locale),
    documentWord: numberWords(documents, locale),
    rootWord: numberWords(roots, locale),
  });

const GAINS = {
  claim_true: "claim.gainsIfTrue",
  claim_false: "claim.gainsIfFalse",
  made: "claim.gainsAsClaimant",
  unknown: "claim.gainsUnknown",
} as const;

const ROW = 26;
const TALL = 64;
const [DOCUMENT_X, SOURCE_X, PASSAGE_X] = [276, 392, 516];

interface Node {
  readonly id: string;
  readonly title: Bilingual;
  readonly held: boolean;
  readonly y: number;
}

/** Documents at the left, the sources we read in the middle, the passages at the right. */
function Drawing({ evidence, locale }: { readonly evidence: readonly Piece[]; readonly locale: Locale }) {
  const t = translator(locale);
  const { documents, sources, passages, height } = place(evidence);
  const at = (nodes: readonly Node[], id: string) => nodes.find((node) => node.id === id)?.y ?? 0;
  return (
    <svg className="roots wide-only" viewBox={`0 0 632 ${height}`} aria-hidden="true">
      <g className="roots-lines">
        {passages.map(({ piece, y }) => (
          <path key={piece.id} d={curve(SOURCE_X + 8, at(sources, piece.source.id), PASSAGE_X - 10, y)} />
        ))}
      </g>
      <g>
        {links(evidence).map(({ from, to, held }) => (
          <path
            key={`${from}${to}`}
            className={held ? "roots-line" : "roots-unseen"}
            d={curve(DOCUMENT_X + 6, at(documents, from), SOURCE_X - 8, at(sources, to))}
          />
        ))}
      </g>
      {documents.map((node) => (
        <g key={node.id}>
          <DrawnTitle text={node.title[locale]} most={30} x={0} middle={node.y + 5} />
          <circle cx={DOCUMENT_X} cy={node.y} r="5.5" className={node.held ? "ring-held" : "ring"} />
        </g>
      ))}
      {sources.map((node) => (
        <g key={node.id}>
          <circle cx={SOURCE_X} cy={node.y} r="8" className={node.held ? "ring-held" : "ring"} />
          <DrawnTitle text={node.title[locale]} most={24} x={SOURCE_X} last={node.y - 22} />
        </g>
      ))}
      {passages.map(({ piece, y }) => (
        <g key={piece.id}>
          <text x={PASSAGE_X} y={y + 5} className="t">
            {t("claim.evidenceLetter")}
            {piece.rank}
          </text>
          <text x={PASSAGE_X + 30} y={y + 5} className="s">
            {t(`stances.${piece.stance}`).toLocaleLowerCase(locale)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function links(evidence: readonly Piece[]) {
  const all = evidence.flatMap((piece) =>
    piece.origin ? [{ from: piece.origin.id, to: piece.source.id, held: piece.origin.held }] : [],
  );
  return [...new Map(all.map((link) => [`${link.from}${link.to}`, link])).values()];
}

/** Passages stand in the order of the documents they report, so that no line crosses another. */
function place(evidence: readonly Piece[]) {
  const documents = new Map(evidence.flatMap(({ origin }) => (origin ? [[origin.id, origin]] : [])));
  const sources = new Map(
    evidence.map(({ source }) => [source.id, { ...source, held: source.snapshots.length > 0 }]),
  );
  const order = [...documents.keys()];
  const sorted = [...evidence].sort(
    (a, b) => order.indexOf(a.origin?.id ?? "") - order.indexOf(b.origin?.id ?? "") || a.rank - b.rank,
  );
  const height = Math.max(documents.size * TALL, sorted.length * ROW, sources.size * TALL * 1.4, 90) + 8;
  const spread = <T,>(items: readonly T[], index: number) => ((index + 0.5) * height) / items.length;
  const nodes = (items: { id: string; title: Bilingual; held: boolean }[]): Node[] =>
    items.map(({ id, title, held }, index) => ({ id, title, held, y: Math.round(spread(items, index)) }));
  return {
    documents: nodes([...documents.values()]),
    sources: nodes([...sources.values()]),
    passages: sorted.map((piece, index) => ({ piece, y: Math.round(spread(sorted, index)) })),
    height: Math.round(height),
  };
}
