import "server-only";
import { type Actor, ownOf, reachOf } from "../auth/actor.ts";
import { db } from "../db.ts";
import { asFields } from "../form/form.ts";
import type { Bilingual } from "../language/language.ts";
import { isId } from "../language/language-schema.ts";
import type { SourceEdgeKind } from "./source.ts";
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
      restsOn: { where: reachOf(actor), include: { to: true }, orderBy: { id: "asc" } },
      _count: { select: { snapshots: true } },
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
    edges: row.restsOn.map(
      (edge): DeskEdge => ({
        id: edge.id,
        kind: edge.kind,
        published: edge.publishedAt !== null,
        to: { id: edge.toId, title: { sv: edge.to.titleSv, en: edge.to.titleEn } },
      }),
    ),
    revision: row.revision,
    fields: asFields(source),
  };
}
