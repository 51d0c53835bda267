import { wasStopped } from "./child.ts";
import { type ExitCode, exitCodes, Refusal } from "./exit-codes.ts";
import { say, sayError } from "./say.ts";

type Command = (args: readonly string[], stop: AbortSignal) => Promise<ExitCode>;

/** Commands are loaded when they are called: stopping a second `npm start` need not wait for the test runner to load. */
const commands: Record<string, { purpose: string; load: () => Promise<Command> }> = {
  start: { purpose: "serve Belagt (npm start)", load: async () => (await import("./start.ts")).start },
  dev: {
    purpose: "serve it while you change it (npm run dev)",
    load: async () => (await import("./dev.ts")).dev,
  },
  test: {
    purpose: "run every check and test (npm test)",
    load: async () => (await import("./test.ts")).test,
  },
  check: {
    purpose: "format, lint, types and what is unused (npm run check)",
    load: async () => (await import("./check.ts")).check,
  },
  migrate: {
    purpose: "bring the database up to date; new <name>; drift",
    load: async () => (await import("./migrate.ts")).migrate,
  },
};

async function main([name = "", ...args]: readonly string[]): Promise<ExitCode> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    say(usage());
    return exitCodes.usage;
  }
  const stop = whenAskedToStop();
  try {
    const work = await command.load();
    return await work(args, stop);
  } catch (error) {
    if (wasStopped(error)) return exitCodes.interrupted;
    sayError(error);
    return error instanceof Refusal ? error.exitCode : exitCodes.failed;
  }
}

/**
 * Every way of being asked to end becomes one signal. A Ctrl-C arrives twice, from the terminal and from
 * bin/run.mjs; the second changes nothing. A closed channel means that bin/run.mjs itself was killed.
 */
function whenAskedToStop(): AbortSignal {
  const asked = new AbortController();
  for (const event of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(event, () => asked.abort());
  process.channel?.unref();
  return asked.signal;
}

function usage(): string {
  const lines = Object.entries(commands).map(([name, { purpose }]) => `  ${name.padEnd(9)} ${purpose}`);
  return ["Usage: npm run belagt -- <command>", "", ...lines].join("\n");
}

process.exitCode = await main(process.argv.slice(2));
// A connection or a watcher left open must not keep a finished command alive.
process.exit();
