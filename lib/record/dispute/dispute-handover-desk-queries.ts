import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import { writtenBy } from "../../desk/history/history-queries.ts";
import { memberNames } from "../../desk/member/member-queries.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { keyOf, type SeenRow } from "../seen/seen.ts";
import { rowsNow } from "../seen/seen-queries.ts";
import { disputeTitle } from "./dispute.ts";
import { handoverState, whichOf } from "./dispute-handover.ts";
import { saidByAll } from "./dispute-unpublished-queries.ts";

/** The newest step about each, of one dispute or of all. */
const newestSteps = (disputeId?: string) =>
  db().handover.findMany({
    where: { disputeId },
    distinct: ["disputeId", "about"],
    orderBy: [{ disputeId: "asc" }, { about: "asc" }, { id: "desc" }],
  });

type Step = Awaited<ReturnType<typeof newestSteps>>[number];

/** Those of the rows that it was about which are drafts still. */
async function draftsLeft(steps: readonly Step[]): Promise<ReadonlyMap<Step, readonly SeenRow[]>> {
  const rows = await rowsNow(whichOf(steps.flatMap(({ drafts }) => drafts)));
  const left = new Map(rows.filter(({ row }) => row.publishedAt === null).map((row) => [keyOf(row), row]));
  return new Map(steps.map((step) => [step, step.drafts.flatMap((key) => left.get(key) ?? [])] as const));
}

/** Something handed over, as the desk shows it: where it stands, by whom, since when, and what was said of it. */
export interface HandoverView {
  readonly about: string;
  readonly state: "ready" | "back";
  readonly by: string | null;
  readonly isOwn: boolean;
  readonly at: string;
  readonly note: string;
}

/** What of a dispute's drafts is handed over, or was given back. */
export async function handoversOf(actor: Actor, disputeId: string): Promise<readonly HandoverView[]> {
  if (!isId(disputeId) || !atLeast(actor, "journalist")) return [];
  const left = await draftsLeft(await newestSteps(disputeId));
  const open = [...left].filter(([, rows]) => rows.length > 0).map(([step]) => step);
  const names = await memberNames(open.map(({ by }) => by));
  return open.flatMap(({ about, kind, by, at, note }) => {
    const state = handoverState({ kind });
    if (state === "none") return [];
    const shared = { by: names.get(by) ?? null, isOwn: by === actor.id, at: at.toISOString(), note };
    return [{ about, state, ...shared }];
  });
}

/** One line of the queue about drafts that were handed over. */
export interface HandoverItem extends WaitingItem {
  readonly kind: "ready" | "givenBack" | "handedOver";
  /** Who handed it over, or gave it back. */
  readonly by: string | null;
}

/**
 * What somebody has handed over: for editors what they may publish, and for whoever handed it over what came back and what
 * lies with the others.
 */
export async function handoversWaiting(actor: Actor): Promise<HandoverItem[]> {
  if (!atLeast(actor, "journalist")) return [];
  const steps = (await newestSteps()).filter((step) => handoverState(step) !== "none");
  const left = await draftsLeft(steps);
  const open = [...left].filter(([, rows]) => rows.length > 0);
  if (open.length === 0) return [];
  const own = await writtenBy(
    actor.id,
    open.flatMap(([, rows]) => rows.map(({ id }) => id)),
  );
  const names = await memberNames(open.map(([{ by }]) => by));
  const titles = await titlesOf(open.map(([{ disputeId }]) => disputeId));
  const handers = await handedBy(open.map(([step]) => step));
  return open.flatMap(([step, rows]): HandoverItem[] => {
    const isHers = handers.get(step) === actor.id;
    const written = rows.filter(({ id }) => own.has(id)).length;
    const kind = kindFor(actor, step, isHers, { all: written === rows.length, none: written === 0 });
    if (!kind) return [];
    const dispute = titles.get(step.disputeId) ?? { sv: "", en: "" };
    const [first] = rows.filter((row) => step.about === "" || keyOf(row) === step.about);
    const said = step.about === "" || !first ? null : saidByAll({ rows }).words;
    const only = step.about === "" ? "" : `?only=${encodeURIComponent(step.about)}`;
    return [
      {
        ...{ id: step.id, kind, href: `/desk/disputes/${step.disputeId}/publish${only}` },
        title: said && said.sv + said.en !== "" ? between(dispute, said) : dispute,
        ...{ at: step.at.toISOString(), by: names.get(step.by) ?? null },
      },
    ];
  });
}

function kindFor(
  actor: Actor,
  step: Step,
  isHers: boolean,
  own: { all: boolean; none: boolean },
): HandoverItem["kind"] | null {
  if (handoverState(step) === "back") return isHers ? "givenBack" : null;
  // Whoever handed it over publishes what in it is another's, once nothing else is left.
  if (atLeast(actor, "editor") && (isHers ? own.none : !own.all)) return "ready";
  return isHers ? "handedOver" : null;
}

const between = (dispute: Bilingual, said: Bilingual): Bilingual => ({
  sv: `${dispute.sv || dispute.en}: ${said.sv || said.en}`,
  en: `${dispute.en || dispute.sv}: ${said.en || said.sv}`,
});

async function titlesOf(ids: readonly string[]): Promise<ReadonlyMap<string, Bilingual>> {
  const rows = await db().dispute.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, slug: true, wordings: newest },
  });
  return new Map(rows.map((row) => [row.id, disputeTitle(row)]));
}

/** Who handed over what was given back: the newest who did. */
async function handedBy(steps: readonly Step[]): Promise<ReadonlyMap<Step, string>> {
  const found = await db().handover.findMany({
    where: {
      kind: "submitted",
      OR: steps.map(({ disputeId, about }) => ({ disputeId, about })),
    },
    distinct: ["disputeId", "about"],
    orderBy: [{ disputeId: "asc" }, { about: "asc" }, { id: "desc" }],
    select: { disputeId: true, about: true, by: true },
  });
  return new Map(
    steps.flatMap((step) => {
      const by = found.find((each) => each.disputeId === step.disputeId && each.about === step.about)?.by;
      return by ? [[step, by] as const] : [];
    }),
  );
}
