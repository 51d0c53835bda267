"use client";
/** Lets the server's controls act: the form is read as an address is, and shows what the address says. */
import { type FocusEvent, type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import {
  FIRST_STATE,
  readState,
  type TimelineState,
  writeState,
} from "@/lib/record/timeline/timeline-state.ts";

interface BenchProps {
  readonly controls: ReactNode;
  readonly children: ReactNode;
  readonly state: TimelineState;
  readonly onChoose: (chosen: Pick<TimelineState, "clock" | "filter">) => void;
  readonly onZoom: (factor: number) => void;
  readonly onWhole: () => void;
  readonly onUnfold: () => void;
  /** Whether the picture is as far out, or as near, as it goes. */
  readonly least: boolean;
  readonly most: boolean;
  /** Whether empty years are open; null when there are none. */
  readonly folds: boolean | null;
}

export function TimelineBench({
  controls,
  children,
  state,
  onChoose,
  onZoom,
  onWhole,
  onUnfold,
  least,
  most,
  folds,
}: BenchProps) {
  const form = useRef<HTMLFormElement>(null);
  const { clock, filter } = state;
  useEffect(() => {
    const params = writeState({ ...FIRST_STATE, clock, filter });
    params.set("clock", clock);
    for (const input of form.current?.querySelectorAll("input") ?? []) {
      input.checked = params.getAll(input.name).includes(input.value);
    }
    for (const summary of form.current?.querySelectorAll("summary") ?? []) {
      const n = summary.parentElement?.querySelectorAll(":checked").length;
      summary.textContent = (n ? `${summary.dataset.name}: ${n}` : summary.dataset.all) ?? "";
    }
  }, [clock, filter]);
  const query = writeState(state).toString();
  useEffect(() => {
    // A button that has the focus is not taken from under it: it only says that it does nothing more.
    const disable = (selector: string, off: boolean) =>
      form.current?.querySelector(selector)?.setAttribute("aria-disabled", String(off));
    disable('[data-zoom="0.5"]', least);
    disable('[data-zoom="2"]', most);
    disable("[data-whole]", least);
    const unfold = form.current?.querySelector<HTMLElement>("[data-unfold]");
    unfold?.toggleAttribute("hidden", folds === null);
    unfold?.setAttribute("aria-pressed", String(folds === true));
    form.current?.querySelector("[data-link]")?.setAttribute("href", `?${query}#timeline`);
  }, [least, most, folds, query]);

  const choose = () => {
    if (!form.current) return;
    const params = new URLSearchParams();
    for (const [key, value] of new FormData(form.current)) params.append(key, String(value));
    onChoose(readState(params));
  };
  const click = ({ target }: MouseEvent) => {
    if (!(target instanceof HTMLElement)) return;
    const { zoom, whole, unfold } = target.dataset;
    if (target.getAttribute("aria-disabled") === "true") return;
    if (zoom) onZoom(Number(zoom));
    if (whole !== undefined) onWhole();
    if (unfold !== undefined) onUnfold();
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
