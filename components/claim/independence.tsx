import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { capitalised } from "@/lib/language/capitalised";
import type { Bilingual, Locale } from "@/lib/language/language";
import { numberWords } from "@/lib/language/number-words";
import { translator } from "@/lib/language/translator";
import type { FrozenVerdict } from "@/lib/verdict/verdict-schema";

type Piece = FrozenVerdict["evidence"][number];

/** Past this many passages the drawing says less than the sentence above it. */
const MOST_DRAWN = 12;

/** How many independent roots the evidence has, drawn and in words. */
export function IndependenceSection({
  n,
  verdict,
  locale,
}: {
  readonly n: number;
  readonly verdict: FrozenVerdict;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const { links, documents, roots } = verdict.independence;
  const gains = verdict.interests.filter(({ gainsIf }) => gainsIf !== "neither");
  const drawn = verdict.evidence.length > 0 && verdict.evidence.length <= MOST_DRAWN;
  return (
    <Section n={n} title={t("claim.independence")} id="independence">
      <figure className="text">
        <p className="lead roots-text">
          {capitalised(
            t("claim.independenceText", {
              links,
              documents,
              roots: roots.length,
              linkWord: numberWords(links, locale),
              documentWord: numberWords(documents, locale),
              rootWord: numberWords(roots.length, locale),
            }),
          )}{" "}
          {roots.length === 1 && t("claim.independenceOne")}
        </p>
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
      </figure>
      <div className="margin stack">
        {drawn && <p className="note wide-only">{t("claim.independenceKey")}</p>}
        {gains.length > 0 && (
          <div className="note">
            <p>{t("claim.interests")}</p>
            <ul>
              {gains.map(({ party, gainsIf }) => (
                <li key={party.slug}>
                  {t(gainsIf === "claim_true" ? "claim.gainsIfTrue" : "claim.gainsIfFalse", {
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

const ROW = 26;
const TALL = 64;
const LINE = 18;
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
          <Title text={node.title[locale]} most={30} x={0} middle={node.y + 5} />
          <circle cx={DOCUMENT_X} cy={node.y} r="5.5" className={node.held ? "ring-held" : "ring"} />
        </g>
      ))}
      {sources.map((node) => (
        <g key={node.id}>
          <circle cx={SOURCE_X} cy={node.y} r="8" className={node.held ? "ring-held" : "ring"} />
          <Title text={node.title[locale]} most={24} x={SOURCE_X} last={node.y - 22} />
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

interface TitleProps {
  readonly text: string;
  readonly most: number;
  readonly x: number;
  /** The baseline of one line, or the middle of two. */
  readonly middle?: number;
  /** The baseline of the last line: over a ring, centred. */
  readonly last?: number;
}

/** A name, whole, on one line or two. */
function Title({ text, most, x, middle, last }: TitleProps) {
  const lines = twoLines(text, most);
  const second = lines.length > 1 ? LINE : 0;
  const y = last === undefined ? (middle ?? 0) - second / 2 : last - second;
  return (
    <text y={y} textAnchor={last === undefined ? undefined : "middle"} className="t halo">
      {lines.map((line, index) => (
        <tspan key={line} x={x} dy={index * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Cut between words, as evenly as the words allow; what is too long even for two lines ends in an ellipsis. */
function twoLines(text: string, most: number): readonly string[] {
  if (text.length <= most) return [text];
  const cuts = [...text.matchAll(/ /g)].map(({ index }) => index).filter((index) => index <= most);
  const cut = cuts.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  if (cut === undefined) return [shortened(text, most)];
  return [text.slice(0, cut), shortened(text.slice(cut + 1), most)];
}

const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

const curve = (x1: number, y1: number, x2: number, y2: number) => {
  const half = (x1 + x2) / 2;
  return `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
};

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
