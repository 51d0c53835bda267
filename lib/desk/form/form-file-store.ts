import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { clock } from "../../core/clock.ts";
import { env } from "../../core/env.ts";
import { isId } from "../../core/language/language-schema.ts";

/**
 * Files that came with a form which was not taken: no page may set a file field, so what was chosen is kept here until the
 * corrected form comes. Nobody has examined them, and nothing serves them.
 */
const folder = () => path.resolve(env.BELAGT_DATA_DIR, "handed-in");

/** Bytes of the largest; more is refused by whoever reads files, and is not kept either. */
const LARGEST = 25 * 1024 * 1024;
/** How many of one member's; the oldest give way. */
const MOST = 8;

const about = z.object({ name: z.string(), type: z.string(), at: z.iso.datetime() });

/** What a form carries of a file that is kept for it. */
export interface HandedIn {
  readonly token: string;
  readonly name: string;
}

const paths = (memberId: string, token: string) => {
  const own = path.join(folder(), `${memberId}.${token}`);
  return { bytes: `${own}.bytes`, facts: `${own}.json` };
};

/** Keeps a file for the form it came with, for whoever sent it alone. Null: it is too large to be taken at all. */
export async function keepHandedIn(memberId: string, file: File): Promise<HandedIn | null> {
  if (!isId(memberId) || file.size > LARGEST) return null;
  const token = randomUUID();
  const name = file.name.slice(0, 300);
  const { bytes, facts } = paths(memberId, token);
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  await writeFile(bytes, await file.bytes(), { mode: 0o600 });
  await writeFile(facts, JSON.stringify({ name, type: file.type, at: clock.now().toISOString() }), {
    mode: 0o600,
  });
  const own = (await everyOne()).filter((each) => each.memberId === memberId);
  for (const each of own.sort((a, b) => b.at - a.at).slice(MOST))
    if (each.token !== token) await dropHandedIn(memberId, each.token);
  return { token, name };
}

/** The file that is kept under this name for this member. */
export async function handedIn(memberId: string, token: string): Promise<File | null> {
  if (!isId(memberId) || !isId(token)) return null;
  const { bytes, facts } = paths(memberId, token);
  try {
    const { name, type } = about.parse(JSON.parse(await readFile(facts, "utf8")));
    return new File([await readFile(bytes)], name, { type });
  } catch {
    return null;
  }
}

/** Forgets it: the form was taken, or another file came in its place. */
export async function dropHandedIn(memberId: string, token: string): Promise<void> {
  if (!isId(memberId) || !isId(token)) return;
  const { bytes, facts } = paths(memberId, token);
  await rm(bytes, { force: true });
  await rm(facts, { force: true });
}

/** Forgets those of forms that never came again. @param before - what was kept earlier goes. @returns how many */
export async function forgetHandedIn(before: Date): Promise<number> {
  const old = (await everyOne()).filter(({ at }) => at < before.getTime());
  for (const { memberId, token } of old) await dropHandedIn(memberId, token);
  return old.length;
}

/** All that are kept; one whose facts cannot be read is as old as can be. */
async function everyOne(): Promise<{ memberId: string; token: string; at: number }[]> {
  const names = await readdir(folder()).catch(() => []);
  const tokens = new Set(names.map((name) => name.replace(/\.(bytes|json)$/, "")));
  return Promise.all(
    [...tokens].map(async (name) => {
      const [memberId = "", token = ""] = name.split(".");
      const read = await readFile(path.join(folder(), `${name}.json`), "utf8").catch(() => "null");
      const facts = about.safeParse(JSON.parse(read));
      return { memberId, token, at: facts.success ? Date.parse(facts.data.at) : 0 };
    }),
  );
}
