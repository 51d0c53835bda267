/** `npm run bench -- <name>`: the names are the files beside this one. */
import { readdirSync } from "node:fs";

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".mjs") && file !== "run.mjs")
  .map((file) => file.replace(/\.mjs$/, ""));
const name = process.argv[2];
if (names.includes(name ?? "")) await import(`./${name}.mjs`);
else {
  console.error(`Which one? npm run bench -- <${names.join("|")}>`);
  process.exitCode = 2;
}
