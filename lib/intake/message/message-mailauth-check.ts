/** Whether the mailauth that is installed says what message-mailauth.ts knows. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { COMMENTS, dkimVerify, RULES } from "./message-mailauth.ts";

const require = createRequire(import.meta.url);

/** The programs in which the comments are written. */
export const installedMailauth = (): string =>
  ["mailauth/lib/dkim/dkim-verifier.js", "mailauth/lib/tools.js"]
    .map((file) => readFileSync(require.resolve(file), "utf8"))
    .join("\n");

/** @throws Error that names what the library says no more, and what is to be done */
export function assertMailauth(programs: string = installedMailauth(), verify: unknown = dkimVerify): void {
  const gone = [...COMMENTS, ...RULES, "dkim-rules"].filter(
    (words) => !["'", "`", '"'].some((mark) => programs.includes(`${mark}${words}${mark}`)),
  );
  if (gone.length === 0 && typeof verify === "function") return;
  throw new Error(
    `mailauth does not say why a signature fails as Belagt reads it (${gone.join(", ") || "its verifier is elsewhere"}). ` +
      "Install the version that package.json names (npm ci). To go to another one, bring lib/intake/message/message-mailauth.ts up to date.",
  );
}
