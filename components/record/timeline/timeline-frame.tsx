"use client";
/** The window as a frame on the overview. A click or a drag moves it there; the keyboard has the picture's own keys. */
import type { PointerEvent, ReactNode } from "react";
import type { Prepared } from "@/lib/record/timeline/timeline-prepared.ts";
import { overviewReach } from "@/lib/record/timeline/timeline-reach.ts";
import { panBy, type Window } from "@/lib/record/timeline/timeline-window.ts";

interface FrameProps {
  readonly prepared: Prepared;
  readonly window: Window;
  readonly move: (next: (now: Window) => Window) => void;
  readonly children: ReactNode;
}

export function TimelineFrame({ prepared, window, move, children }: FrameProps) {
  const whole = overviewReach(prepared);
  const length = whole.to - whole.from;
  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.buttons) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    const at = whole.from + ((event.clientX - box.left) / box.width) * length;
    move((now) => panBy(now, at - (now.from + now.to) / 2));
  };
  const share = (part: number) => `${(part / length) * 100}%`;
  return (
    <div className="strip" onPointerDown={go} onPointerMove={go}>
      {children}
      <svg className="over" width="100%" height="68" aria-hidden="true">
        <rect
          className="win"
          x={share(window.from - whole.from)}
          y="6.5"
          width={share(window.to - window.from)}
          height="45"
        />
      </svg>
    </div>
  );
}
