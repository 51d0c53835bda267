import "server-only";
import { db } from "../../core/db.ts";

/** Which of these rows somebody has written in: then somebody else has to publish them. */
export async function writtenBy(memberId: string, rowIds: readonly string[]): Promise<ReadonlySet<string>> {
  const changes = await db().change.findMany({
    where: {
      actor: memberId,
      rowId: { in: [...rowIds] },
      command: { notIn: PUBLISHING },
    },
    select: { rowId: true },
    distinct: ["rowId"],
  });
  return new Set(changes.map(({ rowId }) => rowId));
}

/** Whether somebody has written in any of these rows. */
export const wroteAmong = async (memberId: string, rowIds: readonly string[]): Promise<boolean> =>
  (await writtenBy(memberId, rowIds)).size > 0;

/** Commands under which a row changes without a word of it being written. */
const PUBLISHING = [
  "dispute.publish",
  "evidence.publish",
  "verdict.publish",
  "verdict.approve",
  "amendment.publish",
];
