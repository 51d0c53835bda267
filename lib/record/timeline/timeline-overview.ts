/**
 * The strip under the picture: one tick of 8 × 2 px per post, stacked by month (or the finest coarser unit that is wide
 * enough). When a stack would pass eight ticks by far, the strip changes to columns whose heights tell the count, with a
 * number on the highest. Places are shares of the width, 0 to 1.
 */
import type { Clock } from "./timeline.ts";
import { anchor, type Prepared } from "./timeline-prepared.ts";
import { overviewReach } from "./timeline-reach.ts";
import { floorTo, nextOf, ticks, UNITS } from "./timeline-scale.ts";
import type { Window } from "./timeline-window.ts";

export const OVERVIEW_BASE = 46;
const MOST_TICKS = 10;
/** The narrowest the strip is drawn; ticks are chosen to fit there. */
const NARROW = 700;
const HEIGHT = 24;

export interface Overview {
  readonly clock: Clock;
  readonly whole: Window;
  readonly ticks: readonly { readonly at: number; readonly share: number; readonly label: string }[];
  readonly columns: boolean;
  /** Height in px. */
  readonly bins: readonly { readonly share: number; readonly height: number; readonly count: number }[];
  readonly silences: readonly (readonly [number, number])[];
  readonly most: { readonly share: number; readonly count: number } | null;
}

export function overviewOf(prepared: Prepared, clock: Clock, locale: string): Overview {
  const whole = overviewReach(prepared);
  const length = whole.to - whole.from;
  const share = (moment: number) => (moment - whole.from) / length;
  const scale = NARROW / length;
  const unit = UNITS.find((u) => u.name !== "day" && u.name !== "week" && u.ms * scale >= 6);
  const counts = new Map<number, number>();
  const silences: [number, number][] = [];
  for (const post of prepared.posts) {
    const span = post.spans[clock];
    if (post.kind === "silence") silences.push([share(anchor(span)), share(span.end ?? prepared.extent.to)]);
    else if (unit) {
      const from = floorTo(anchor(span), unit);
      counts.set(from, (counts.get(from) ?? 0) + 1);
    }
  }
  // One line of dots where any silence lasts: two of them over each other would no longer be dots.
  const lines: [number, number][] = [];
  for (const [from, to] of silences.sort((a, b) => a[0] - b[0])) {
    const last = lines.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else lines.push([from, to]);
  }
  const top = Math.max(0, ...counts.values());
  const columns = top > MOST_TICKS;
  const bins = [...counts].map(([from, count]) => ({
    share: (share(from) + share(unit ? nextOf(from, unit) : from)) / 2,
    height: columns ? Math.max(2, Math.round((count / top) * HEIGHT)) : count * 4 - 2,
    count,
  }));
  return {
    clock,
    whole,
    ticks: ticks(whole.from, whole.to, scale, (m) => share(m) * NARROW, locale).map(({ at, label }) => ({
      at,
      label,
      share: share(at),
    })),
    columns,
    bins,
    silences: lines,
    most: columns ? (bins.find(({ count }) => count === top) ?? null) : null,
  };
}
