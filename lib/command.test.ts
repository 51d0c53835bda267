/**
 * The table of permissions, made from the code: every command that any *-commands.ts exports, with the least role that
 * may give it. Every cell is tried. A command that is not made by `command()` must stand below with its reason; a command
 * that docs/permissions.md does not list fails here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../e2e/fixtures/own-database.ts";
import { actorFor } from "./core/actor.fixture.ts";
import { ROLES } from "./core/actor.ts";
import { OPEN, PARTS } from "./core/command.fixture.ts";
import type { Command, CommandSpec } from "./core/command.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FILES = readdirSync(join(ROOT, "lib"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("-commands.ts") && !file.startsWith("generated"))
  .sort();

type Given = Command<unknown, unknown, string>;
const isCommand = (value: unknown): value is Given =>
  typeof value === "function" && "spec" in value && typeof value.spec === "object";

// Files are loaded before the tests are named, and load the environment: the database comes first.
await ownDatabase();
const exported = (
  await Promise.all(
    FILES.map(async (file) =>
      Object.entries((await import(`./${file}`)) as Record<string, unknown>)
        .filter(([, value]) => typeof value === "function" && !/^class\s/.test(String(value)))
        .map(([name, value]) => ({ file: relative(ROOT, join(ROOT, "lib", file)), name, value })),
    ),
  )
).flat();
const commands = exported.flatMap(({ value, ...each }) =>
  isCommand(value) ? [{ ...each, command: value }] : [],
);

beforeAll(ownDatabase);

test("every function that writes is a command, or is listed with its reason", () => {
  const others = exported.filter(({ value }) => !isCommand(value)).map(({ name }) => name);
  expect(others.filter((name) => !(name in OPEN) && !(name in PARTS))).toEqual([]);
  const gone = [...Object.keys(OPEN), ...Object.keys(PARTS)].filter((name) => !others.includes(name));
  expect(gone).toEqual([]);
});

test("no two commands share a name", () => {
  const names = commands.map(({ command }) => command.spec.name);
  expect(names).toEqual([...new Set(names)]);
});

const isFor = (least: CommandSpec["role"], role: (typeof ROLES)[number]) =>
  least !== "worker" && ROLES.indexOf(role) >= ROLES.indexOf(least);

/** What came of giving a command nothing to go on: past the gate anything may go wrong, and all of it is taken back. */
const outcome = (command: Given, role: (typeof ROLES)[number], secondFactor: boolean): Promise<string> =>
  command(actorFor(`m-${role}`, role, secondFactor), {}).then(
    (result) => (result.ok ? "done" : result.reason),
    () => "stumbled",
  );

describe.each(commands.map(({ command }) => [command.spec.name, command] as const))("%s", (_, command) => {
  const { role: least, publishes } = command.spec;
  test.each(ROLES)("by a %s", async (role) => {
    const answer = await outcome(command, role, true);
    if (isFor(least, role)) expect(answer).not.toBe("not-allowed");
    else expect(answer).toBe("not-allowed");
  });

  test("by an administrator whose sign-in has no second factor", async () => {
    const answer = await outcome(command, "administrator", false);
    if (least === "worker") expect(answer).toBe("not-allowed");
    else if (publishes) expect(answer).toBe("second-factor-needed");
    else expect(answer).not.toBe("second-factor-needed");
  });
});

test("docs/permissions.md is this table", () => {
  const mark = (spec: CommandSpec, role: (typeof ROLES)[number]) => (isFor(spec.role, role) ? "yes" : "–");
  const lines = commands
    .map(({ command }) => command.spec)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      (spec) =>
        `| \`${spec.name}\` | ${ROLES.map((role) => mark(spec, role)).join(" | ")} | ${spec.publishes ? "yes" : "–"} |`,
    );
  const listed = readFileSync(join(ROOT, "docs/permissions.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  expect(listed).toEqual(lines);
});
