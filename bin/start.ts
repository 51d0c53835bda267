import type { ExitCode } from "./exit-codes.ts";
import { serve } from "./serve.ts";

/** `npm start`: serves the production build, after making whatever it lacks. */
export function start(_args: readonly string[], stop: AbortSignal): Promise<ExitCode> {
  return serve("start", stop);
}
