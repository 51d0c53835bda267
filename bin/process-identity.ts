import { existsSync, readFileSync } from "node:fs";

/**
 * A process id alone does not name a process: ids are reused, soon in a small container. Together with
 * the moment the process began, where the system tells it, it does.
 */
export type ProcessIdentity = {
  pid: number;
  /** Clock ticks since boot, after the boot's own id; undefined where there is no /proc. */
  began: string | undefined;
};

export function identityOf(pid: number): ProcessIdentity {
  return { pid, began: beganAt(pid) };
}

export function isAlive({ pid, began }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    const existsButIsAnotherUsers = error instanceof Error && "code" in error && error.code === "EPERM";
    if (!existsButIsAnotherUsers) return false;
  }
  return began === undefined || !existsSync("/proc/self/stat") || beganAt(pid) === began;
}

function beganAt(pid: number): string | undefined {
  try {
    const started = startTicks(readFileSync(`/proc/${pid}/stat`, "utf8"));
    return started && `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${started}`;
  } catch {
    return undefined;
  }
}

/**
 * The start time in a line of /proc/<pid>/stat (proc(5): field 22), undefined for a zombie, which holds
 * nothing any more. The command name in field 2 may itself hold spaces and brackets, so fields are
 * counted from the last bracket.
 */
export function startTicks(stat: string): string | undefined {
  const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return state === "Z" || state === "X" ? undefined : rest[18];
}

/** Waits until the process is gone; false when it is still there after that many milliseconds. */
export async function goneWithin(identity: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(identity)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
