"use client";
/**
 * The view a reader has of the timeline, and everything that changes it: one state, at most one drawing a frame, and the
 * address kept in step so that copying it is enough to show someone else the same thing. A choice is a step in the
 * history, which the Back button undoes; moving the picture is none.
 */
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { flushSync } from "react-dom";
import type { Question } from "@/lib/record/timeline/timeline-plan.ts";
import { LANES_WIDTH, type Prepared } from "@/lib/record/timeline/timeline-prepared.ts";
import {
  FIRST_STATE,
  readState,
  type TimelineState,
  writeState,
} from "@/lib/record/timeline/timeline-state.ts";
import { type Pane, paneOf, windowOf } from "@/lib/record/timeline/timeline-window.ts";

/** The plot of a 1280 px window, beside the panel: what the server draws. */
const SERVER_WIDTH = 692;
/** On paper the whole is drawn as wide as a page takes it, and smaller: words keep their place. */
const PAPER_WIDTH = 860;
const MOVE_MS = 240;
/** After this long the picture is at rest. */
const REST_MS = 250;

const never = () => () => undefined;

const stillness = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const questionOf = ({ clock, filter, open }: TimelineState, width: number): Question => ({
  clock,
  filter,
  open,
  width,
});

/** What is all of it has no address of its own. */
function settle(prepared: Prepared, question: Question, pane: Pane) {
  const whole = paneOf(prepared, question, null);
  return pane.scale === whole.scale ? null : windowOf(prepared, question, pane);
}

type Move = (pane: Pane, question: Question) => Pane;

export function useTimelineView(prepared: Prepared) {
  const [state, show] = useState<TimelineState>(FIRST_STATE);
  const [width, setWidth] = useState(SERVER_WIDTH);
  const frame = useRef<HTMLDivElement>(null);
  /** Until then the picture is the server's, and does not move. */
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const latest = useRef({ state, width: SERVER_WIDTH, asked: 0, running: 0, read: false });

  const [onPaper, setOnPaper] = useState(false);
  const question = useMemo(() => questionOf(state, onPaper ? PAPER_WIDTH : width), [state, width, onPaper]);
  const shown = onPaper ? null : state.window;
  const pane = useMemo(() => paneOf(prepared, question, shown), [prepared, question, shown]);

  /** Many changes in one frame are one drawing. */
  const change = useCallback((next: (before: TimelineState) => TimelineState) => {
    const l = latest.current;
    l.state = next(l.state);
    l.asked ||= requestAnimationFrame(() => {
      l.asked = 0;
      show(l.state);
    });
  }, []);

  /** A choice: the address before it is one step back. */
  const choose = useCallback(
    (next: (before: TimelineState) => TimelineState) => {
      change(next);
      const query = queryOf(latest.current.state);
      if (query !== location.search.slice(1)) write("pushState", query);
    },
    [change],
  );

  const moveTo = useCallback(
    (move: Move) => {
      cancelAnimationFrame(latest.current.running);
      change((s) => {
        const asked = questionOf(s, latest.current.width);
        return { ...s, window: settle(prepared, asked, move(paneOf(prepared, asked, s.window), asked)) };
      });
    },
    [change, prepared],
  );

  /** Glides there in 240 ms; at once for readers who asked for stillness. */
  const glideTo = useCallback(
    (move: Move) => {
      const l = latest.current;
      cancelAnimationFrame(l.running);
      const asked = questionOf(l.state, l.width);
      const from = paneOf(prepared, asked, l.state.window);
      const to = move(from, asked);
      if (from.scale === to.scale && from.left === to.left) return;
      if (stillness()) return moveTo(() => to);
      const start = performance.now();
      const step = () => {
        const t = Math.min(1, (performance.now() - start) / MOVE_MS);
        const eased = 1 - (1 - t) ** 3;
        // Zooming is even in the logarithm.
        const scale = t === 1 ? to.scale : from.scale * (to.scale / from.scale) ** eased;
        const left = t === 1 ? to.left : from.left + (to.left - from.left) * eased;
        change((s) => ({ ...s, window: settle(prepared, asked, { scale, left }) }));
        // biome-ignore lint/nursery/useReactCompiler: it asks for itself again, at the next frame
        if (t < 1) l.running = requestAnimationFrame(step);
      };
      l.running = requestAnimationFrame(step);
    },
    [change, moveTo, prepared],
  );

  useLayoutEffect(() => {
    const l = latest.current;
    const read = () => {
      cancelAnimationFrame(l.running);
      l.read = true;
      l.state = readState(new URLSearchParams(location.search));
      show(l.state);
    };
    read();
    // The address of a view leads to it: on a phone to the chosen post, which is where the view is there.
    const { state: asked } = l;
    if (!location.hash && (asked.selected || asked.window || asked.clock !== FIRST_STATE.clock)) {
      const post = asked.selected ? document.getElementById(asked.selected) : null;
      const picture = frame.current;
      (picture?.clientWidth ? picture.closest("section") : post)?.scrollIntoView();
    }
    addEventListener("popstate", read);
    const box = frame.current;
    const measure = () => {
      const room = box ? box.clientWidth - LANES_WIDTH : 0;
      // Below 44rem there is no picture and nothing to measure.
      if (room <= 0) return;
      l.width = room;
      setWidth(room);
    };
    measure();
    const watch = new ResizeObserver(measure);
    if (box) watch.observe(box);
    return () => {
      removeEventListener("popstate", read);
      watch.disconnect();
      cancelAnimationFrame(l.asked);
      cancelAnimationFrame(l.running);
      l.asked = 0;
    };
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    // At once: the browser takes the page as it stands when this has been heard.
    const turn = (paper: boolean) => () => flushSync(() => setOnPaper(paper));
    addEventListener("beforeprint", turn(true), stop);
    addEventListener("afterprint", turn(false), stop);
    return () => stop.abort();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new state is written once it has stood for a while
  useEffect(() => {
    if (!latest.current.read) return;
    // Browsers refuse more than about ten a second. What has been chosen meanwhile is what is written.
    const wait = setTimeout(() => {
      const query = queryOf(latest.current.state);
      if (query !== location.search.slice(1)) write("replaceState", query);
    }, 200);
    return () => clearTimeout(wait);
  }, [state]);

  const window_ = useMemo(() => windowOf(prepared, question, pane), [prepared, question, pane]);
  const [rest, setRest] = useState<typeof window_ | null>(null);
  useEffect(() => {
    const wait = setTimeout(() => setRest(window_), REST_MS);
    return () => clearTimeout(wait);
  }, [window_]);

  return {
    state,
    question,
    pane,
    window: window_,
    /** The window as it was last at rest. */
    rest: onPaper ? window_ : (rest ?? window_),
    onPaper,
    frame,
    ready,
    choose,
    moveTo,
    glideTo,
  };
}

const queryOf = (state: TimelineState) => writeState(state, new URLSearchParams(location.search)).toString();

/** As the browser has it: the framework puts its own in the way, and follows with its router, which leads nowhere here. */
const write = (how: "pushState" | "replaceState", query: string) =>
  History.prototype[how].call(
    history,
    null,
    "",
    `${location.pathname}${query && `?${query}`}${location.hash}`,
  );
