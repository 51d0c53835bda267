import "server-only";
import { db } from "../../core/db.ts";

/** Whether somebody has written in any of these rows: then somebody else has to publish them. */
export async function wroteAmong(memberId: string, rowIds: readonly string[]): Promise<boolean> {
  const change = await db().change.findFirst({
    where: {
      actor: memberId,
      rowId: { in: [...rowIds] },
      command: { notIn: PUBLISHING },
    },
    select: { seq: true },
  });
  return change !== null;
}

/** Commands under which a row changes without a word of it being written. */
const PUBLISHING = ["dispute.publish", "evidence.publish", "verdict.publish", "verdict.approve"];
