import { type ChildProcess, spawn } from "node:child_process";
import { whenEnded } from "./child.ts";
import { libFlags } from "./seed.ts";
import { root } from "./settings.ts";

/** How long the jobs that have begun may take to end once a stop is asked for; what does not is begun anew next time. */
const drain = 12_000;

/** Before a worker that died is started again; longer each time it dies at once. */
const [soonest, latest] = [1_000, 60_000];

export type Worker = { stop(): Promise<void> };

/**
 * Keeps a worker (bin/worker-child.ts) running beside the web server. One that dies is started again: the record can be
 * read meanwhile, and its jobs wait in the database.
 */
export function startWorker(env: NodeJS.ProcessEnv): Worker {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let wait = soonest;
  const start = () => {
    const began = Date.now();
    const endWithUs = `--import=${new URL("end-with-parent.mjs", import.meta.url).href}`;
    child = spawn(process.execPath, [...libFlags, endWithUs, "bin/worker-child.ts"], {
      cwd: root,
      env,
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.once("exit", () => {
      if (stopped) return;
      wait = Date.now() - began > latest ? soonest : Math.min(wait * 2, latest);
      timer = setTimeout(start, wait);
    });
  };
  start();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      if (!child || child.exitCode !== null) return;
      child.kill("SIGTERM");
      const late = setTimeout(() => child?.kill("SIGKILL"), drain);
      await whenEnded(child);
      clearTimeout(late);
    },
  };
}
