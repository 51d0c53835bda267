import type { ReactNode } from "react";
import type { Rating } from "@/lib/core/rating/rating";

/**
 * The verdict marks again, because the drawing library knows neither `<use>` nor `currentColor`; and the colours of
 * the light page, because it knows no custom properties. share-mark.test.ts holds both against their originals.
 */
export const INK = "#14181a";
export const INK_2 = "#454c4f";
export const INK_3 = "#62696c";
export const PAPER = "#fcfcfa";

export const RATING_COLOUR: Record<Rating, string> = {
  supported: "#0a3f7a",
  mostly_supported: "#236ead",
  partly_supported: "#6a6a30",
  mostly_contradicted: "#9e3a08",
  contradicted: "#7a0f10",
  unproven: "#4a5155",
  not_checkable: "#6a4a8a",
  under_review: "#0e6a64",
  outdated: "#666d70",
};

const line = (stroke: string, strokeWidth: string) => ({ fill: "none", stroke, strokeWidth });

/** What is inside each mark's 16 × 16. */
export const SHAPES: Record<Rating, (colour: string) => ReactNode> = {
  supported: () => <circle cx="8" cy="8" r="7.25" />,
  mostly_supported: (colour) => (
    <>
      <path d="M8 8V.75A7.25 7.25 0 1 0 15.25 8Z" />
      <path d="M9.6.93A7.25 7.25 0 0 1 15.07 6.4" {...line(colour, "1.3")} />
    </>
  ),
  partly_supported: (colour) => (
    <>
      <path d="M8 .75A7.25 7.25 0 0 0 8 15.25Z" />
      <path d="M9.3 1.5A6.6 6.6 0 0 1 9.3 14.5" {...line(colour, "1.3")} />
    </>
  ),
  mostly_contradicted: () => <path d="M1 1H12.1L1 12.1ZM15 15H3.9L15 3.9Z" />,
  contradicted: () => <path d="M2.7 1H13.3L8 6.3ZM15 2.7V13.3L9.7 8ZM13.3 15H2.7L8 9.7ZM1 13.3V2.7L6.3 8Z" />,
  unproven: (colour) => <circle cx="8" cy="8" r="6.25" {...line(colour, "2")} />,
  not_checkable: (colour) => <path d="M8 1.4 14.6 8 8 14.6 1.4 8Z" {...line(colour, "1.9")} />,
  under_review: (colour) => (
    <path d="M2.6 1.9 14.2 8 2.6 14.1Z" {...line(colour, "1.9")} strokeLinejoin="round" />
  ),
  outdated: (colour) => (
    <>
      <circle cx="8" cy="8" r="5.1" {...line(colour, "1.7")} />
      <path d="M0 8H16" {...line(colour, "1.7")} />
    </>
  ),
};

/** @param size - pixels, both ways */
export function ShareMark({ rating, size }: { readonly rating: Rating; readonly size: number }) {
  const colour = RATING_COLOUR[rating];
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill={colour} aria-hidden="true">
      {SHAPES[rating](colour)}
    </svg>
  );
}
