/** Timelines of any size for tests and measurements. The same seed gives the same posts. */
import { RATINGS } from "../../core/rating/rating.ts";
import type { Post, RelationKind, Timeline } from "./timeline.ts";
import { DAY } from "./timeline-scale.ts";

/** mulberry32: numbers in [0, 1). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS = [
  "kommunen",
  "utredningen",
  "svarar",
  "nämnden",
  "protokollet",
  "hyresvärden",
  "aldrig",
  "mejlet",
  "begär",
  "analysen",
  "flyttade",
  "enligt",
  "avtalet",
  "2019",
  "granskar",
];
const RELATIONS: readonly RelationKind[] = [
  "denies",
  "undercuts",
  "answers",
  "narrows",
  "repeats",
  "supports",
  "goes_further",
];

/** @param years how far apart the first and the last post may lie, from 2015 */
export function manyPosts(count: number, seed = 1, lanes = 6, years = 6): Timeline {
  const next = random(seed);
  const int = (n: number) => Math.floor(next() * n);
  const start = Date.UTC(2015, 0, 1);
  const iso = (moment: number) => new Date(moment).toISOString();
  const dateOf = (moment: number): string => {
    const day = iso(moment).slice(0, 10);
    const month = day.slice(0, 7);
    // As a newspaper's archive has them: seven in ten are known to the day.
    const days = Array.from({ length: 28 }, () => day);
    const year = day.slice(0, 4);
    const until = iso(moment + int(60) * DAY).slice(0, 10);
    const kinds = [
      ...days,
      month,
      month,
      month,
      month,
      `${year}-2${1 + int(4)}`,
      `${day}~`,
      `${day}~`,
      `${month}/..`,
      `../${month}`,
      year,
      `${day}/${until}`,
      `${day}/${until}`,
    ];
    return kinds[int(kinds.length)] ?? day;
  };
  const moments = Array.from(
    { length: count },
    () => start + Math.floor(next() ** 1.4 * years * 365 * DAY),
  ).sort((a, b) => a - b);
  const ids = moments.map((_, i) => `n${i}`);
  const posts = moments.map((moment, i): Post => {
    const roll = next();
    const kind = roll < 0.5 ? "claim" : roll < 0.9 ? "event" : roll < 0.95 ? "silence" : "verdict";
    const short = Array.from({ length: 2 + int(5) }, () => WORDS[int(WORDS.length)] ?? "").join(" ");
    const undated = next() < 0.06;
    const lane = int(lanes);
    const when = undated ? null : dateOf(moment);
    const known = next() < 0.5 ? when : iso(moment + int(200) * DAY).slice(0, 10);
    return {
      id: `n${i}`,
      kind,
      lane: `lane-${lane}`,
      by: next() < 0.2 ? "Carina Eriksson" : null,
      parties: [`lane-${lane}`, `lane-${int(lanes)}`],
      text: `${short}, ${short} och ${short}.`,
      short,
      claim:
        kind === "claim"
          ? {
              number: i + 1,
              slug: `claim-${i}`,
              rating: next() < 0.9 ? (RATINGS[int(RATINGS.length)] ?? null) : null,
            }
          : null,
      happened: { edtf: when, words: when ?? "odaterat" },
      known: { edtf: known, words: known ?? "odaterat" },
      beforePost: undated && next() < 0.5 ? (ids[int(count)] ?? null) : null,
      afterPost: undated ? (ids[int(count)] ?? null) : null,
      relations:
        kind === "claim" && next() < 0.4 && i > 0
          ? [
              {
                kind: RELATIONS[int(RELATIONS.length)] ?? "answers",
                to: ids[Math.max(0, i - 1 - int(8))] ?? "n0",
              },
            ]
          : [],
      attribution: `Part ${lane}`,
      conclusion: kind === "claim" ? `${short}.` : null,
    };
  });
  return {
    lanes: Array.from({ length: lanes }, (_, i) => ({
      id: `lane-${i}`,
      name: i === 1 ? "Socialdemokraterna i kommunfullmäktige i Kramfors" : `Part nummer ${i}`,
      role: i % 2 ? "anklagar" : "anklagas",
    })),
    posts,
  };
}
