"use client";
/** The whole dispute as a strip over what is read on a phone: where one is, what has been read, what comes. */
import type { Clock } from "@/lib/record/timeline/timeline.ts";
import { axisAt, fitScale } from "@/lib/record/timeline/timeline-axis.ts";
import { anchor, type Prepared, type PreparedPost } from "@/lib/record/timeline/timeline-prepared.ts";
import { fill } from "./timeline-fill.ts";
import type { TimelineWords } from "./timeline-words.ts";

const WIDTH = 328;
const LANE = 13;
const APART = 5;

export function TimelineMini({
  post: current,
  posts,
  prepared,
  clock,
  words,
}: {
  readonly post: PreparedPost;
  readonly posts: readonly PreparedPost[];
  readonly prepared: Prepared;
  readonly clock: Clock;
  readonly words: TimelineWords;
}) {
  const stretches = prepared.stretches[clock];
  const axis = axisAt(stretches, fitScale(stretches, WIDTH, false), false);
  const lanes = prepared.lanes.map(({ id }) => id);
  const read = posts.indexOf(current);
  const taken = new Set<string>();
  const marks = posts.map((post, index) => {
    const lane = lanes.indexOf(post.lane);
    let x = Math.round(axis.x(anchor(post.spans[clock])));
    while (taken.has(`${lane} ${x}`) && x < WIDTH - APART) x += APART;
    taken.add(`${lane} ${x}`);
    return { id: post.id, x, y: lane * LANE + 6, now: post === current, past: index < read };
  });
  const foot = lanes.length * LANE;
  return (
    <svg
      className="mini"
      viewBox={`0 0 ${WIDTH} ${foot + 12}`}
      role="img"
      aria-label={fill(words.position, { n: read + 1, total: posts.length })}
    >
      <path className="lane" d={lanes.map((_, i) => `M0 ${(i + 1) * LANE + 4.5}H${WIDTH}`).join("")} />
      {axis.stretches.map(({ from, x0, x1, folded }) =>
        folded ? (
          <path key={from} className="past" d={`M${x0 - 2} ${foot + 10}l4-8M${x1 - 2} ${foot + 10}l4-8`} />
        ) : null,
      )}
      {marks.map(({ id, x, y, now, past }) => (
        <g key={id}>
          {now ? <rect className="now" x={x - 5} y={y - 3} width="10" height={LANE + 2} /> : null}
          <path className={now ? "cur" : past ? "past" : undefined} d={`M${x} ${y}v9`} />
        </g>
      ))}
    </svg>
  );
}
