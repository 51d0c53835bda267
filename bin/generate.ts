import path from "node:path";
import { runNode } from "./child.ts";
import { exitCodes, Refusal } from "./exit-codes.ts";
import { fingerprintOf, isStamped, writeStamp } from "./fingerprint.ts";
import { step } from "./say.ts";
import { root } from "./settings.ts";

/** Generates the typed database client (lib/generated/prisma) unless it was made from this very schema. */
export async function generateClient(stop: AbortSignal): Promise<void> {
  const made = fingerprintOf(root, [
    "prisma/schema.prisma",
    "prisma.config.ts",
    "node_modules/prisma/package.json",
  ]);
  const stamp = path.join(root, "lib/generated/prisma/.belagt-generated");
  if (isStamped(stamp, made)) return;
  await step(
    "Generating the database client",
    () => generate(stop),
    () => "Database client generated",
  );
  writeStamp(stamp, made);
}

async function generate(stop: AbortSignal): Promise<void> {
  // Both variables keep the command from calling home.
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  const { code, output } = await runNode(["node_modules/prisma/build/index.js", "generate"], {
    env,
    output: "keep",
    stop,
  });
  if (code !== 0) {
    throw new Refusal(
      exitCodes.buildFailed,
      "The database client could not be generated.",
      "Correct prisma/schema.prisma as the message above says.",
      output,
    );
  }
}
