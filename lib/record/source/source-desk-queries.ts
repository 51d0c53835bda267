import "server-only";
import { type Actor, ownOf, reachOf } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { asFields } from "../../desk/form/form.ts";
import { copyReachOf } from "../snapshot/snapshot-reach.ts";
import { isDependence, type SourceEdgeKind } from "./source.ts";
import type { NewSource } from "./source-schema.ts";

export interface DeskEdge {
  readonly id: string;
  readonly kind: SourceEdgeKind;
  readonly published: boolean;
  readonly to: { readonly id: string; readonly title: Bilingual };
}

/** A source in the fields of its form, and what it rests on. Null: none within reach. */
export async function sourceDraft(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const row = await db().source.findFirst({
    where: { id, ...reachOf(actor) },
    include: {
      restsOn: {
        where: { AND: [reachOf(actor), { to: reachOf(actor) }] },
        include: { to: true },
        orderBy: { id: "asc" },
      },
      carries: {
        where: { AND: [reachOf(actor), { from: reachOf(actor) }], kind: "same_producer" },
        include: { from: true },
        orderBy: { id: "asc" },
      },
      _count: { select: { snapshots: { where: copyReachOf(actor) } } },
    },
  });
  if (!row) return null;
  const { disputeId, kind, producerId, language, url, made } = row;
  const source: Omit<NewSource, "disputeId"> = {
    kind,
    title: { sv: row.titleSv, en: row.titleEn },
    note: { sv: row.noteSv, en: row.noteEn },
    producerId,
    language,
    url,
    made,
    public: row.public,
  };
  const { createdBy = row.createdBy } = ownOf(actor);
  return {
    disputeId,
    title: source.title,
    url,
    published: row.publishedAt !== null,
    /** Whether it is one this member may change. */
    changeable: row.publishedAt === null && row.createdBy === createdBy,
    copies: row._count.snapshots,
    /** What it rests on. */
    edges: row.restsOn.filter(({ kind }) => isDependence(kind)).map((edge) => deskEdge(edge, edge.to)),
    /** What comes from the same producer: those edges have no direction. */
    alike: [
      ...row.restsOn.filter(({ kind }) => !isDependence(kind)).map((edge) => deskEdge(edge, edge.to)),
      ...row.carries.map((edge) => deskEdge(edge, edge.from)),
    ],
    /** As suggestions compare with it. */
    stands: source,
    revision: row.revision,
    fields: asFields(source),
  };
}

const deskEdge = (
  { id, kind, publishedAt }: { id: string; kind: SourceEdgeKind; publishedAt: Date | null },
  other: { id: string; titleSv: string; titleEn: string },
): DeskEdge => ({
  id,
  kind,
  published: publishedAt !== null,
  to: { id: other.id, title: { sv: other.titleSv, en: other.titleEn } },
});
