"use client";
/**
 * Wheel, drag and pinch on the plot. The page is never trapped: a plain vertical wheel and a vertical swipe scroll it.
 * Ctrl or meta with the wheel (which is also what a trackpad's pinch sends) zooms at the pointer.
 */
import { type RefObject, useEffect } from "react";
import { panBy, type Window, zoomAt } from "@/lib/record/timeline/timeline-window.ts";

/** Less than this is a click. */
const SLACK = 4;

export function useTimelineGestures(
  plot: RefObject<SVGSVGElement | null>,
  move: (next: (now: Window) => Window) => void,
) {
  useEffect(() => {
    const svg = plot.current;
    if (!svg) return;
    const stop = new AbortController();
    const fingers = new Map<number, { x: number; y: number }>();
    let dragged = false;

    const at = (clientX: number, now: Window) => {
      const { left, width } = svg.getBoundingClientRect();
      return now.from + ((clientX - left) / width) * (now.to - now.from);
    };
    const pan = (px: number) => move((now) => panBy(now, (px / svg.clientWidth) * (now.to - now.from)));
    const on = <K extends keyof SVGElementEventMap>(
      type: K,
      listener: (event: SVGElementEventMap[K]) => void,
      capture = false,
    ) => svg.addEventListener(type, listener, { signal: stop.signal, passive: false, capture });

    on("wheel", (event) => {
      const lines = event.deltaMode === 1 ? 16 : 1;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const factor = Math.exp(Math.max(-0.3, Math.min(0.3, -event.deltaY * lines * 0.005)));
        move((now) => zoomAt(now, factor, at(event.clientX, now)));
      } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        pan((event.deltaX || event.deltaY) * lines);
      }
    });
    on("pointerdown", (event) => {
      if (event.button !== 0) return;
      if (fingers.size === 0) dragged = false;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    });
    on("pointermove", (event) => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const dx = event.clientX - before.x;
      const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, finger]) => finger);
      if (!dragged && !other && Math.abs(dx) < SLACK) return;
      if (!dragged) svg.setPointerCapture(event.pointerId);
      dragged = true;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (!other) return pan(-dx);
      const apart = Math.max(24, Math.abs(before.x - other.x));
      const now = Math.max(24, Math.abs(event.clientX - other.x));
      move((w) => zoomAt(w, now / apart, at(other.x, w)));
    });
    const lift = (event: PointerEvent) => fingers.delete(event.pointerId);
    on("pointerup", lift);
    on("pointercancel", lift);
    on("lostpointercapture", lift);
    // A drag that ends on a post does not open it.
    on(
      "click",
      (event) => {
        if (dragged) {
          event.preventDefault();
          event.stopPropagation();
        }
        dragged = false;
      },
      true,
    );
    on("dragstart", (event) => event.preventDefault());
    return () => stop.abort();
  }, [plot, move]);
}
