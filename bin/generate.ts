import { readFileSync } from "node:fs";
import path from "node:path";
import { runNode } from "./child.ts";
import { exitCodes, Refusal } from "./exit-codes.ts";
import { step } from "./say.ts";
import { root } from "./settings.ts";

const schema = path.join(root, "prisma/schema.prisma");
const cli = "prisma/cli/node_modules/prisma";

/**
 * Writes the typed database client (lib/generated/prisma, which git keeps) anew when it was made from another schema
 * or by another release. For developers: a start takes the client as it came. bin/generate.test.ts holds the two together.
 */
export async function generateClient(stop: AbortSignal): Promise<void> {
  if (isCurrent()) return;
  await step(
    "Generating the database client",
    () => generate(schema, stop),
    () => "Database client generated: commit lib/generated with the schema",
  );
}

/** The client carries its release and the schema it was made from, comments and all; only the alignment is its own. */
function isCurrent(): boolean {
  try {
    const made = readFileSync(path.join(root, "lib/generated/prisma/internal/class.ts"), "utf8");
    const carried = (name: string) =>
      JSON.parse(new RegExp(`"${name}": (".*"),?$`, "m").exec(made)?.[1] ?? '""');
    const { version } = JSON.parse(readFileSync(path.join(root, cli, "package.json"), "utf8"));
    const plain = (text: string) => text.replaceAll(/ +/g, " ").trim();
    return (
      carried("clientVersion") === version &&
      plain(carried("inlineSchema")) === plain(readFileSync(schema, "utf8"))
    );
  } catch {
    return false;
  }
}

/**
 * @param from the path of a schema; its `output` says where the client goes
 * @throws Refusal with Prisma's own words when the schema is wrong
 */
export async function generate(from: string, stop: AbortSignal): Promise<void> {
  // Both variables keep the command from calling home.
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  const { code, output } = await runNode(
    [`${cli}/build/index.js`, "generate", "--config", "prisma/cli/prisma.config.ts", "--schema", from],
    { env, output: "keep", stop },
  );
  if (code !== 0) {
    throw new Refusal(
      exitCodes.buildFailed,
      "The database client could not be generated.",
      "Correct prisma/schema.prisma as the message above says.",
      output,
    );
  }
}
