import "server-only";
import { z } from "zod";
import { type Actor, ownOf } from "../../core/actor.ts";
import { db, oneMoment } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { claimText } from "../claim/claim.ts";
import { namedParty } from "../party/party.ts";
import { saidBy } from "../seen/seen-row.ts";
import {
  type Discardable,
  type Fall,
  type Fallen,
  type ForeignKey,
  fateOf,
  idFromAddress,
  isFirstWording,
  keyOfRow,
  type Loosened,
  tableOf,
  wordOf,
} from "./draft.ts";

const name = (identifier: string) => Prisma.raw(`"${identifier}"`);

const catalogue = z.array(
  z.object({
    child: z.string(),
    column: z.string(),
    parent: z.string(),
    isOptional: z.boolean(),
    cascades: z.boolean(),
  }),
);

/** Which table names which, as the database knows it: no list of it is kept here. */
async function foreignKeys(): Promise<readonly ForeignKey[]> {
  const found = await db().$queryRaw`
    SELECT ch.relname AS "child", a.attname AS "column", pa.relname AS "parent",
           NOT a.attnotnull AS "isOptional", con.confdeltype = 'c' AS "cascades"
      FROM pg_constraint con
      JOIN pg_class ch ON ch.oid = con.conrelid
      JOIN pg_class pa ON pa.oid = con.confrelid
      JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = con.conkey[1]
     WHERE con.contype = 'f' AND ch.relnamespace = current_schema()::regnamespace
     ORDER BY 1, 2`;
  return catalogue.parse(found);
}

const found = z.array(z.object({ row: z.record(z.string(), z.json()) }));

/** As the history names a row (migration: remember_change). */
const idOf = (row: Fallen["row"]): string =>
  String(row.id ?? row.requestId ?? `${String(row.claimId)}/${String(row.falsifierId)}`);

/** The rows of a table that have one of these ids in a column. */
async function rowsWith(table: string, column: string, ids: readonly string[]): Promise<Fallen[]> {
  const rows = await db().$queryRaw`
    SELECT to_jsonb(t) AS "row" FROM ${name(table)} t WHERE t.${name(column)} = ANY(${[...ids]}::uuid[]) ORDER BY 1`;
  return found.parse(rows).map(({ row }) => ({ table, id: idOf(row), row }));
}

/** The draft itself; a role that is the last one of a draft party is that party. */
async function begin(table: string, id: string): Promise<Fallen | null> {
  const [first, second] = id.split("/");
  if (!first || !isId(first) || (second !== undefined && !isId(second))) return null;
  const column = table === "Asking" ? "requestId" : second === undefined ? "id" : "claimId";
  const rows = await rowsWith(table, column, [first]);
  return rows.find((row) => row.id === id) ?? null;
}

/** A draft party whose every role goes is nothing any more. */
async function partiesWithoutRole(roles: readonly Fallen[], known: ReadonlySet<string>): Promise<Fallen[]> {
  const ids = [...new Set(roles.map(({ row }) => String(row.partyId)))];
  const parties = await db().party.findMany({
    where: {
      id: { in: ids },
      publishedAt: null,
      roles: { none: { id: { notIn: roles.map(({ id }) => id) } } },
    },
    select: { id: true },
  });
  const gone = parties.map(({ id }) => id).filter((id) => !known.has(keyOfRow({ table: "Party", id })));
  return rowsWith("Party", "id", gone);
}

/**
 * What throwing a draft away comes to: every row that would name nothing then goes with it, what only mentions it loses the
 * mention, and what is public, or not ours, keeps it.
 */
export async function fallOf(actor: Actor, table: string, id: string): Promise<Fall | null> {
  const start = await begin(table, id);
  if (!start) return null;
  const keys = await foreignKeys();
  const goes = new Map([[keyOfRow(start), start]]);
  const keeps = new Map<string, Fallen>();
  const loosened = new Map<string, Loosened>();
  let next: Fallen[] = [start];
  while (next.length > 0) {
    const reached: Fallen[] = [];
    for (const key of keys) {
      const ids = next.filter((each) => each.table === key.parent).map((each) => each.id);
      if (ids.length === 0 || key.cascades) continue;
      for (const row of await rowsWith(key.child, key.column, ids)) {
        const fate = fateOf(row, key, actor.id);
        if (fate === "goes") reached.push(row);
        else if (fate === "keeps") keeps.set(keyOfRow(row), row);
        else if (fate === "loosened")
          loosened.set(`${keyOfRow(row)} ${key.column}`, { ...row, column: key.column });
      }
    }
    next = reached.filter((row) => !goes.has(keyOfRow(row)));
    for (const row of next) goes.set(keyOfRow(row), row);
    if (next.length > 0) continue;
    const roles = [...goes.values()].filter((each) => each.table === "PartyRole");
    next = roles.length > 0 ? await partiesWithoutRole(roles, new Set(goes.keys())) : [];
    for (const row of next) goes.set(keyOfRow(row), row);
  }
  const isGone = (row: Fallen) => goes.has(keyOfRow(row));
  // Whoever sees only their own drafts takes nobody else's along.
  const { createdBy } = ownOf(actor);
  const others = [...goes.values(), ...loosened.values()].filter(
    ({ row }) => createdBy !== undefined && row.createdBy !== createdBy,
  );
  return {
    goes: [...goes.values()],
    loosened: [...loosened.values()].filter((row) => !isGone(row)),
    keeps: [...keeps.values(), ...others.filter((row) => keyOfRow(row) !== keyOfRow(start))],
  };
}

/** A row as a person knows it. */
export interface ThrownWords {
  readonly key: string;
  readonly table: string;
  readonly words: Bilingual;
  /** What of it is lost, where it stays. */
  readonly column: string | null;
}

/** The page that asks before a draft is thrown away. */
export interface DraftToThrow {
  readonly itself: ThrownWords;
  readonly goes: readonly ThrownWords[];
  readonly loosened: readonly ThrownWords[];
  readonly keeps: readonly ThrownWords[];
  /** What the form carries: that all of this was read. */
  readonly word: string;
  /** Where it stands, and where to go when it is gone, without language. */
  readonly home: string;
  /** The first wording, which goes only with what it words. */
  readonly isFirstWording: boolean;
}

/** What would go with a draft, in words. Null: there is none that this actor may throw away. */
export function draftToThrow(
  actor: Actor,
  table: Discardable,
  address: string,
): Promise<DraftToThrow | null> {
  return oneMoment(async () => {
    const fall = await fallOf(actor, tableOf(table), idFromAddress(address));
    const [itself] = fall?.goes ?? [];
    const { createdBy = itself?.row.createdBy } = ownOf(actor);
    if (!fall || !itself || itself.row.publishedAt !== null || itself.row.createdBy !== createdBy)
      return null;
    const names = await namesOf([...fall.goes, ...fall.loosened, ...fall.keeps]);
    const inWords = (row: Fallen | Loosened): ThrownWords => ({
      ...{ key: keyOfRow(row), table: row.table, words: wordsOf(row, names) },
      column: "column" in row ? row.column : null,
    });
    const [first, ...others] = fall.goes.map(inWords);
    if (!first) return null;
    return {
      ...{ itself: first, goes: others },
      loosened: fall.loosened.map(inWords),
      keeps: fall.keeps.map(inWords),
      word: wordOf(fall),
      home: await homeOf(itself),
      isFirstWording: isFirstWording(itself),
    };
  });
}

type Names = ReadonlyMap<string, Bilingual>;

/** What rows without words of their own are about, by the ids they name; and what is known by its newest wording. */
async function namesOf(rows: readonly Fallen[]): Promise<Names> {
  const ids = rows.flatMap(({ row }) =>
    Object.entries(row).flatMap(([column, value]) =>
      (column === "id" || column.endsWith("Id")) && typeof value === "string" ? [value] : [],
    ),
  );
  const where = { id: { in: [...new Set(ids)] } };
  const wordings = newest;
  const parties = await db().party.findMany({ where, include: { wordings } });
  const claims = await db().claim.findMany({ where, include: { wordings } });
  const disputes = await db().dispute.findMany({ where, include: { wordings } });
  const sources = await db().source.findMany({ where });
  const falsifiers = await db().falsifier.findMany({ where });
  const requests = await db().replyRequest.findMany({
    where,
    include: { party: { include: { wordings } } },
  });
  const verdicts = await db().verdictDraft.findMany({ where, include: { claim: { include: { wordings } } } });
  return new Map([
    ...verdicts.map(({ id, claim }) => [id, claimText(claim)] as const),
    ...parties.map((row) => [row.id, namedParty(row).name] as const),
    ...claims.map((row) => [row.id, claimText(row)] as const),
    ...disputes.map(
      ({ id, slug, wordings: [words] }) =>
        [id, words ? { sv: words.titleSv, en: words.titleEn } : { sv: slug, en: slug }] as const,
    ),
    ...sources.map((row) => [row.id, { sv: row.titleSv, en: row.titleEn }] as const),
    ...falsifiers.map((row) => [row.id, { sv: row.textSv, en: row.textEn }] as const),
    ...requests.map(({ id, party }) => [id, namedParty(party).name] as const),
  ]);
}

/** The columns by which a row without words of its own is known, the most telling first. */
const ABOUT = ["toId", "partyId", "falsifierId", "sourceId", "requestId", "draftId", "claimId", "disputeId"];

function wordsOf({ id, row }: Fallen, names: Names): Bilingual {
  const own = names.get(id);
  if (own) return own;
  const { slug: _, sha256: __, ...rest } = row;
  const { words } = saidBy(rest);
  if (words.sv + words.en !== "") return words;
  const about = ABOUT.map((column) => names.get(String(row[column]))).find((each) => each !== undefined);
  return about ?? { sv: "", en: "" };
}

/** Where a draft stands at the desk. */
async function homeOf({ table, row }: Fallen): Promise<string> {
  const named = (column: string) => String(row[column]);
  if (table === "Dispute") return "/desk/disputes";
  if (table === "SourceEdge") return `/desk/sources/${named("fromId")}`;
  if (table === "Relation") return `/desk/claims/${named("fromId")}`;
  if (table === "Asking") return `/desk/requests/${named("requestId")}`;
  if (table === "ClaimFalsifier" || table === "FalsifierState") {
    const falsifier = await db().falsifier.findUnique({ where: { id: named("falsifierId") } });
    return falsifier ? `/desk/disputes/${falsifier.disputeId}/falsifiers/${falsifier.id}` : "/desk/disputes";
  }
  if (["PartyWording", "PartyIdentifier", "Party"].includes(table)) {
    const partyId = table === "Party" ? named("id") : named("partyId");
    const role = await db().partyRole.findFirst({ where: { partyId }, orderBy: { id: "asc" } });
    if (!role) return "/desk/disputes";
    return table === "Party"
      ? `/desk/disputes/${role.disputeId}`
      : `/desk/disputes/${role.disputeId}/parties/${role.id}`;
  }
  if (table === "Snapshot") return `/desk/sources/${named("sourceId")}`;
  return typeof row.claimId === "string"
    ? `/desk/claims/${row.claimId}`
    : `/desk/disputes/${named("disputeId")}`;
}
