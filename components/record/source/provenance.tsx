import { Prose } from "@/components/core/ui/prose";
import type { Locale } from "@/lib/core/language/language";
import { type Translator, translator } from "@/lib/core/language/translator";
import type { SourceEdgeKind } from "@/lib/record/source/source";
import {
  drawProvenance,
  type Point,
  type Provenance,
  type ProvenanceDrawing,
} from "@/lib/record/source/source-graph";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";
import { curve, DrawnTitle } from "./drawn-title";

interface ProvenanceProps {
  readonly provenance: Provenance;
  readonly evidence: FrozenVerdict["evidence"];
  readonly locale: Locale;
}

/** Past this many sources the list says more than a drawing; past this many columns titles would stand on lines. */
const MOST_DRAWN = 12;
const MOST_COLUMNS = 3;

export const isDrawn = (provenance: Provenance) =>
  provenance.sources.length <= MOST_DRAWN && drawProvenance(provenance, []).columns <= MOST_COLUMNS;

const RING = 8;

/** What the passages rest on: what is upstream at the left, the passages at the right. */
export function ProvenanceDrawn({ provenance, evidence, locale }: ProvenanceProps) {
  const t = translator(locale);
  const drawing = drawProvenance(provenance, evidence);
  const held = new Map(drawing.sources.map((source) => [source.id, source.held]));
  const piece = new Map(evidence.map((each) => [each.id, each]));
  return (
    <svg className="roots wide-only" viewBox={`0 0 ${drawing.width} ${drawing.height}`} aria-hidden="true">
      <g className="roots-lines">
        {drawing.stems.map(({ id, points }) => (
          <path key={id} d={through(points, RING, 10)} />
        ))}
      </g>
      {drawing.lines.map((line) => (
        <path
          key={`${line.fromId} ${line.toId} ${line.kinds[0]}`}
          className={lineClass(line.kinds, held.get(line.toId) ?? false)}
          d={line.bowed ? bow(line.points) : through(line.points, RING, RING)}
        />
      ))}
      {drawing.sources.map(({ id, title, held, x, y }) => (
        <g key={id}>
          <circle cx={x} cy={y} r={RING} className={held ? "ring-held" : "ring"} />
          <DrawnTitle text={title[locale]} most={signsIn(drawing)} x={x} last={y - 22} />
        </g>
      ))}
      {drawing.lines.map((line) => (
        <Kinds key={`${line.fromId} ${line.toId} ${line.kinds[0]}`} line={line} t={t} />
      ))}
      {drawing.passages.map(({ id, x, y }) => (
        <g key={id}>
          <text x={x} y={y + 5} className="t">
            {t("claim.evidenceLetter")}
            {piece.get(id)?.rank}
          </text>
          <text x={x + 30} y={y + 5} className="s">
            {t(`stances.${piece.get(id)?.stance ?? "context"}`).toLocaleLowerCase(locale)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** How one source rests on the other, on the line, where it is in another way than most do. */
function Kinds({ line, t }: { readonly line: ProvenanceDrawing["lines"][number]; readonly t: Translator }) {
  const words = line.kinds
    .filter((kind) => kind !== "based_on" && kind !== "same_producer")
    .map((kind) => t(`provenance.drawn.${kind}`));
  const [from, to] = line.points.slice(-2);
  if (words.length === 0 || line.bowed || !from || !to) return null;
  return (
    <text x={(from.x + to.x) / 2} y={(from.y + to.y) / 2 + 4} textAnchor="middle" className="s halo">
      {words.join(", ")}
    </text>
  );
}

const lineClass = (kinds: readonly SourceEdgeKind[], held: boolean) =>
  kinds.includes("same_producer") ? "roots-shared" : held ? "roots-line" : "roots-unseen";

/** About 8 units a sign; titles in neighbouring columns may stand side by side. */
const signsIn = ({ columns, spacing }: ProvenanceDrawing) =>
  columns === 1 ? 30 : Math.min(24, Math.floor(spacing / 8));

/** Level through each place on the way. It leaves the first ring and stops short of what it leads to. */
function through(points: readonly Point[], leave: number, stop: number): string {
  return points
    .slice(1)
    .map((to, index) => {
      const from = points[index] ?? to;
      const isFirst = index === 0;
      const isLast = index === points.length - 2;
      return curve(from.x + (isFirst ? leave : 0), from.y, to.x - (isLast ? stop : 0), to.y);
    })
    .join("");
}

/** Out to the right of both rings and back. */
function bow(points: readonly Point[]): string {
  const [from, to] = [points[0], points.at(-1)];
  if (!from || !to) return "";
  const out = Math.max(from.x, to.x) + 40;
  return `M${from.x + RING} ${from.y}C${out} ${from.y} ${out} ${to.y} ${to.x + RING} ${to.y}`;
}

/** The same in words: each source, whether we hold it, and how it is joined to others. Beside a drawing it is heard, and read where there is no room to draw. */
export function ProvenanceList({
  provenance,
  evidence,
  drawn,
  locale,
}: ProvenanceProps & { readonly drawn: boolean }) {
  const t = translator(locale);
  return (
    <ul className={`roots-list${drawn ? " narrow-seen" : ""}`}>
      {provenance.sources.map(({ id, title, held }) => {
        const passages = evidence.filter(({ source }) => source.id === id);
        const names = passages.map(({ rank }) => `${t("claim.evidenceLetter")}${rank}`).join(", ");
        return (
          <li key={id}>
            <b>
              <Prose text={title[locale]} />
            </b>
            {names && ` (${names})`}. {t(held ? "claim.seen" : "claim.notSeen")}
            {provenance.edges
              .filter(({ from }) => from.id === id)
              .map(({ to, kind }) => (
                <span key={`${to.id} ${kind}`}>
                  {" "}
                  <Prose text={t(`provenance.edges.${kind}`, { title: to.title[locale] })} />
                </span>
              ))}
          </li>
        );
      })}
    </ul>
  );
}
