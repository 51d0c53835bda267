import { existsSync } from "node:fs";
import path from "node:path";
import { runNode } from "./child.ts";
import { exitCodes, Refusal } from "./exit-codes.ts";
import { step } from "./say.ts";
import { root } from "./settings.ts";

/** Flags under which Node runs files of lib/ outside Next: its path aliases, and `server-only` made harmless. */
export const libFlags = [
  "--disable-warning=ExperimentalWarning",
  "--conditions=react-server",
  `--import=${new URL("ts-alias.mjs", import.meta.url).href}`,
];

/** Fills an empty database with the dispute the product ships with. */
export async function seed(env: NodeJS.ProcessEnv, stop: AbortSignal): Promise<void> {
  if (!existsSync(path.join(root, "prisma/seed/seed.ts"))) return;
  await step(
    "Looking for the first records",
    async () => {
      const { code, output } = await runNode([...libFlags, "bin/seed-child.ts"], {
        env,
        output: "keep",
        stop,
      });
      if (code !== 0) {
        throw new Refusal(
          exitCodes.seedFailed,
          "The first records could not be written.",
          "The message above says why; the database keeps what it had.",
          output,
        );
      }
      return output.includes("seeded");
    },
    (seeded) => (seeded ? "First records written" : undefined),
  );
}
