"use client";
/** The names beside the plot. A lane with nothing in view has one line, and so only its name. */
import { memo } from "react";
import type { PlacedLane } from "@/lib/record/timeline/timeline-layout.ts";
import { LANES_WIDTH } from "@/lib/record/timeline/timeline-prepared.ts";

const BASE = 24;
const LINE = 17;

export const LaneNames = memo(function LaneNames({
  lanes,
  height,
}: {
  readonly lanes: readonly PlacedLane[];
  readonly height: number;
}) {
  return (
    <svg
      className="lanes"
      width={LANES_WIDTH}
      height={height + 1}
      viewBox={`0 0 ${LANES_WIDTH} ${height + 1}`}
      aria-hidden="true"
    >
      {lanes.map((lane) => {
        const names = lane.folded ? lane.names.slice(0, 1) : lane.names;
        const texts = lane.folded ? names : [...names, ...lane.roles];
        return (
          <g key={lane.id}>
            <path className="lane" d={`M0 ${lane.y + 0.5}H${LANES_WIDTH - 14}`} />
            {texts.map((text, i) => (
              <text
                key={`${lane.id} ${text}`}
                className={lane.folded ? "s" : i < names.length ? "t" : "s"}
                y={lane.y + (lane.folded ? 20 : BASE) + LINE * i}
              >
                {lane.folded && lane.names.length > 1 ? `${text} …` : text}
              </text>
            ))}
          </g>
        );
      })}
      <path className="lane" d={`M0 ${height + 0.5}H${LANES_WIDTH}`} />
    </svg>
  );
});
