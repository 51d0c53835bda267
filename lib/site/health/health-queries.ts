import "server-only";
import { db } from "../../core/db.ts";

/** Slower than this is as good as down to whoever asks. */
const PATIENCE = 900;

/** Whether the record can be read: the database answers, and its last migration is a finished one. Never throws. */
export async function isReady(): Promise<boolean> {
  const asked = db().$queryRaw<{ ready: boolean }[]>`
    SELECT count(*) > 0 AND bool_and("finished_at" IS NOT NULL OR "rolled_back_at" IS NOT NULL) AS ready
    FROM "_prisma_migrations"`;
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null).unref());
  try {
    const rows = await Promise.race([asked, late]);
    return rows?.[0]?.ready === true;
  } catch {
    return false;
  } finally {
    // An answer that comes too late, or never, is nobody's failure.
    asked.catch(() => undefined);
  }
}
