/** What the strokes, dots and line ends mean. */

import { LineEnd } from "@/components/core/rating/line-end.tsx";
import type { Edge } from "@/lib/core/edtf/edtf.ts";
import { strokesBetween } from "@/lib/record/timeline/timeline-strokes.ts";
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
  const { hatch, firm, even } = strokesBetween(inner, start, end);
  return (
    <svg className="prec" width={width} height="16" viewBox={`-1 -3 ${width} 16`} aria-hidden="true">
      <path className="hatch" d={hatch} />
      {even ? <path className="even" d={`M${even[0]} 5H${even[1]}`} /> : null}
      <path className="firm" d={firm} />
    </svg>
  );
}

/** Dots are explained only where there are any: nobody is said to be silent by the key alone. */
export function TimelineLegend({ words, dots }: { readonly words: TimelineWords; readonly dots: boolean }) {
  const { legend } = words;
  return (
    <p className="keys fine">
      <span className="away">{legend.label}:</span>
      <span>
        <Precision start="firm" end="firm" point={false} width={40} /> {legend.within}
      </span>
      <span>
        <Precision start="soft" end="soft" point={false} width={72} /> {legend.about}
      </span>
      <span>
        <Precision start="firm" end="open" point={false} /> {legend.earliest}
      </span>
      <span>
        <svg width="6" height="14" viewBox="0 0 6 14" aria-hidden="true">
          <path className="bar" d="M3 0v14" />
        </svg>{" "}
        {legend.event}
      </span>
      {dots && (
        <span>
          <svg width="42" height="10" viewBox="0 0 42 10" aria-hidden="true">
            <path className="dots" d="M3 5H40" />
          </svg>{" "}
          {legend.silence}
        </span>
      )}
      <span>
        <LineEnd kind="denies" /> {legend.against}
      </span>
      <span>
        <LineEnd kind="answers" /> {legend.answers}
      </span>
      <span>
        <LineEnd kind="goes_further" /> {legend.further}
      </span>
      <span>
        <LineEnd kind="supports" /> {legend.supports}
      </span>
    </p>
  );
}
