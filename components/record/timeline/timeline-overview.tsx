/**
 * The strip under the picture, from the server: the whole dispute on both clocks, whatever is filtered, so that a reader
 * sees where the rest lies. In percentages, so that one drawing fits every width.
 */
import type { Locale } from "@/lib/core/language/language.ts";
import { OVERVIEW_BASE, overviewOf } from "@/lib/record/timeline/timeline-overview.ts";
import type { Prepared } from "@/lib/record/timeline/timeline-prepared.ts";
import { fill } from "./timeline-fill.ts";
import type { TimelineWords } from "./timeline-words.ts";

interface OverviewProps {
  readonly prepared: Prepared;
  readonly locale: Locale;
  readonly words: TimelineWords;
}

export function TimelineOverview({ prepared, locale, words }: OverviewProps) {
  const year = (moment: number) => new Date(moment).getUTCFullYear();
  const clocks = [overviewOf(prepared, "happened", locale), overviewOf(prepared, "known", locale)] as const;
  const [{ whole, ticks }] = clocks;
  const share = (part: number) => `${Math.round(part * 10_000) / 100}%`;
  return (
    <svg
      className="over"
      width="100%"
      height="68"
      role="img"
      aria-label={fill(words.overview, {
        from: year(whole.from),
        to: year(whole.to),
        total: prepared.posts.length,
      })}
    >
      <line className="lane" x1="0" x2="100%" y1={OVERVIEW_BASE + 0.5} y2={OVERVIEW_BASE + 0.5} />
      {ticks.map((tick) => (
        <g key={tick.at}>
          <line className="month" x1={share(tick.share)} x2={share(tick.share)} y1="14" y2={OVERVIEW_BASE} />
          <text className="ax" x={share(tick.share)} dx="5" y="63">
            {tick.label}
          </text>
        </g>
      ))}
      {clocks.map((strip) => (
        <g key={strip.clock} className={`at-${strip.clock}`}>
          {strip.silences.map(([from, to]) => (
            <line
              key={from}
              className="dots"
              x1={share(from)}
              x2={share(to)}
              y1={OVERVIEW_BASE - 5}
              y2={OVERVIEW_BASE - 5}
            />
          ))}
          {strip.bins.map((bin) => (
            <line
              key={bin.share}
              className={strip.columns ? "column" : "ticks"}
              x1={share(bin.share)}
              x2={share(bin.share)}
              y1={OVERVIEW_BASE - 4}
              y2={OVERVIEW_BASE - 4 - bin.height}
            />
          ))}
          {strip.most ? (
            <text className="ax" x={share(strip.most.share)} y={OVERVIEW_BASE - 29} textAnchor="middle">
              {strip.most.count}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}
