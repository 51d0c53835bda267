"use client";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { type Drawing, fitLetters, openDrawing } from "./pdf-drawing";

const ZOOMS = ["one", "more", "most"] as const;
type Zoom = (typeof ZOOMS)[number];

interface PdfPagesProps {
  /** The address of the copy without metadata. */
  readonly src: string;
  readonly words: {
    readonly frame: string;
    readonly loading: string;
    readonly failed: string;
    /** With {number}. */
    readonly pictureOf: string;
    readonly previous: string;
    readonly next: string;
    readonly goTo: string;
    /** With {total}. */
    readonly of: string;
    readonly zoom: string;
    readonly zooms: Readonly<Record<Zoom, string>>;
  };
}

/** A PDF one page at a time, as a picture with its letters over it. Without scripts there is nothing: the text stands below. */
export function PdfPages({ src, words }: PdfPagesProps) {
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [number, setNumber] = useState(1);
  const [state, setState] = useState<"loading" | "drawn" | "failed">("loading");
  const [zoom, setZoom] = useState<Zoom>("one");

  useEffect(() => {
    let gone = false;
    let opened: Drawing | null = null;
    openDrawing(src).then(
      (made) => {
        if (gone) return made.close();
        opened = made;
        setDrawing(made);
      },
      () => !gone && setState("failed"),
    );
    return () => {
      gone = true;
      opened?.close();
    };
  }, [src]);

  useEffect(() => {
    if (!drawing || !canvas.current || !layer.current) return;
    let over = false;
    const letters = layer.current;
    const ended = (next: "drawn" | "failed") => () => {
      if (over) return;
      fitLetters(letters);
      setState(next);
    };
    setState("loading");
    drawing.draw(number, { canvas: canvas.current, layer: letters }).then(ended("drawn"), ended("failed"));
    return () => {
      over = true;
    };
  }, [drawing, number]);

  useEffect(() => {
    const letters = layer.current;
    if (!letters) return;
    const observer = new ResizeObserver(() => fitLetters(letters));
    observer.observe(letters);
    return () => observer.disconnect();
  }, []);

  const total = drawing?.pages ?? 0;
  const turn = (to: number) => {
    if (to >= 1 && to <= total) setNumber(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowRight") turn(number + 1);
    if (event.key === "ArrowLeft") turn(number - 1);
  };

  return (
    <div className="pdf">
      <div className="pdf-tools">
        <button
          type="button"
          className="button second"
          aria-disabled={number <= 1 || undefined}
          onClick={() => turn(number - 1)}
        >
          {words.previous}
        </button>
        <button
          type="button"
          className="button second"
          aria-disabled={number >= total || undefined}
          onClick={() => turn(number + 1)}
        >
          {words.next}
        </button>
        <span>
          <label htmlFor={`${id}page`}>{words.goTo}</label>{" "}
          <input
            key={number}
            id={`${id}page`}
            type="text"
            inputMode="numeric"
            size={3}
            defaultValue={number}
            onChange={(event) => turn(Number(event.currentTarget.value))}
          />{" "}
          {total > 0 && words.of.replace("{total}", String(total))}
        </span>
        <span>
          <label htmlFor={`${id}zoom`}>{words.zoom}</label>{" "}
          <select
            id={`${id}zoom`}
            value={zoom}
            onChange={(event) => setZoom(ZOOMS.find((each) => each === event.currentTarget.value) ?? "one")}
          >
            {ZOOMS.map((each) => (
              <option key={each} value={each}>
                {words.zooms[each]}
              </option>
            ))}
          </select>
        </span>
      </div>
      <p className="fine" role="status">
        {state === "loading" && words.loading}
        {state === "failed" && words.failed}
      </p>
      <section
        className="pdf-frame"
        aria-label={words.frame}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
        tabIndex={0}
        onKeyDown={onKeyDown}
        hidden={state === "failed"}
      >
        <div className={`pdf-page zoom-${zoom}`}>
          <canvas
            ref={canvas}
            role="img"
            aria-label={words.pictureOf.replace("{number}", String(number))}
            width={0}
            height={0}
          />
          <div ref={layer} className="pdf-letters" />
        </div>
      </section>
    </div>
  );
}
