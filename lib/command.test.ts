/**
 * The table of permissions: who is meant to be allowed what stands in lib/core/command.fixture.ts, written by hand, and
 * every command that any *-commands.ts exports is tried against it, cell by cell. A command that is not made by
 * `command()` must stand there with its reason; docs/permissions.md is compared with the same table.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ownDatabase } from "../e2e/fixtures/own-database.ts";
import { actorFor } from "./core/actor.fixture.ts";
import { type Actor, ROLES } from "./core/actor.ts";
import { COMMANDS, OPEN, PARTS } from "./core/command.fixture.ts";
import type { Command, CommandSpec } from "./core/command.ts";
import { worker } from "./desk/job/job-actor.ts";
import { madeUpImprint } from "./record/imprint/imprint.fixture.ts";

/** The gate is tried without a database: what comes through it is stopped before its transaction. */
class PastTheGate extends Error {}
const gate = vi.hoisted(() => ({ isAlone: false }));
vi.mock("./core/db.ts", async (original) => {
  const real = await original<typeof import("./core/db.ts")>();
  const transaction: typeof real.transaction = (work) => {
    if (gate.isAlone) throw new PastTheGate();
    return real.transaction(work);
  };
  return { ...real, transaction };
});

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

test("every command is meant to be there, under the role and with the publishing it was meant to have", () => {
  const found = commands.map(({ command: { spec } }) => [spec.name, spec.role, spec.publishes ?? null]);
  const meant = Object.entries(COMMANDS).map(([name, { least, publishes }]) => [
    name,
    least,
    publishes ?? null,
  ]);
  expect(found.sort()).toEqual(meant.sort());
});

const byName = new Map(commands.map(({ command }) => [command.spec.name, command]));
const found = (name: string): Given => {
  const command = byName.get(name);
  if (!command) throw new Error(`There is no command called ${name}`);
  return command;
};

/** What the gate says: the reason it refuses for, or "past" where it lets somebody through. */
async function atTheGate(command: Given, actor: Actor): Promise<string> {
  gate.isAlone = true;
  try {
    const result = await command(actor, {});
    return result.ok ? "done without a transaction" : result.reason;
  } catch (error) {
    if (error instanceof PastTheGate) return "past";
    throw error;
  } finally {
    gate.isAlone = false;
  }
}

describe.each(Object.entries(COMMANDS))("%s", (name, { least, publishes }) => {
  test.each(ROLES)("by a %s", async (role) => {
    const answer = await atTheGate(found(name), actorFor(`m-${role}`, role));
    expect(answer).toBe(isFor(least, role) ? "past" : "not-allowed");
  });

  test("by an administrator whose sign-in has no second factor", async () => {
    const answer = await atTheGate(found(name), actorFor("m-admin", "administrator", false));
    expect(answer).toBe(least === "worker" ? "not-allowed" : publishes ? "second-factor-needed" : "past");
  });

  test("by an administrator at a page, which does not say what it had shown", async () => {
    const answer = await atTheGate(found(name), {
      ...actorFor("m-admin", "administrator"),
      readsPages: true,
    } as Actor);
    // The imprint is written in the form itself: there is nothing to have read before.
    expect(answer).toBe(least === "worker" ? "not-allowed" : publishes === "record" ? "not-shown" : "past");
  });

  test("by Belagt itself, at a job", async () => {
    const answer = await atTheGate(found(name), worker);
    // As a journalist without a second factor, who may besides give what is the worker's alone.
    const may = least === "worker" || isFor(least, "journalist");
    expect(answer).toBe(!may ? "not-allowed" : publishes ? "second-factor-needed" : "past");
  });
});

/** The kind of error, not its words: those name lines and versions. */
const kindOf = (error: unknown) => (error instanceof Error ? error.constructor.name : typeof error);

describe("given nothing by whoever may just give it", () => {
  // Somebody answers for what is published: what is refused is refused by the command itself.
  beforeAll(madeUpImprint);

  test.each(Object.entries(COMMANDS))("%s", async (name, { least, nothing }) => {
    const actor = least === "worker" ? worker : actorFor(`m-${least}`, least);
    const came = await found(name)(actor, {}).then(
      (result) => (result.ok ? "done" : result.reason),
      (error: unknown) => kindOf(error),
    );
    expect(came).toBe(nothing);
  });
});

test("docs/permissions.md is this table", () => {
  const mark = (is: unknown) => (is ? "yes" : "–");
  const inOrder = Object.entries(COMMANDS).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = inOrder.map(
    ([name, { least, publishes }]) =>
      `| \`${name}\` | ${ROLES.map((role) => mark(isFor(least, role))).join(" | ")} | ${mark(publishes)} |`,
  );
  const listed = readFileSync(join(ROOT, "docs/permissions.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  expect(listed).toEqual(lines);
});
