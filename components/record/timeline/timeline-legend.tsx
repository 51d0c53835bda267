/** What the strokes, marks, dots and line ends mean. */

import type { ReactNode } from "react";
import { LineEnd } from "@/components/core/rating/line-end.tsx";
import type { Edge } from "@/lib/core/edtf/edtf.ts";
import { RATINGS } from "@/lib/core/rating/rating.ts";
import { END } from "@/lib/record/timeline/timeline-lines.ts";
import { MOST_WITH_LINES } from "@/lib/record/timeline/timeline-plan.ts";
import { anchor, type Prepared } from "@/lib/record/timeline/timeline-prepared.ts";
import { strokesBetween } from "@/lib/record/timeline/timeline-strokes.ts";
import { fill } from "./timeline-fill.ts";
import { Mark } from "./timeline-signs.tsx";
import type { TimelineWords } from "./timeline-words.ts";

/** A date's engraving in miniature, 56 × 16 px: the same hand as the picture, with shorter fades. */
export function Precision({
  start,
  end,
  point,
  width = 56,
}: {
  start: Edge;
  end: Edge;
  point: boolean;
  width?: number;
}) {
  if (point) {
    return (
      <svg className="prec" width={width} height="16" viewBox={`0 -3 ${width} 16`} aria-hidden="true">
        <path className="point" d="M1.5 -3v16" />
      </svg>
    );
  }
  const inner = width - 3;
  const { hatch, faint, faintest, firm, heads, even } = strokesBetween(
    inner - (end === "open" ? 6 : 0),
    start,
    end,
  );
  return (
    <svg className="prec" width={width} height="16" viewBox={`-1 -3 ${width} 16`} aria-hidden="true">
      <path className="hatch" d={hatch} />
      {even ? <path className="even" d={`M${even[0]} 5H${even[1]}`} /> : null}
      {faint ? <path className="hatch faint" d={faint} /> : null}
      {faintest ? <path className="hatch faintest" d={faintest} /> : null}
      {firm ? <path className="firm" d={firm} /> : null}
      {heads ? <path className="head" d={heads} /> : null}
    </svg>
  );
}

const SILENCE = (
  <svg width="42" height="10" viewBox="0 0 42 10" aria-hidden="true">
    <path className="dots" d="M3 5H40" />
  </svg>
);

/** A word for every mark there is in this picture, and for no other: nobody is said to be silent by the key alone. */
export function TimelineLegend({
  prepared: { posts, stretches },
  words,
}: {
  readonly prepared: Prepared;
  readonly words: TimelineWords;
}) {
  const { legend } = words;
  const spans = posts.flatMap((post) => [post.spans.happened, post.spans.known]);
  const ends = new Set(spans.flatMap(({ startEdge, endEdge, point }) => (point ? [] : [startEdge, endEdge])));
  const ratings = RATINGS.filter((rating) => posts.some(({ claim }) => claim?.rating === rating));
  const kinds = [...new Set(posts.flatMap(({ relations }) => relations.map(({ kind }) => kind)))];
  const byEnd = Map.groupBy(kinds, (kind) => END[kind]);
  const keys: readonly (readonly [string, ReactNode] | null | false)[] = [
    ends.has("firm") && [
      legend.within,
      <Precision key="" start="firm" end="firm" point={false} width={44} />,
    ],
    ends.has("soft") && [legend.about, <Precision key="" start="soft" end="soft" point={false} width={56} />],
    ends.has("open") && [legend.earliest, <Precision key="" start="firm" end="open" point={false} />],
    spans.some(({ loose, start }) => loose && start === null) && [
      legend.order,
      <svg key="" width="56" height="14" viewBox="0 0 56 14" aria-hidden="true">
        <path className="hatch faint" d="M1.5 2v10M19.5 2v10M37.5 2v10" />
        <path className="chev" d="M47 3l4.5 4l-4.5 4" />
      </svg>,
    ],
    posts.some(({ kind }) => kind !== "claim" && kind !== "silence") && [
      legend.event,
      <svg key="" width="6" height="14" viewBox="0 0 6 14" aria-hidden="true">
        <rect className="bar" x="1" width="3" height="14" />
      </svg>,
    ],
    ...ratings.map(
      (rating) =>
        [fill(legend.claim, { rating: words.rating[rating] }), <Mark key="" rating={rating} />] as const,
    ),
    posts.some(({ claim }) => claim && !claim.rating) && [legend.unjudged, <Mark key="" rating={null} />],
    posts.some(({ kind }) => kind === "silence") && [legend.silence, SILENCE],
    ...[...byEnd.values()].map(
      (same) =>
        [
          same.map((kind) => words.relation[kind]).join(", "),
          same[0] ? <LineEnd key="" kind={same[0]} /> : null,
        ] as const,
    ),
    stretches.happened.some(({ empty }) => empty) && [
      legend.fold,
      <svg key="" width="20" height="14" viewBox="0 0 20 14" aria-hidden="true">
        <path className="cut" d="M3 13l6-12M11 13l6-12" />
      </svg>,
    ],
    posts.some(({ spans: { happened, known } }) => anchor(happened) < anchor(known)) && [
      legend.lag,
      <svg key="" width="48" height="12" viewBox="0 0 48 12" aria-hidden="true">
        <path className="ghost" d="M1 1v10" />
        <path className="lag" d="M5 6H44M39 2l5 4l-5 4" />
      </svg>,
    ],
    posts.length > MOST_WITH_LINES && [
      legend.many,
      <svg key="" width="12" height="14" viewBox="0 0 12 14" aria-hidden="true">
        <path className="ticks" d="M0 13h9M0 10h9M0 7h9" />
      </svg>,
    ],
  ];
  return (
    <details className="keys fine" open>
      <summary>{legend.label}</summary>
      <ul>
        {keys.map((key) =>
          key ? (
            <li key={key[0]}>
              <span className="sign">{key[1]}</span> {key[0]}
            </li>
          ) : null,
        )}
      </ul>
    </details>
  );
}
