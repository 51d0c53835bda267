"use client";
/**
 * The picture of the timeline and what acts on it. The list beside it is the document; this adds a view of it. The
 * server draws the first view, so it is there before the script.
 */
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Locale } from "@/lib/core/language/language.ts";
import type { Clock } from "@/lib/record/timeline/timeline.ts";
import { NO_FILTER, shows } from "@/lib/record/timeline/timeline-filter.ts";
import { layout } from "@/lib/record/timeline/timeline-layout.ts";
import {
  anchor,
  LANES_WIDTH,
  type Prepared,
  type PreparedPost,
} from "@/lib/record/timeline/timeline-prepared.ts";
import { writeState } from "@/lib/record/timeline/timeline-state.ts";
import { fitAll, panBy, zoomAt } from "@/lib/record/timeline/timeline-window.ts";
import { TimelineBench } from "./timeline-bench.tsx";
import { TimelineDetail } from "./timeline-detail.tsx";
import { fill } from "./timeline-fill.ts";
import { TimelineFrame } from "./timeline-frame.tsx";
import { useTimelineGestures } from "./timeline-gestures.ts";
import { markInList } from "./timeline-in-list.ts";
import { walkTo } from "./timeline-keys.ts";
import { plotId, TimelineDrawing } from "./timeline-plot.tsx";
import type { TimelineWords } from "./timeline-words.ts";
import { stillness, useTimelineView } from "./use-timeline-view.ts";

export interface TimelineGraphicProps {
  readonly prepared: Prepared;
  readonly words: TimelineWords;
  readonly locale: Locale;
  /** The as-of control, beside "whole dispute". */
  readonly asOf?: ReactNode;
  /** Drawn by the server: controls, overview, legend. */
  readonly controls: ReactNode;
  readonly overview: ReactNode;
  readonly legend: ReactNode;
}

export function TimelineGraphic({
  prepared,
  words,
  locale,
  asOf,
  controls,
  overview,
  legend,
}: TimelineGraphicProps) {
  const { state, window, width, frame, ready, change, moveTo, glideTo } = useTimelineView(prepared);
  const { clock, filter, selected } = state;
  const [cursor, setCursor] = useState<string | null>(null);
  const plot = useRef<SVGSVGElement>(null);
  const before = useRef<ReadonlyMap<string, number> | null>(null);
  const help = useId();
  useTimelineGestures(plot, ({ by, factor, at }) =>
    moveTo((now) => {
      const ms = (now.to - now.from) / width;
      return zoomAt(panBy(now, -by * ms), factor, now.from + (at - by) * ms);
    }),
  );

  const posts = useMemo(() => prepared.posts.filter((post) => shows(filter, post)), [prepared, filter]);
  const inTime = useMemo(
    () => [...posts].sort((a, b) => anchor(a.spans[clock]) - anchor(b.spans[clock])),
    [posts, clock],
  );
  const drawing = layout(prepared, { clock, filter, selected, window, width, locale });
  const day = useCallback((moment: number) => new Date(moment).toISOString().slice(0, 10), []);
  const chosen = selected === null ? undefined : prepared.posts.find((post) => post.id === selected);

  /** Brings a post into the middle third when it is out of the window, or too near its edge to be read. */
  const bring = (post: PreparedPost) =>
    glideTo((now) => {
      const at = anchor(post.spans[clock]);
      const length = now.to - now.from;
      const inside = at >= now.from + length * 0.02 && at <= now.to - length * 0.15;
      return inside ? now : panBy(now, at - (now.from + length / 3));
    });
  const select = (id: string | null, far = false) => {
    setCursor(id);
    change((s) => ({ ...s, selected: id }));
    const post = far ? prepared.posts.find((other) => other.id === id) : undefined;
    if (post && frame.current?.clientWidth) bring(post);
  };

  useEffect(() => {
    const ids = new Set(posts.map(({ id }) => id));
    markInList(prepared, ids, selected, clock);
  }, [prepared, posts, selected, clock]);

  // A link to a post anywhere on the page chooses it; without script it leads to its place in the list.
  const choose = useEffectEvent((link: Element) => {
    select(link.getAttribute("data-post"), link.hasAttribute("data-far"));
  });
  useEffect(() => {
    const click = (event: globalThis.MouseEvent) => {
      if (
        event.defaultPrevented ||
        event.button ||
        event.ctrlKey ||
        event.metaKey ||
        event.shiftKey ||
        event.altKey
      )
        return;
      const link = event.target instanceof Element ? event.target.closest("a[data-post]") : null;
      if (!link) return;
      event.preventDefault();
      choose(link);
    };
    document.addEventListener("click", click);
    return () => document.removeEventListener("click", click);
  }, []);

  const setClock = (next: Clock) => {
    before.current = stillness() ? null : new Map(drawing.posts.map((p) => [p.post.id, p.x]));
    change((s) => ({ ...s, clock: next }));
  };
  // Marks travel from where they happened to where they became known, and back.
  useLayoutEffect(() => {
    const from = before.current;
    before.current = null;
    if (!from) return;
    for (const placed of drawing.posts) {
      const was = from.get(placed.post.id);
      const post = document.getElementById(plotId(placed.post.id))?.parentElement;
      if (was === undefined) post?.animate([{ opacity: 0 }, { opacity: 1 }], 240);
      else if (was !== placed.x) {
        const end = `translate(${placed.x}px,${placed.top}px)`;
        post?.animate([{ transform: `translate(${was}px,${placed.top}px)` }, { transform: end }], {
          duration: 240,
          easing: "cubic-bezier(0.2,0,0,1)",
        });
      }
    }
  });

  const told = prepared.posts.find(({ id }) => id === (cursor ?? selected));
  const zoom = (factor: number) => {
    const at = told ? anchor(told.spans[clock]) : Number.NaN;
    glideTo((now) => zoomAt(now, factor, at > now.from && at < now.to ? at : (now.from + now.to) / 2));
  };
  const keys = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = walkTo(key, prepared, inTime, told, clock);
    if (to) {
      setCursor(to.id);
      bring(to);
    } else if ((key === "Enter" || key === " ") && told) select(told.id);
    else if (key === "Escape") change((s) => ({ ...s, selected: null }));
    else if (key === "+" || key === "=") zoom(2);
    else if (key === "-") zoom(0.5);
    else if (!key.startsWith("Arrow")) return;
    event.preventDefault();
  };
  const intoStack = (event: MouseEvent) => {
    const stack = event.target instanceof Element ? event.target.closest("[data-from]") : null;
    if (!stack || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const from = Number(stack.getAttribute("data-from"));
    const to = Number(stack.getAttribute("data-to"));
    glideTo(() => ({ from: from - (to - from) / 2, to: to + (to - from) / 2 }));
  };

  const laneOf = (post: PreparedPost) => prepared.lanes.find(({ id }) => id === post.lane)?.name ?? "";
  return (
    <div className="tl-view" data-clock={clock} data-ready={ready ? "" : undefined}>
      <TimelineBench
        controls={controls}
        state={state}
        scale={drawing.scale}
        onChoose={(chosen) =>
          chosen.clock === clock ? change((s) => ({ ...s, filter: chosen.filter })) : setClock(chosen.clock)
        }
        onZoom={zoom}
      >
        {posts.length < prepared.posts.length ? (
          <p className="count">
            {fill(words.shown, { shown: posts.length, total: prepared.posts.length })}{" "}
            <button
              type="button"
              className="linkish"
              onClick={() => change((s) => ({ ...s, filter: NO_FILTER }))}
            >
              {words.clearFilter}
            </button>
          </p>
        ) : null}
      </TimelineBench>
      <p className="away" id={help}>
        {words.keys}
      </p>
      <div
        className="pan"
        ref={frame}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is one stop, and moves among its own posts
        tabIndex={0}
        aria-label={words.picture}
        aria-describedby={help}
        aria-activedescendant={told ? plotId(told.id) : undefined}
        onKeyDown={keys}
        onBlur={() => setCursor(null)}
      >
        <svg className="lanes" width={LANES_WIDTH} height={drawing.height + 1} aria-hidden="true">
          {drawing.lanes.map((lane) => (
            <g key={lane.id}>
              {[...lane.names, ...lane.roles].map((text, i) => (
                <text
                  key={`${lane.id} ${text}`}
                  className={i < lane.names.length ? "t" : "s"}
                  y={lane.y + 25 + 18 * i}
                >
                  {text}
                </text>
              ))}
              <path className="lane" d={`M0 ${lane.y + 0.5}H${LANES_WIDTH}`} />
            </g>
          ))}
          <path className="lane" d={`M0 ${drawing.height + 0.5}H${LANES_WIDTH}`} />
        </svg>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the picture's */}
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the application around it has the name */}
        <svg className="plot" ref={plot} width={width} height={drawing.height + 1} onClick={intoStack}>
          <TimelineDrawing
            layout={drawing}
            width={width}
            words={words}
            selected={selected}
            cursor={cursor}
            known={clock === "known"}
            day={day}
          />
        </svg>
      </div>
      {posts.length === 0 ? <p className="nothing note">{words.nothing}</p> : null}
      <div className="overwrap">
        <TimelineFrame prepared={prepared} window={window} move={moveTo}>
          {overview}
        </TimelineFrame>
        <div className="bench under">
          {asOf}
          <button type="button" className="pick push" onClick={() => glideTo(() => fitAll(prepared))}>
            {words.whole}
          </button>
          <a href={`?${writeState(state)}#timeline`}>{words.linkToView}</a>
        </div>
      </div>
      {legend}
      <p className="away" aria-live="polite">
        {told ? `${laneOf(told)}. ${told.text} ${told[clock].words}` : ""}
      </p>
      {chosen ? <TimelineDetail post={chosen} posts={posts} words={words} /> : null}
    </div>
  );
}
