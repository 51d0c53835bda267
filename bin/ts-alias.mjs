/**
 * Lets plain Node run files of lib/ and prisma/ as Next would: `node --import ./bin/ts-alias.mjs file.ts`.
 * It resolves `@/…` from the root of the checkout, finds files whose extension was left out, adds the
 * `.js` that `next/…` needs outside its own bundler, and reads JSON without an import attribute.
 */
import { existsSync, statSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const endings = ["", ".ts", ".tsx", ".js", ".json", "/index.ts"];

registerHooks({
  resolve(specifier, context, nextResolve) {
    const fromOurs = context.parentURL !== undefined && !context.parentURL.includes("/node_modules/");
    if (specifier.startsWith("@/"))
      return nextResolve(found(new URL(specifier.slice(2), root)), asJson(specifier, context));
    if (fromOurs && /^\.{1,2}\//.test(specifier)) {
      return nextResolve(found(new URL(specifier, context.parentURL)), asJson(specifier, context));
    }
    if (/^next\/[a-z-]+$/.test(specifier)) return nextResolve(`${specifier}.js`, context);
    return nextResolve(specifier, context);
  },
});

function found(url) {
  const ending = endings.find((candidate) => isFile(new URL(url.href + candidate)));
  return url.href + (ending ?? "");
}

function isFile(url) {
  return existsSync(url) && statSync(fileURLToPath(url)).isFile();
}

function asJson(specifier, context) {
  return specifier.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context;
}
