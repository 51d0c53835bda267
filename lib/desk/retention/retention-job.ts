import "server-only";
import { clock } from "../../core/clock.ts";
import { orThrow } from "../../core/result.ts";
import { forgetHandedIn } from "../form/form-file-store.ts";
import { TryAgain } from "../job/job.ts";
import { worker } from "../job/job-actor.ts";
import { KEPT } from "./retention.ts";
import { forget, RULES, type Rule } from "./retention-commands.ts";

/**
 * The job that forgets everything that is due. Each kind is a transaction of its own: what goes wrong with one does not
 * keep the others, and is tried again.
 *
 * @returns how many rows of each kind; none of those that another worker is at
 * @throws TryAgain with the kinds that could not be forgotten
 */
export async function sweep(
  now: Date = clock.now(),
  rules: readonly Rule[] = RULES,
): Promise<ReadonlyMap<string, number>> {
  const swept = new Map<string, number>();
  const failed: string[] = [];
  for (const rule of rules) {
    try {
      const count = orThrow(await forget(worker, rule, now));
      if (count !== null) swept.set(rule.what, count);
    } catch (error) {
      failed.push(rule.what);
      console.warn(`Not forgotten (${rule.what}): ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const files = await forgetHandedIn(new Date(now.getTime() - KEPT.handedIn));
  if (files > 0) swept.set("files of forms", files);
  if (failed.length > 0) throw new TryAgain("not-forgotten", failed.join(", "));
  return swept;
}
