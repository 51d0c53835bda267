"use client";
/**
 * The picture of the timeline, what acts on it, and the panel beside it. The list is the document; this adds a view of
 * it. The server draws the first view, so it is there before the script.
 */
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Locale } from "@/lib/core/language/language.ts";
import { NO_FILTER } from "@/lib/record/timeline/timeline-filter.ts";
import { beyond, emptyLanes, layout } from "@/lib/record/timeline/timeline-layout.ts";
import { plansFor } from "@/lib/record/timeline/timeline-plan.ts";
import { anchor, type Prepared, type PreparedPost } from "@/lib/record/timeline/timeline-prepared.ts";
import { axisTicks } from "@/lib/record/timeline/timeline-ticks.ts";
import { bring, panBy, paneOf, zoomBy, zoomPoint } from "@/lib/record/timeline/timeline-window.ts";
import { TimelineBench } from "./timeline-bench.tsx";
import { fill } from "./timeline-fill.ts";
import { useTimelineGestures } from "./timeline-gestures.ts";
import { markInList } from "./timeline-in-list.ts";
import { walkTo } from "./timeline-keys.ts";
import { LaneNames } from "./timeline-lane-names.tsx";
import { TimelinePanel } from "./timeline-panel.tsx";
import { Flag, Ground, plotId, World } from "./timeline-plot.tsx";
import type { TimelineWords } from "./timeline-words.ts";
import { useTimelineView } from "./use-timeline-view.ts";

export interface TimelineGraphicProps {
  readonly prepared: Prepared;
  readonly words: TimelineWords;
  readonly locale: Locale;
  /** Drawn by the server. */
  readonly controls: ReactNode;
  readonly legend: ReactNode;
}

const HINT_MS = 1400;
const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);

export function TimelineGraphic({ prepared, words, locale, controls, legend }: TimelineGraphicProps) {
  const { state, question, pane, window, rest, onPaper, frame, ready, choose, moveTo, glideTo } =
    useTimelineView(prepared);
  const { clock, open } = state;
  // Nothing is chosen on paper.
  const selected = onPaper ? null : state.selected;
  const reading = state.reading && !onPaper;
  const { width } = question;
  const [cursor, setCursor] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [hint, setHint] = useState(0);
  const plot = useRef<SVGSVGElement>(null);
  const panel = useRef<HTMLElement>(null);
  const focusPanel = useRef(false);
  const help = useId();

  const plans = plansFor(prepared, question);
  // In the order of the list: what reading leads through.
  const { levels, inOrder: posts } = plans;
  const folded = useMemo(() => emptyLanes(prepared, question, rest), [prepared, question, rest]);
  const foldedKey = [...folded].join();
  const drawing = useMemo(
    () =>
      layout(prepared, {
        ...question,
        scale: pane.scale,
        folded: new Set(foldedKey.split(",").filter(Boolean).map(Number)),
      }),
    [prepared, question, pane.scale, foldedKey],
  );
  // Half a window is drawn on either side, so that panning moves one thing.
  const chunk = Math.floor(pane.left / (width / 2)) * (width / 2);
  const ticks = axisTicks(drawing.axis, window, locale);
  const { earlier, later } = beyond(plans, clock, window);

  const chosen = selected === null ? undefined : prepared.posts.find(({ id }) => id === selected);
  const told = prepared.posts.find(({ id }) => id === (cursor ?? selected));
  const place = chosen ? posts.indexOf(chosen) : -1;
  const lateFrom = reading && place >= 0 ? place : Number.POSITIVE_INFINITY;
  const order = useMemo(() => new Map(posts.map(({ id }, index) => [id, index])), [posts]);
  const isLater = useCallback((id: string) => (order.get(id) ?? 0) > lateFrom, [order, lateFrom]);

  useTimelineGestures(
    plot,
    ({ by, factor, at }) =>
      moveTo((now, asked) => {
        const moved = panBy(prepared, asked, now, -by);
        return factor === 1 ? moved : zoomBy(prepared, asked, moved, factor, at);
      }),
    () => setHint((n) => n + 1),
  );
  useEffect(() => {
    if (hint === 0) return;
    const wait = setTimeout(() => setHint(0), HINT_MS);
    return () => clearTimeout(wait);
  }, [hint]);

  /** Brings a post into view; read post by post, also near enough to be read. */
  const show = (post: PreparedPost, near = false) => {
    glideTo((now, asked) => {
      const scale =
        near && now.scale < levels.words && Number.isFinite(levels.words) ? levels.words : now.scale;
      const there = scale === now.scale ? now : zoomBy(prepared, asked, now, scale / now.scale, 0);
      const { axis, posts: seats } = layout(prepared, { ...asked, scale: there.scale, folded: new Set() });
      const seat = seats.find((other) => other.post.id === post.id);
      const at = axis.x(anchor(post.spans[asked.clock]));
      const from = seat ? seat.place.labelX : at;
      return bring(prepared, asked, there, { from, to: seat ? from + seat.place.labelWidth : at, at });
    });
  };
  const select = (id: string | null) => {
    setCursor(id);
    setHovered(null);
    const post = prepared.posts.find((other) => other.id === id);
    choose((s) => ({ ...s, selected: post ? post.id : null, reading: s.reading && Boolean(post) }));
    if (post && frame.current?.clientWidth) show(post, reading);
  };
  const read = (id: string | undefined) => {
    const post = prepared.posts.find((other) => other.id === (id ?? selected)) ?? posts[0];
    if (!post) return;
    setCursor(post.id);
    choose((s) => ({ ...s, selected: post.id, reading: true }));
    if (frame.current?.clientWidth) show(post, true);
    focusPanel.current = true;
  };
  // Who begins to read is led to what is read: the keys go on there.
  useEffect(() => {
    if (!reading || !focusPanel.current) return;
    focusPanel.current = false;
    panel.current?.querySelector<HTMLElement>(".heading")?.focus({ preventScroll: true });
  }, [reading]);
  const close = () => {
    const back = selected;
    const wide = Boolean(frame.current?.clientWidth);
    if (reading) choose((s) => ({ ...s, reading: false, selected: wide ? s.selected : null }));
    else choose((s) => ({ ...s, selected: null }));
    if (wide) frame.current?.focus({ preventScroll: true });
    else if (back)
      requestAnimationFrame(() => document.getElementById(back)?.scrollIntoView({ block: "center" }));
  };

  useEffect(() => {
    markInList(prepared, new Set(posts.map(({ id }) => id)), selected, clock);
  }, [prepared, posts, selected, clock]);
  // The chosen post's row is brought into the window when the page stands so that it is not.
  useEffect(() => {
    if (selected === null || !frame.current?.clientWidth) return;
    const row = document.getElementById(plotId(selected));
    const sheet = panel.current;
    if (!row || !sheet) return;
    const { top, bottom } = row.getBoundingClientRect();
    const sheetTop = sheet.getBoundingClientRect().top;
    const isSheet = sheet.offsetLeft <= frame.current.offsetLeft;
    const foot = isSheet ? Math.min(innerHeight, sheetTop) : innerHeight;
    if (top < 12 || bottom > foot - 12) scrollBy({ top: top < 12 ? top - 90 : bottom - foot + 40 });
  }, [selected, frame]);

  // A link to a post anywhere on the page chooses it; without script it leads to its place in the list.
  const follow = useEffectEvent((link: Element) => {
    const id = link.getAttribute("data-post");
    if (link.hasAttribute("data-read")) read(id ?? undefined);
    else select(id);
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
      follow(link);
    };
    document.addEventListener("click", click);
    return () => document.removeEventListener("click", click);
  }, []);

  const zoom = (factor: number) => {
    const at = told ? anchor(told.spans[clock]) : null;
    glideTo((now, asked) => zoomBy(prepared, asked, now, factor, zoomPoint(prepared, asked, now, at)));
  };
  const whole = () => glideTo((_, asked) => paneOf(prepared, asked, null));
  /** Opened and folded years are other axes: the whole is shown of either. */
  const unfold = () => choose((s) => ({ ...s, open: !s.open, window: null }));

  const walk = (key: string): boolean => {
    const to = walkTo(key, prepared, posts, told, clock);
    if (!to) return key.startsWith("Arrow") || key === "Home" || key === "End";
    if (chosen) select(to.id);
    else {
      setCursor(to.id);
      show(to);
    }
    return true;
  };
  const keys = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((key === "Enter" || key === " ") && told) select(told.id);
    else if (key === "Escape" && (selected || reading)) close();
    else if (key === "+" || key === "=") zoom(2);
    else if (key === "-") zoom(0.5);
    else if (key === "0") whole();
    else if (!walk(key)) return;
    event.preventDefault();
  };
  const keysInPanel = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !chosen) return;
    if (event.key === "Escape") close();
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") walk(event.key);
    else return;
    event.preventDefault();
  };
  const press = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey) return;
    if (event.target.closest("[data-unfold]")) return unfold();
    const bin = event.target.closest("[data-from]");
    if (!bin) return;
    event.preventDefault();
    const from = Number(bin.getAttribute("data-from"));
    const to = Number(bin.getAttribute("data-to"));
    const wide = (to - from) / 2;
    glideTo((_, asked) => paneOf(prepared, asked, { from: from - wide, to: to + wide }));
  };
  const point = ({ target, pointerType }: PointerEvent) => {
    if (pointerType === "touch" || !(target instanceof Element)) return;
    const id = target.closest("[data-post]")?.getAttribute("data-post") ?? null;
    if (id !== hovered) setHovered(id);
  };

  const laneOf = (post: PreparedPost) => prepared.lanes.find(({ id }) => id === post.lane)?.name ?? "";
  const hasFolds = prepared.stretches[clock].some(({ empty }) => empty);
  return (
    <div
      className="tl-view"
      data-clock={clock}
      data-reading={reading ? "" : undefined}
      data-ready={ready ? "" : undefined}
    >
      <TimelineBench
        controls={controls}
        state={state}
        onChoose={({ clock: next, filter: wanted }) =>
          choose((s) => ({ ...s, clock: next, filter: wanted, window: s.clock === next ? s.window : null }))
        }
        onZoom={zoom}
        onWhole={whole}
        onUnfold={unfold}
        least={pane.scale <= levels.least * 1.001}
        most={pane.scale >= levels.most * 0.999}
        folds={hasFolds ? open : null}
      >
        {posts.length < prepared.posts.length ? (
          <p className="count">
            {fill(words.shown, { shown: posts.length, total: prepared.posts.length })}{" "}
            <button
              type="button"
              className="linkish"
              onClick={() => choose((s) => ({ ...s, filter: NO_FILTER }))}
            >
              {words.clearFilter}
            </button>
          </p>
        ) : null}
      </TimelineBench>
      <p className="away" id={help}>
        {words.keys}
      </p>
      <div className="tl-grid">
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
          <LaneNames lanes={drawing.lanes} height={drawing.height} />
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the picture's */}
          {/* biome-ignore lint/a11y/noSvgWithoutTitle: the application around it has the name */}
          <svg
            className="plot"
            ref={plot}
            width={width}
            height={drawing.height + 1}
            viewBox={`0 0 ${width} ${drawing.height + 1}`}
            onClick={press}
            onPointerMove={point}
            onPointerLeave={() => setHovered(null)}
          >
            <g transform={`translate(${-pane.left} 0)`}>
              <Ground layout={drawing} ticks={ticks} words={words} width={width} />
              <World
                layout={drawing}
                clock={clock}
                words={words}
                from={chunk - width / 2}
                to={chunk + 2 * width}
                left={pane.left}
                selected={selected}
                cursor={cursor}
                hovered={hovered}
                isLater={isLater}
                day={day}
              />
              <Flag layout={drawing} clock={clock} selected={selected} left={pane.left} width={width} />
            </g>
            {earlier > 0 ? (
              <text className="beyond" x="2" y="12">
                ‹ {fill(words.earlier, { n: earlier })}
              </text>
            ) : null}
            {later > 0 ? (
              <text className="beyond" x={width - 2} y="12" textAnchor="end">
                {fill(words.later, { n: later })} ›
              </text>
            ) : null}
          </svg>
          {hint > 0 ? (
            <p className="hint" aria-hidden="true">
              {words.wheel}
            </p>
          ) : null}
          {posts.length === 0 ? <p className="nothing note">{words.nothing}</p> : null}
        </div>
        <TimelinePanel
          ref={panel}
          post={chosen}
          posts={posts}
          reading={reading}
          prepared={prepared}
          clock={clock}
          words={words}
          legend={legend}
          onRead={() => read(undefined)}
          onClose={close}
          onKeyDown={keysInPanel}
        />
      </div>
      <p className="away" role="status">
        {told
          ? `${fill(words.position, { n: (order.get(told.id) ?? 0) + 1, total: posts.length })}. ${laneOf(told)}. ${told.text} ${told[clock].words}`
          : ""}
      </p>
    </div>
  );
}
