/** What changed between two versions of a text or of a record, for people to read. Pure. */
import { diffArrays } from "diff";

export interface Difference {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** A word or a mark, and the white space behind it. Only the former is compared. */
interface Piece {
  readonly text: string;
  readonly space: string;
}

/** A word with its inner hyphens and apostrophes, or a single mark; and the space up to the next. */
const WORDS = /([\p{L}\p{N}\p{M}_]+(?:[-'’][\p{L}\p{N}\p{M}_]+)*|\S|^(?=\s))(\s*)/gu;
/** A line and the line ends behind it: what is compared when there are too many words. */
const LINES = /([^\n]+|^(?=\n))(\n*)/gu;

/**
 * How many words or lines may differ before a coarser way is taken. The time goes with its square: this many take
 * some tens of milliseconds. A number of edits and not of milliseconds, so that the same texts always give the same.
 */
const MOST_EDITS = 1500;

const pieces = (text: string, pattern: RegExp): Piece[] =>
  [...text.matchAll(pattern)].map(([, piece = "", space = ""]) => ({ text: piece, space }));

const spaceBefore = (text: string) => text.slice(0, text.length - text.trimStart().length);
const spaceBehind = (text: string) => text.slice(text.trimEnd().length);

/** How many characters two texts begin with alike; `end` -1 asks how many they end with alike. */
function alike(a: string, b: string, end: 1 | -1): number {
  const at = (text: string, n: number) => (end === 1 ? text[n] : text[text.length - 1 - n]);
  let n = 0;
  while (n < a.length && n < b.length && at(a, n) === at(b, n)) n += 1;
  return n;
}

/** Puts differences in order: neighbours of one kind become one, and white space that both have is the same. */
class Collected {
  readonly found: Difference[] = [];
  removed = "";
  added = "";

  same(text: string) {
    const head = alike(spaceBefore(this.removed), spaceBefore(this.added), 1);
    const [removed, added] = [this.removed.slice(head), this.added.slice(head)];
    const tail = alike(spaceBehind(removed), spaceBehind(added), -1);
    this.#push("same", this.removed.slice(0, head));
    this.#push("removed", removed.slice(0, removed.length - tail));
    this.#push("added", added.slice(0, added.length - tail));
    this.#push("same", removed.slice(removed.length - tail) + text);
    this.removed = "";
    this.added = "";
  }

  #push(kind: Difference["kind"], text: string) {
    if (text === "") return;
    const last = this.found.at(-1);
    if (last?.kind === kind) this.found[this.found.length - 1] = { kind, text: last.text + text };
    else this.found.push({ kind, text });
  }
}

/** Null when more than MOST_EDITS pieces differ. */
function differenceOf(before: readonly Piece[], after: readonly Piece[]): readonly Difference[] | null {
  const words = (list: readonly Piece[]) => list.map(({ text }) => text);
  const changes = diffArrays(words(before), words(after), { maxEditLength: MOST_EDITS });
  if (!changes) return null;
  const collected = new Collected();
  let [old, now] = [0, 0];
  for (const { added, removed, count } of changes) {
    for (let n = 0; n < count; n += 1) {
      const was = added ? undefined : before[old++];
      const is = removed ? undefined : after[now++];
      if (was && is) collected.same(is.text);
      else collected[removed ? "removed" : "added"] += (was ?? is)?.text ?? "";
      // The space behind a word is compared with its own kind, so that it never stands between two changed words.
      collected.removed += was?.space ?? "";
      collected.added += is?.space ?? "";
    }
  }
  collected.same("");
  return collected.found;
}

/**
 * What was removed from a text and what was added, by words and marks of punctuation. Joining what is "same" and
 * "removed" gives `before`, "same" and "added" gives `after`. Texts in which more than some hundred words differ are
 * compared by lines, and if too many of those differ, as wholes: two texts of 100 kB take well under a second.
 */
export function wordDifference(before: string, after: string): readonly Difference[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const whole: Difference[] = [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  return (
    differenceOf(pieces(before, WORDS), pieces(after, WORDS)) ??
    differenceOf(pieces(before, LINES), pieces(after, LINES)) ??
    whole.filter(({ text }) => text !== "")
  );
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export interface FieldDifference {
  /** Names joined by dots, places in an array as numbers from 0: "text.sv", "interests.0.gainsIf". */
  readonly field: string;
  /** As text; null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What every saving changes, and what says nothing to a reader. */
const IGNORED = new Set(["createdBy", "revision", "publishedAt", "updatedAt", "id"]);

/** Every value that is neither an object nor an array, with the names that lead to it. Nothing is no value. */
function* leaves(value: Json, field: string): Generator<readonly [string, string]> {
  if (value === null) return;
  if (typeof value !== "object") {
    yield [field, String(value)];
    return;
  }
  for (const [name, inner] of Object.entries(value)) {
    if (!IGNORED.has(name)) yield* leaves(inner, field === "" ? name : `${field}.${name}`);
  }
}

/**
 * The fields in which two versions of a row differ, those of `before` first, in their order. Null for a version that
 * does not exist. Null, absent and empty are the same nothing. `createdBy`, `revision`, `publishedAt`, `updatedAt` and
 * `id` are left out at any depth.
 */
export function fieldDifferences(before: Json, after: Json): readonly FieldDifference[] {
  const [old, now] = [new Map(leaves(before, "")), new Map(leaves(after, ""))];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((difference) => difference.before !== difference.after);
}
