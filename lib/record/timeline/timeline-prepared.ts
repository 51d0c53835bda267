/** What the picture is drawn of, as it travels from the server to the browser. Moments are ms since 1970, UTC. */
import type { Edge } from "../../core/edtf/edtf.ts";
import type { Clock, Lane, Post } from "./timeline.ts";
import type { Stretch } from "./timeline-axis.ts";
import type { Label } from "./timeline-label.ts";

/** Of the names beside the plot, px. */
export const LANES_WIDTH = 184;

/** Where a post lies on a clock. Null: open on that side. At least one side is known. Half open, ms. */
export interface Span {
  readonly start: number | null;
  readonly end: number | null;
  readonly startEdge: Edge;
  readonly endEdge: Edge;
  /** A known day or instant, drawn as one stroke. */
  readonly point: boolean;
  /** How far it is drawn: its bounds, and at an open end the next thing that is known. */
  readonly reach: { readonly from: number; readonly to: number };
  /** Only its order is known: before or after another post. */
  readonly loose: boolean;
}

/** What is only read stays in the list. */
export type PreparedPost = Omit<Post, "attribution" | "note" | "conclusion" | "quote"> & {
  readonly spans: Readonly<Record<Clock, Span>>;
  readonly label: Label;
};

export interface PreparedLane extends Lane {
  /** Name and role broken into the lines that fit beside the plot. */
  readonly names: readonly string[];
  readonly roles: readonly string[];
}

export interface Prepared {
  readonly lanes: readonly PreparedLane[];
  /** In the order of the first clock, as the list has them. */
  readonly posts: readonly PreparedPost[];
  /** Whether anything has a time: without one there is nothing to draw, and `extent` means nothing. */
  readonly dated: boolean;
  /** From the first known moment to the last, on either clock. */
  readonly extent: { readonly from: number; readonly to: number };
  /** What the axis of each clock is made of. */
  readonly stretches: Readonly<Record<Clock, readonly Stretch[]>>;
}

/** The bound that is known, where the mark stands: the earliest, else the latest. */
export const anchor = (span: Span): number => span.start ?? span.end ?? 0;
