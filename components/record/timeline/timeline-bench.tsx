"use client";
/** Lets the server's controls act: the form is read as an address is, and shows what the address says. */
import { type FocusEvent, type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { DAY, scaleName } from "@/lib/record/timeline/timeline-scale.ts";
import { readState, type TimelineState, writeState } from "@/lib/record/timeline/timeline-state.ts";

/** How wide a unit of each scale becomes, px per ms: months as in the prototype. */
const SCALE = { year: 200 / (365.25 * DAY), month: 216 / (30.44 * DAY), day: 64 / DAY } as const;

interface BenchProps {
  readonly controls: ReactNode;
  readonly children: ReactNode;
  readonly state: TimelineState;
  readonly scale: number;
  readonly onChoose: (chosen: Pick<TimelineState, "clock" | "filter">) => void;
  readonly onZoom: (factor: number) => void;
}

export function TimelineBench({ controls, children, state, scale, onChoose, onZoom }: BenchProps) {
  const form = useRef<HTMLFormElement>(null);
  const { clock, filter } = state;
  const name = scaleName(scale);
  useEffect(() => {
    const params = writeState({ clock, filter, selected: null, window: null });
    params.set("clock", clock);
    for (const input of form.current?.querySelectorAll("input") ?? []) {
      input.checked = params.getAll(input.name).includes(input.value);
    }
    for (const summary of form.current?.querySelectorAll("summary") ?? []) {
      const n = summary.parentElement?.querySelectorAll(":checked").length;
      summary.textContent = (n ? `${summary.dataset.name}: ${n}` : summary.dataset.all) ?? "";
    }
  }, [clock, filter]);
  useEffect(() => {
    for (const button of form.current?.querySelectorAll("[data-scale]") ?? []) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-scale") === name));
    }
  }, [name]);

  const choose = () => {
    if (!form.current) return;
    const params = new URLSearchParams();
    for (const [key, value] of new FormData(form.current)) params.append(key, String(value));
    onChoose(readState(params));
  };
  const click = ({ target }: MouseEvent) => {
    if (!(target instanceof HTMLElement)) return;
    const { zoom, scale: wanted } = target.dataset;
    if (zoom) onZoom(Number(zoom));
    if (wanted === "year" || wanted === "month" || wanted === "day") onZoom(SCALE[wanted] / scale);
  };
  const close = () => {
    for (const open of form.current?.querySelectorAll("details[open]") ?? []) open.removeAttribute("open");
  };
  /** A press on a word would give the focus to whatever lies under it, and the menu would take that for leaving. */
  const press = (event: MouseEvent) => {
    if (event.target instanceof HTMLLabelElement) event.preventDefault();
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !form.current?.contains(relatedTarget)) close();
  };
  useEffect(() => {
    const pressElsewhere = ({ target }: PointerEvent) => {
      if (target instanceof Node && !form.current?.contains(target)) close();
    };
    document.addEventListener("pointerdown", pressElsewhere);
    return () => document.removeEventListener("pointerdown", pressElsewhere);
  });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it hears the clicks of its own buttons, which have their keys
    <form className="bench" ref={form} onChange={choose} onClick={click} onMouseDown={press} onBlur={leave}>
      {controls}
      {children}
    </form>
  );
}
