/**
 * How much room there is on the disks that the record is written to: those of the data directory and, where it is the
 * embedded one, of the database. A database whose disk is full stops and takes readers' pages with it, so we stop writing
 * before that: reading needs no room.
 */
import { statfs } from "node:fs/promises";
import path from "node:path";
import { clock } from "./clock.ts";
import { env } from "./env.ts";

const MB = 1024 * 1024;

/** How much is kept free, of a disk that large: enough for the database to go on and to be stopped in order. */
const leastOf = (size: number): number => Math.min(256 * MB, Math.max(48 * MB, size / 20));

/** How many times as much is the time to say that it will not be enough for long. */
const SCARCE = 4;

/** How long an answer is good for, ms. */
const GOOD_FOR = 2_000;

export interface Room {
  readonly state: "enough" | "scarce" | "none";
  /** Bytes, on the disk that has least. */
  readonly free: number;
}

/** @param free - bytes, of `size` */
export function judgeRoom(free: number, size: number): Room["state"] {
  const least = leastOf(size);
  if (free < least) return "none";
  return free < least * SCARCE ? "scarce" : "enough";
}

const WORST = ["none", "scarce", "enough"] as const;

/** Of the folders that are there; what cannot be asked says nothing. */
export async function roomIn(folders: readonly string[]): Promise<Room> {
  const rooms = await Promise.all(
    folders.map(async (folder): Promise<Room | null> => {
      try {
        const { bavail, blocks, bsize } = await statfs(folder);
        const free = bavail * bsize;
        return { state: judgeRoom(free, blocks * bsize), free };
      } catch {
        return null;
      }
    }),
  );
  const known = rooms.filter((room) => room !== null);
  const [worst] = known.sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state));
  return worst ?? { state: "enough", free: Number.POSITIVE_INFINITY };
}

let last: { readonly room: Promise<Room>; readonly at: number } | undefined;

/** The room there is, asked every other second at most. */
export function roomLeft(): Promise<Room> {
  const now = clock.now().getTime();
  if (!last || Math.abs(now - last.at) > GOOD_FOR) {
    const { BELAGT_DATA_DIR: folder } = env;
    last = { room: roomIn([folder, path.join(folder, "postgres")]), at: now };
  }
  return last.room;
}

/** Whether anything more may be written. */
export const hasRoom = async (): Promise<boolean> => (await roomLeft()).state !== "none";
