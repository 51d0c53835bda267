/**
 * The documents name what the code has: a folder, key, exit code, model, route or decision without its line fails here,
 * and so does a link or a command that leads nowhere. What the lines say is for people to check.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { exitCodes } from "../bin/exit-codes.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const names = (file: string, pattern: RegExp) =>
  [...read(file).matchAll(pattern)].map(([, name = ""]) => name);

/** Every document, by its path from the root. */
const DOCUMENTS = [
  "README.md",
  "CREDITS.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];

/** An empty folder is none: git does not know it. */
const foldersBelow = (folder: string) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(ROOT, folder, entry.name)).length > 0)
    .map((entry) => entry.name);

describe("docs/rooms.md has a line for", () => {
  const lines = names("docs/rooms.md", /^\| `([^`]+)` \|/gm);

  const wings = ["lib", "components"].flatMap((top) => foldersBelow(top).map((wing) => `${top}/${wing}`));
  const rooms = wings
    .filter((wing) => wing.startsWith("lib/") && wing !== "lib/generated")
    .flatMap((wing) => foldersBelow(wing).map((room) => `${wing}/${room}/`));
  test.each([...wings.map((wing) => `${wing}/`), ...rooms])("%s", (folder) => {
    expect(lines).toContain(folder);
  });

  const groups = foldersBelow("app/[locale]").filter((folder) => folder.startsWith("("));
  test.each([
    ...groups.map((group) => `app/[locale]/${group}/`),
    ...["api", "json", "share", "styles"].map((folder) => `app/${folder}/`),
  ])("%s", (folder) => expect(lines).toContain(folder));

  test.each(foldersBelow("messages"))("the words in messages/%s/", (folder) => {
    expect(read("docs/rooms.md")).toContain(`\`${folder}/\``);
  });

  test("folders that exist, and no others", () => {
    const gone = lines.filter(
      (line) => line.endsWith("/") && line !== "lib/generated/" && !existsSync(join(ROOT, line)),
    );
    expect(gone).toEqual([]);
  });
});

test.each(["glossary", "architecture", "rooms", "walks"])("docs/%s.md names files that exist", (document) => {
  const gone = names(`docs/${document}.md`, /`([a-z0-9-]+\/[^`<*]+\.tsx?|prisma\/[^`]+)`/g).filter(
    (file) => !existsSync(join(ROOT, file)),
  );
  expect(gone).toEqual([]);
});

test("docs/architecture.md can be read in five minutes", () => {
  expect(read("docs/architecture.md").split(/\s+/).length).toBeLessThan(1200);
});

describe("the glossary has the word", () => {
  const words = new Set(names("docs/glossary.md", /`([A-Z][A-Za-z]+)`/g));
  const inSchema = names("prisma/schema.prisma", /^(?:model|enum) (\w+) \{/gm);

  test.each(inSchema)("%s", (name) => expect([...words]).toContain(name));
});

describe("docs/configuration.md", () => {
  const text = read("docs/configuration.md");

  test.each([
    ...new Set([
      ...names("lib/core/env.ts", /^ {4}([A-Z_]+):/gm),
      ...names("bin/settings.ts", /^ {2}([A-Z_]+):/gm),
      "BELAGT_CHROMIUM",
      "TEST_DATABASE_URL",
      "E2E_DATABASE_URL",
      "E2E_PORT",
    ]),
  ])("has a line for the key %s", (key) => expect(text).toMatch(new RegExp(`^\\| \`${key}\` \\|`, "m")));

  test.each(Object.entries(exitCodes))("has a line for the exit code %s", (name, code) => {
    expect(text).toContain(`| ${code} | \`${name}\` |`);
  });

  test("has no line for an exit code that is gone", () => {
    const listed = [...text.matchAll(/^\| (\d+) \| `(\w+)` \|/gm)].map(([, code, name]) => [
      name,
      Number(code),
    ]);
    expect(Object.fromEntries(listed)).toEqual(exitCodes);
  });
});

describe("docs/api.md has a line for", () => {
  const routes = readdirSync(join(ROOT, "app/json"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts"))
    .map((file) => `app/json/${dirname(file)}`);

  test.each(routes)("%s", (route) => expect(read("docs/api.md")).toContain(`\`${route}\``));
});

describe("decisions", () => {
  const files = readdirSync(join(ROOT, "docs/decisions")).filter((file) => /^\d{4}-.+\.md$/.test(file));

  test.each(files)("%s is listed", (file) => {
    expect(read("docs/decisions/README.md")).toContain(`](${file})`);
  });

  test("no two share a number", () => {
    const numbers = files.map((file) => file.slice(0, 4));
    expect(numbers).toEqual([...new Set(numbers)]);
  });

  test.each(files)("%s says what, why and at what cost", (file) => {
    expect(names(join("docs/decisions", file), /^## (.+)$/gm)).toEqual(
      expect.arrayContaining(["Context", "Decision", "Consequences"]),
    );
  });
});

describe.each(DOCUMENTS)("%s", (document) => {
  const text = read(document);
  /** Commands and links in examples of output are not promises. */
  const prose = text.replace(/^```[\s\S]*?^```/gm, "");

  test("names only npm commands that package.json has", () => {
    const known: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
    const named = [...text.matchAll(/\bnpm (?:run ([a-z]+)|(start|test)\b)/g)].map(
      ([, script, short]) => script ?? short ?? "",
    );
    expect(named.filter((name) => !Object.hasOwn(known.scripts, name))).toEqual([]);
  });

  test("has links and pictures that lead somewhere", () => {
    const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const dead = targets
      .filter((target) => !/^(https?|mailto):/.test(target))
      .filter((target) => !leadsSomewhere(document, target));
    expect(dead).toEqual([]);
  });
});

/** Pictures of the pages are made by hand; a checkout without the folder has none of them. */
function leadsSomewhere(document: string, target: string): boolean {
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? join(ROOT, document) : join(ROOT, dirname(document), path);
  if (/^docs\/screens\/.+\.png$/.test(relative(ROOT, file)) && !existsSync(join(ROOT, "docs/screens")))
    return true;
  if (!existsSync(file)) return false;
  return anchor === undefined || anchorsOf(readFileSync(file, "utf8")).includes(anchor);
}

/** As forges make them: lower case, punctuation dropped, spaces to hyphens. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
