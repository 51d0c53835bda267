import type { ExitCode } from "./exit-codes.ts";
import { serve } from "./serve.ts";

/** `npm run dev`: the same database and records, with pages compiled as they are asked for. */
export function dev(_args: readonly string[], stop: AbortSignal): Promise<ExitCode> {
  return serve("dev", stop);
}
