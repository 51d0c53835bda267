import { Prose } from "@/components/core/ui/prose";
import { curve, DrawnTitle } from "@/components/record/source/drawn-title";
import { isDrawn, ProvenanceDrawn, ProvenanceList } from "@/components/record/source/provenance";
import type { Bilingual, Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { inCommon } from "@/lib/record/evidence/evidence-groups";
import { type ProvenanceEdge, provenanceOf } from "@/lib/record/source/source-graph";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";

type Piece = FrozenVerdict["evidence"][number];

/** Past this many passages the drawing says less than the sentence above it. */
const MOST_DRAWN = 12;

interface IndependenceProps {
  readonly verdict: FrozenVerdict;
  /** What public sources rest on, as it stands now; those of other sources than the verdict's are left out. */
  readonly edges?: readonly ProvenanceEdge[];
  readonly locale: Locale;
}

/** What the evidence rests on, drawn where it can be and in words: what independence is counted from. */
export function Independence({ verdict, edges = [], locale }: IndependenceProps) {
  const t = translator(locale);
  const { evidence } = verdict;
  const provenance = provenanceOf(evidence, edges);
  const drawn = isFew(evidence) && (!provenance.beyond || isDrawn(provenance));
  if (provenance.beyond) {
    return (
      <>
        {drawn && <ProvenanceDrawn provenance={provenance} evidence={evidence} locale={locale} />}
        <ProvenanceList provenance={provenance} evidence={evidence} drawn={drawn} locale={locale} />
        {drawn && (
          <p className="fine wide-only">
            {t("claim.independenceKey")} {t("provenance.key")}
          </p>
        )}
      </>
    );
  }
  const documents = documentsOf(evidence);
  const allThrough = inCommon(
    documents.map(({ through }) => through),
    (source) => source?.id ?? "",
  );
  return (
    <>
      {drawn && <Drawing evidence={evidence} locale={locale} />}
      <ul className={`roots-list${drawn ? " narrow-seen" : ""}`}>
        {documents.map(({ document, through, held, pieces }) => (
          <li key={`${document.id} ${through?.id}`}>
            <b>
              <Prose text={document.title[locale]} />
            </b>{" "}
            ({pieces.map(({ rank }) => `${t("claim.evidenceLetter")}${rank}`).join(", ")}).{" "}
            {t(held ? "claim.seen" : "claim.notSeen")}{" "}
            {through && !allThrough && (
              <Prose text={t("claim.knownThrough", { title: through.title[locale] })} />
            )}{" "}
          </li>
        ))}
        {allThrough && (
          <li>
            <Prose text={t("claim.allKnownThrough", { title: allThrough.title[locale] })} />
          </li>
        )}
      </ul>
      {drawn && <p className="fine wide-only">{t("claim.independenceKey")}</p>}
    </>
  );
}

const isFew = ({ length }: readonly Piece[]) => length > 0 && length <= MOST_DRAWN;

/** Each document that evidence reports, through which source, with its pieces; a source of which none is reported, itself. */
function documentsOf(evidence: readonly Piece[]) {
  const groups = new Map<string, Piece[]>();
  for (const piece of evidence) {
    const key = `${piece.origin?.id} ${piece.source.id}`;
    groups.set(key, [...(groups.get(key) ?? []), piece]);
  }
  return [...groups.values()].flatMap((pieces) => {
    const [first] = pieces;
    if (!first) return [];
    const { origin, source } = first;
    return origin
      ? { document: origin, through: source, held: origin.held, pieces }
      : { document: source, through: null, held: source.snapshots.length > 0, pieces };
  });
}

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
