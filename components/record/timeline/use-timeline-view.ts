"use client";
/**
 * The view a reader has of the timeline, and everything that changes it: one state, at most one layout a frame, and the
 * address kept in step so that copying it is enough to show someone else the same thing.
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
import { LANES_WIDTH, type Prepared } from "@/lib/record/timeline/timeline-prepared.ts";
import {
  FIRST_STATE,
  readState,
  type TimelineState,
  writeState,
} from "@/lib/record/timeline/timeline-state.ts";
import { clamp, fitDefault, limits, type Window } from "@/lib/record/timeline/timeline-window.ts";

/** The plot of a 1200 px page: what the server draws. */
const SERVER_WIDTH = 1016;
const MOVE_MS = 240;

const never = () => () => undefined;

export const stillness = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

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
  const latest = useRef({ state, asked: 0, running: 0, read: false });

  const first = useMemo(() => fitDefault(prepared, width), [prepared, width]);
  const window_ = useMemo(
    () => (state.window ? clamp(state.window, limits(prepared)) : first),
    [state.window, first, prepared],
  );

  /** Many changes in one frame are one drawing. */
  const change = useCallback((next: (before: TimelineState) => TimelineState) => {
    const l = latest.current;
    l.state = next(l.state);
    l.asked ||= requestAnimationFrame(() => {
      l.asked = 0;
      show(l.state);
    });
  }, []);

  const moveTo = useCallback(
    (move: (now: Window) => Window) => {
      cancelAnimationFrame(latest.current.running);
      change((s) => ({ ...s, window: clamp(move(s.window ?? first), limits(prepared)) }));
    },
    [change, first, prepared],
  );

  /** Glides there in 240 ms; at once for readers who asked for stillness. */
  const glideTo = useCallback(
    (move: (now: Window) => Window | null) => {
      const l = latest.current;
      cancelAnimationFrame(l.running);
      const from = l.state.window ?? first;
      const asked = move(from);
      const to = clamp(asked ?? first, limits(prepared));
      const end = () => change((s) => ({ ...s, window: asked && to }));
      if (stillness()) return end();
      const [a, b] = [from.to - from.from, to.to - to.from];
      const start = performance.now();
      const step = () => {
        const t = Math.min(1, (performance.now() - start) / MOVE_MS);
        const eased = 1 - (1 - t) ** 3;
        // Zooming is even in the logarithm; the ends follow their own straight way in it.
        const length = a * (b / a) ** eased;
        const share = Math.abs(a - b) < 1 ? eased : (length - a) / (b - a);
        const left = from.from + (to.from - from.from) * share;
        if (t === 1) return end();
        change((s) => ({ ...s, window: { from: left, to: left + length } }));
        // biome-ignore lint/nursery/useReactCompiler: it asks for itself again, at the next frame
        l.running = requestAnimationFrame(step);
      };
      l.running = requestAnimationFrame(step);
    },
    [change, first, prepared],
  );

  useLayoutEffect(() => {
    const l = latest.current;
    const read = () => {
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
      if (room > 0) setWidth(room);
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
    if (!latest.current.read) return;
    // Browsers refuse more than about ten a second.
    const wait = setTimeout(() => {
      const query = writeState(state, new URLSearchParams(location.search)).toString();
      if (query !== location.search.slice(1)) {
        history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
      }
    }, 200);
    return () => clearTimeout(wait);
  }, [state]);

  return { state, window: window_, width, frame, ready, change, moveTo, glideTo };
}
