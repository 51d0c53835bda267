import "server-only";
import { columns } from "../../core/columns.ts";
import { command } from "../../core/command.ts";
import { contentHash } from "../../core/content-hash.ts";
import { done, refused } from "../../core/result.ts";
import { appendToLog, beginPublishing } from "../record-log/record-log-commands.ts";
import type { NewImprint } from "./imprint-schema.ts";

/**
 * Says who publishes this record, as the next version. It needs no second person: an administrator answers for it, and
 * nothing else can be published before it is there.
 */
export const publishImprint = command(
  { name: "imprint.publish", role: "administrator", publishes: "imprint" },
  async (tx, actor, { begunFrom, imprint }: { begunFrom: number; imprint: NewImprint }, now) => {
    const at = await beginPublishing(now);
    const newest = await tx.imprint.findFirst({ orderBy: { version: "desc" } });
    const version = newest?.version ?? 0;
    if (version !== begunFrom) return refused("stale");
    const { appeal, ratingNames, ...rest } = imprint;
    const own = Object.fromEntries(
      Object.entries(ratingNames).flatMap(([rating, name]) => (name === null ? [] : [[rating, name]])),
    );
    const content = { ...rest, ...columns("appeal", appeal), ratingNames: own };
    if (newest && contentHash(content) === contentHash(contentOf(newest))) return refused("nothing-changed");
    const row = await tx.imprint.create({
      data: { ...content, version: version + 1, publishedAt: at, createdBy: actor.id },
    });
    const said = { ...row, ratingNames: own };
    await appendToLog(
      { type: "imprint.published", subject: "", version: row.version, about: {}, rows: { imprint: [said] } },
      at,
    );
    return done({ version: row.version });
  },
);

const contentOf = ({ id: _id, version: _v, createdBy: _by, publishedAt: _at, ...content }: ImprintRow) =>
  content;

interface ImprintRow {
  readonly id: string;
  readonly version: number;
  readonly createdBy: string;
  readonly publishedAt: Date | null;
  readonly name: string;
}
