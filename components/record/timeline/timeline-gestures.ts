"use client";
/**
 * Wheel, drag and pinch on the plot. The page is never trapped: a plain vertical wheel and a vertical swipe scroll it.
 * Ctrl or meta with the wheel (which is also what a trackpad's pinch sends) zooms at the pointer.
 *
 * A finger is followed on the window, and no element takes it: a capture that is handed from a word to the picture is
 * lost by the word, and whoever listens for that loses the finger.
 */
import { type RefObject, useEffect, useEffectEvent } from "react";
import { lift, type Motion, moveTo, NO_FINGERS, putDown } from "@/lib/record/timeline/timeline-fingers.ts";

/** @param scroll when the wheel scrolls the page over the picture, which a reader may have meant otherwise */
export function useTimelineGestures(
  plot: RefObject<SVGSVGElement | null>,
  move: (motion: Motion) => void,
  scroll: () => void,
) {
  const act = useEffectEvent(move);
  const leave = useEffectEvent(scroll);
  useEffect(() => {
    const svg = plot.current;
    if (!svg) return;
    const stop = new AbortController();
    let fingers = NO_FINGERS;
    const place = (event: MouseEvent) => {
      const { left, top } = svg.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const on = { signal: stop.signal, passive: false };

    svg.addEventListener(
      "wheel",
      (event) => {
        const lines = event.deltaMode === 1 ? 16 : 1;
        const at = place(event).x;
        if (event.ctrlKey || event.metaKey) {
          event.preventDefault();
          const factor = Math.exp(Math.max(-0.3, Math.min(0.3, -event.deltaY * lines * 0.005)));
          act({ by: 0, factor, at });
        } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
          event.preventDefault();
          act({ by: -(event.deltaX || event.deltaY) * lines, factor: 1, at });
        } else leave();
      },
      on,
    );
    svg.addEventListener(
      "pointerdown",
      (event) => {
        if (event.button === 0) fingers = putDown(fingers, event.pointerId, place(event));
      },
      on,
    );
    addEventListener(
      "pointermove",
      (event) => {
        const next = moveTo(fingers, event.pointerId, place(event));
        fingers = next.fingers;
        if (next.motion) act(next.motion);
      },
      on,
    );
    const up = (event: PointerEvent) => {
      fingers = lift(fingers, event.pointerId);
    };
    addEventListener("pointerup", up, on);
    addEventListener("pointercancel", up, on);
    // A drag that ends on a post does not open it.
    svg.addEventListener(
      "click",
      (event) => {
        if (!fingers.moved) return;
        event.preventDefault();
        event.stopPropagation();
        fingers = NO_FINGERS;
      },
      { ...on, capture: true },
    );
    svg.addEventListener("dragstart", (event) => event.preventDefault(), on);
    return () => stop.abort();
  }, [plot]);
}
