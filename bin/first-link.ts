import { runNode } from "./child.ts";
import { libFlags } from "./seed.ts";

/**
 * Makes the link by which whoever started Belagt becomes its first administrator. As long as nobody has an account,
 * each start makes a new one, and the one before it is worth nothing.
 *
 * @returns the address; null when there is somebody, who can invite others
 */
export async function firstLink(env: NodeJS.ProcessEnv, stop: AbortSignal): Promise<string | null> {
  const { code, output } = await runNode([...libFlags, "bin/first-link-child.ts"], {
    env,
    output: "keep",
    stop,
  });
  if (code !== 0) throw new Error(`The link for the first administrator could not be made.\n${output}`);
  return /^https?:\/\/\S+$/m.exec(output)?.[0] ?? null;
}
