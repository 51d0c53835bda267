/**
 * Draws pages of a PDF in the browser. The file is a stranger's: it is parsed in a worker, whose own policy lets it fetch
 * nothing, and neither code nor forms in it are run.
 */
import type { PDFDocumentProxy } from "pdfjs-dist";

/** The older build: newsrooms do not choose their browsers. Loaded when there is something to draw. */
const load = () => import("pdfjs-dist/legacy/build/pdf.mjs");

export interface Drawing {
  readonly pages: number;
  /** Draws one page and lays its letters over it. A drawing that another has overtaken ends without a trace. */
  readonly draw: (number: number, onto: Canvas) => Promise<void>;
  readonly close: () => void;
}

export interface Canvas {
  readonly canvas: HTMLCanvasElement;
  /** Holds the letters; its width is that of the picture as it is shown. */
  readonly layer: HTMLElement;
}

/** Wide enough for a large screen at 200 per cent; a page may ask for far more. */
const WIDTH = 1800;
const MOST_PIXELS = 16_000_000;

/** @param src - an address of ours */
export async function openDrawing(src: string): Promise<Drawing> {
  const pdf = await load();
  pdf.GlobalWorkerOptions.workerSrc = new URL(
    "pdfjs-dist/legacy/build/pdf.worker.min.mjs",
    import.meta.url,
  ).href;
  const task = pdf.getDocument({
    url: src,
    // Each range would have the server read the whole file through to compare it with its hash.
    disableRange: true,
    disableAutoFetch: true,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: 40_000_000,
    verbosity: pdf.VerbosityLevel.ERRORS,
  });
  const file: PDFDocumentProxy = await task.promise;
  let stop = () => {};

  async function draw(number: number, { canvas, layer }: Canvas): Promise<void> {
    stop();
    let over = false;
    stop = () => {
      over = true;
    };
    const page = await file.getPage(number);
    if (over) return;
    const plain = page.getViewport({ scale: 1 });
    const most = Math.sqrt(MOST_PIXELS / (plain.width * plain.height));
    const viewport = page.getViewport({ scale: Math.min(WIDTH / plain.width, most) });
    // Drawn beside the page, then put in its place: a picture half drawn is never seen.
    const beside = document.createElement("canvas");
    beside.width = Math.ceil(viewport.width);
    beside.height = Math.ceil(viewport.height);
    const rendering = page.render({ canvas: beside, viewport });
    const letters = document.createElement("div");
    const text = new pdf.TextLayer({
      textContentSource: page.streamTextContent(),
      container: letters,
      viewport: plain,
    });
    stop = () => {
      over = true;
      rendering.cancel();
      text.cancel();
    };
    try {
      await Promise.all([rendering.promise, text.render()]);
    } catch (error) {
      if (over) return;
      throw error;
    }
    canvas.width = beside.width;
    canvas.height = beside.height;
    canvas.getContext("2d")?.drawImage(beside, 0, 0);
    layer.replaceChildren(...letters.childNodes);
    layer.dataset.layer = String(number);
    layer.dataset.width = String(plain.width);
    layer.style.setProperty("--min-font-size", letters.style.getPropertyValue("--min-font-size"));
    layer.dataset.mainRotation = letters.dataset.mainRotation;
  }

  return {
    pages: file.numPages,
    draw,
    close: () => {
      stop();
      void task.destroy();
    },
  };
}

/** Has the letters lie on those of the picture, however wide it is shown. */
export function fitLetters(layer: HTMLElement): void {
  const width = Number(layer.dataset.width ?? 0);
  if (width > 0) layer.style.setProperty("--total-scale-factor", String(layer.clientWidth / width));
}
