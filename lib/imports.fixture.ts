/** What files import, as the tests about the tree see it. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The code below a folder, without tests and what is made. */
export const filesBelow = (folder: string): string[] =>
  allBelow(folder).filter(
    (file) => !file.startsWith("lib/generated/") && !/\.(test|fixture)\.tsx?$|\/fixtures\//.test(file),
  );

/** The tests below a folder. */
export const testsBelow = (folder: string): string[] =>
  allBelow(folder).filter((file) => /\.test\.tsx?$/.test(file));

const allBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((file) => !file.split("/").includes("node_modules"));

export const source = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** Code without its comments, in which an example may name a file. */
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

/** The text of a file without its comments. */
export const code = (file: string) => withoutComments(source(file));

/** `import … from "x"`, `export … from "x"`, `import "x"`, `import("x")` and `typeof import("x")`. */
const NAMED = /(?:^|[^.\w])(?:from|import)\s*\(?\s*["']([^"'\n]+)["']/g;

/** The same without what is gone when it runs. */
const withoutTypes = (text: string) =>
  text
    .replaceAll(/^\s*(?:import|export)\s+type\b[^;]*?from\s*["'][^"']+["'];?/gm, "")
    .replaceAll(/\btypeof\s+import\(/g, "(");

/** Packages by name, our own files by path from the root without their ending. */
const named = (file: string, text: string): string[] =>
  [...text.matchAll(NAMED)].map(([, specifier = ""]) => {
    const own = specifier.startsWith("@/")
      ? specifier.slice(2)
      : specifier.startsWith(".")
        ? normalize(join(dirname(file), specifier))
        : specifier;
    return own.replace(/\.tsx?$/, "");
  });

/** What a file needs when it runs. */
export const importsOf = (file: string): string[] => named(file, withoutTypes(withoutComments(source(file))));

/** That, and what it names only as a type. */
export const mentionsOf = (file: string): string[] => named(file, withoutComments(source(file)));
