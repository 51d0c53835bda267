/** How text is set in the picture, and about how wide it will be. Exact widths are timeline-measure.ts's, on the server. */

/** The ways text is set: family and size in CSS pixels are timeline-picture.css's. */
export type Font = "claim" | "event" | "fine" | "number" | "lane";
/** Width of a text in CSS pixels. */
export type Measure = (text: string, font: Font) => number;

/** A little over the average: for ticks, flags and borders, whose few words the browser lays out itself. */
export const rough: Measure = (text, font) =>
  text.length * (font === "event" ? 7.3 : font === "number" ? 7.4 : 6.9);
