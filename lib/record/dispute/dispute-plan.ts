/**
 * Which of a dispute's drafts one person may publish now, and why each of the others stays. The same for the page that
 * says so and for the command that does it. Pure.
 */
import type { Bilingual } from "../../core/language/language.ts";
import { type Hindrance, hindrancesOf } from "../evidence/evidence-hindrance.ts";
import { keyOf, type SeenRow, type SeenTable, together, type Which } from "../seen/seen.ts";

/** A draft that a row names and that is not among the dispute's: its words, and what it is. */
export interface Outside {
  readonly table: "Party" | "Claim" | "Source" | "Snapshot" | "Event" | "Falsifier" | "Dispute";
  readonly id: string;
  readonly words: Bilingual;
}

/** One reason why something is not published now. */
export type Why =
  | { readonly reason: "hindered"; readonly hindrances: readonly Hindrance[] }
  /** Whoever publishes has written in it. */
  | { readonly reason: "own" }
  /** It names a draft that does not belong to the dispute: a party without a role in it, a claim of another dispute. */
  | { readonly reason: "outside"; readonly outside: Outside }
  | { readonly reason: "not-chosen" }
  /** What it names, or is a part of, stays. */
  | { readonly reason: "rests"; readonly on: readonly string[] };

/** What is chosen, published or left as one: a row, with the parts that are nothing without it. */
export interface Thing {
  /** `<table> <id>` of its first row. */
  readonly key: string;
  readonly table: SeenTable;
  readonly id: string;
  readonly rows: readonly SeenRow[];
}

/** A thing, as it stands to being published. */
export interface Planned extends Thing {
  /** The keys of the other things that it names. */
  readonly needs: readonly string[];
  /** Empty: it is published. */
  readonly why: readonly Why[];
}

/** The words by which a thing is first known, and the question that a request is, go with it. */
const PARTS: Partial<Record<SeenTable, { readonly of: SeenTable; readonly by: string }>> = {
  DisputeWording: { of: "Dispute", by: "disputeId" },
  PartyWording: { of: "Party", by: "partyId" },
  ClaimWording: { of: "Claim", by: "claimId" },
  Asking: { of: "ReplyRequest", by: "requestId" },
};

/** The key of what a row is a part of, if that is among the drafts; its own otherwise. */
function headOf(row: SeenRow, keys: ReadonlySet<string>): string {
  const part = PARTS[row.table];
  const isLater = "version" in row.row && row.row.version !== 1;
  const head = part && !isLater ? `${part.of} ${String(row.row[part.by])}` : "";
  return keys.has(head) ? head : keyOf(row);
}

/** The drafts as what can be chosen, in their order. */
export function thingsOf(rows: readonly SeenRow[]): Thing[] {
  const keys = new Set(rows.map(keyOf));
  const byHead = new Map<string, SeenRow[]>(rows.map((row) => [headOf(row, keys), []]));
  for (const row of rows) byHead.get(headOf(row, keys))?.push(row);
  return [...byHead].flatMap(([key, parts]) => {
    const first = parts.find((row) => keyOf(row) === key);
    return first ? [{ key, table: first.table, id: first.id, rows: parts }] : [];
  });
}

/** The ids of other rows that a row names, by the names of its columns. */
export const namedBy = ({ row }: SeenRow): string[] =>
  Object.keys(row).flatMap((column) => {
    const value = row[column];
    return column.endsWith("Id") && typeof value === "string" ? [value] : [];
  });

interface ToPlan {
  readonly rows: readonly SeenRow[];
  /** The ids of the rows that whoever publishes has written in. */
  readonly own: ReadonlySet<string>;
  /** The drafts that the rows name and that are not among them. */
  readonly outside: readonly Outside[];
  /** The keys of the things that are chosen; null: all of them. */
  readonly chosen: ReadonlySet<string> | null;
}

/**
 * As much of what is chosen as can become public: nothing that is hindered, nothing that the publisher has written, and
 * nothing that names what stays a draft.
 */
export function planOf({ rows, own, outside, chosen }: ToPlan): Planned[] {
  const things = thingsOf(rows);
  const elsewhere = new Map(outside.map((each) => [each.id, each]));
  // No other row is named by the id of an asking (it is its request's) or of a pair.
  const holders = new Map(
    things.flatMap(({ key, rows: parts }) =>
      parts.filter(({ table }) => table !== "Asking").map(({ id }) => [id, key] as const),
    ),
  );
  const planned = new Map(
    things.map((thing) => {
      const names = new Set(thing.rows.flatMap(namedBy));
      const needs = [...names].flatMap((id) => holders.get(id) ?? []).filter((key) => key !== thing.key);
      const hindrances = thing.rows.flatMap(hindrancesOf);
      const why: Why[] = [
        ...(hindrances.length > 0 ? [{ reason: "hindered", hindrances } as const] : []),
        ...(thing.rows.some(({ id }) => own.has(id)) ? [{ reason: "own" } as const] : []),
        ...[...names].flatMap((id) => {
          const there = elsewhere.get(id);
          return there ? [{ reason: "outside", outside: there } as const] : [];
        }),
      ];
      if (why.length === 0 && chosen && !chosen.has(thing.key)) why.push({ reason: "not-chosen" });
      return [thing.key, { ...thing, needs, why }] as const;
    }),
  );
  for (let before = -1, stays = 0; before !== stays; ) {
    before = stays;
    for (const one of planned.values()) {
      if (one.why.length > 0) continue;
      const on = one.needs.filter((key) => (planned.get(key)?.why.length ?? 0) > 0);
      if (on.length > 0) one.why.push({ reason: "rests", on });
    }
    stays = [...planned.values()].filter(({ why }) => why.length > 0).length;
  }
  return [...planned.values()];
}

/** One of these and all that must become public with it; all of them where there is no such one. */
export function withNeeds(
  things: readonly { readonly key: string; readonly needs: readonly string[] }[],
  key: string,
): string[] {
  const known = new Map(things.map((thing) => [thing.key, thing]));
  if (!known.has(key)) return [...known.keys()];
  const found = new Set([key]);
  for (const each of found) for (const need of known.get(each)?.needs ?? []) found.add(need);
  return [...found];
}

/** What is published of a plan. */
export const goingOf = (plan: readonly Planned[]): Planned[] => plan.filter(({ why }) => why.length === 0);

/** Its rows, by table. */
export const rowsGoing = (plan: readonly Planned[]): Which =>
  together(...goingOf(plan).flatMap(({ rows }) => rows.map(({ table, id }) => ({ [table]: [id] }) as Which)));

/** Why nothing is published, as the command refuses it: by the first reason that is one in itself. */
export function refusalOfPlan(
  plan: readonly Planned[],
):
  | Hindrance["reason"]
  | "author-cannot-approve"
  | "party-without-role"
  | "names-other-draft"
  | "nothing-chosen"
  | "nothing-to-publish" {
  for (const why of plan.flatMap((thing) => thing.why)) {
    if (why.reason === "hindered" && why.hindrances[0]) return why.hindrances[0].reason;
    if (why.reason === "own") return "author-cannot-approve";
    if (why.reason === "outside")
      return why.outside.table === "Party" ? "party-without-role" : "names-other-draft";
  }
  return plan.length > 0 ? "nothing-chosen" : "nothing-to-publish";
}
