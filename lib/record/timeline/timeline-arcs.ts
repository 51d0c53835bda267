/**
 * Relations as arcs: each leaves a mark to the left and lands on the underside of the claim it concerns, side by side
 * 20 px apart, never on one point; when that claim stands below, it lands before its mark. The end says the kind:
 * a bar stops, an arrow answers, two arrows go further, a dot supports.
 */
import type { RelationKind } from "./timeline.ts";

export type End = "bar" | "arrow" | "double" | "dot" | "plain";

export const END: Readonly<Record<RelationKind, End>> = {
  denies: "bar",
  undercuts: "bar",
  answers: "arrow",
  goes_further: "double",
  supports: "dot",
  repeats: "dot",
  narrows: "plain",
};

/** A mark by its left edge and the top of its row, px. */
export interface Seat {
  readonly id: string;
  readonly x: number;
  readonly top: number;
  /** Of the claim, if it is one. */
  readonly number: string;
}

export interface Arc {
  readonly key: string;
  readonly kind: RelationKind;
  readonly from: string;
  readonly to: string;
  readonly number: string;
  readonly d: string;
  /** Where the relation's word goes when the arc comes forward: its baseline, and which end stands at x. */
  readonly wordX: number;
  readonly wordY: number;
  readonly wordEnds: boolean;
}

const APART = 20;
/** Closer than this to the mark they concern, arcs would run through what stands between. */
const TOO_STEEP = 38;

function endPath(end: End, x: number, y: number, up: boolean): string {
  const arrow = (at: number) => (up ? `M${x - 4} ${y + 5 + at}l4-5l4 5` : `M${x - 6 - at} ${y - 5}l6 5l-6 5`);
  if (end === "bar") return up ? `M${x - 5} ${y}h10` : `M${x} ${y - 5}v10`;
  if (end === "arrow") return arrow(0);
  if (end === "double") return arrow(0) + arrow(6);
  if (end === "dot") return `M${up ? x - 2 : x - 4} ${up ? y + 2 : y}a2 2 0 1 0 4 0a2 2 0 1 0-4 0`;
  return "";
}

/** @param relations from → to, both among the seats; others are left out */
export function arcsOf(
  relations: readonly { readonly from: Seat; readonly to: Seat; readonly kind: RelationKind }[],
): Arc[] {
  const landings = new Map<string, number>();
  // The lowest lands first: so the arcs lie within each other and do not cross.
  const order = [...relations].sort((a, b) => b.from.top - a.from.top || a.from.x - b.from.x);
  const room = new Map<string, { count: number; x: number }>();
  for (const { from, to } of order) {
    // One that stands straight below is not drawn, and takes no room.
    if (to.top >= from.top || from.x - to.x < TOO_STEEP) continue;
    const r = room.get(to.id) ?? { count: 0, x: from.x };
    room.set(to.id, { count: r.count + 1, x: Math.min(r.x, from.x) });
  }
  return order.flatMap(({ from, to, kind }) => {
    const x = from.x - 6;
    const y = from.top + 15;
    const below = to.top < from.top;
    const base = { key: `${from.id} ${to.id} ${kind}`, kind, from: from.id, to: to.id, number: to.number };
    if (!below) {
      const at = to.x - 8;
      const aim = to.top + 15;
      const out = Math.min(x, at) - (at - x < 40 ? 30 : Math.min(132, 24 + Math.abs(aim - y) * 0.7));
      const d = `M${x} ${y}C${out} ${y} ${out - 8} ${aim} ${at} ${aim}${endPath(END[kind], at, aim, false)}`;
      const wordX = (out + at) / 2;
      // At the window's edge the word stands on the other side.
      return wordX < 96
        ? { ...base, d, wordX: at + 4, wordY: aim + 32, wordEnds: false }
        : { ...base, d, wordX, wordY: aim + 22, wordEnds: true };
    }
    const place = landings.get(to.id) ?? 0;
    landings.set(to.id, place + 1);
    // 20 px apart, closer only where the marks themselves stand too close for that.
    const { count, x: nearest } = room.get(to.id) ?? { count: 1, x };
    const apart = Math.max(6, Math.min(APART, (nearest - to.x - 40) / count));
    const at = Math.round(to.x + (apart < APART ? 8 : 21) + apart * place);
    // No room between the two marks: an arc would run through what stands there. The words beside the picture say it.
    if (x - at < 24) return [];
    const aim = to.top + 44.5 + (END[kind] === "dot" ? 2 : 0);
    const drop = y - aim;
    const bend =
      drop < 40
        ? `H${Math.min(x, at + 44)}C${at + 12} ${y} ${at} ${y} ${at} ${aim}`
        : `C${Math.round(x - Math.max(60, (x - at) * 0.48))} ${y} ${at} ${Math.round(aim + drop * 0.55)} ${at} ${aim}`;
    const d = `M${x} ${y}${bend}${endPath(END[kind], at, aim, true)}`;
    // Under the arc when it is long enough, else before its landing.
    const long = x - at > 170;
    return { ...base, d, wordX: long ? at + 56 : at - 12, wordY: y + 16, wordEnds: !long };
  });
}
