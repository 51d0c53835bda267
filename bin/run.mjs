/**
 * The entrance of every npm script. It must run on whatever Node the machine has (20.9 and newer) and
 * before anything is installed, so it is plain JavaScript without dependencies. It installs what is
 * missing, then hands over to bin/belagt.ts, or to a benchmark, under a Node that can run them.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { trimPackages } from "./trim.mjs";

/** Exit codes of this file; bin/exit-codes.ts is the whole table. */
const installFailed = 20;
const noSuitableNode = 21;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const command = process.argv[2] ?? "";
const developing = ["test", "check", "dev"].includes(command);

/**
 * Each folder with a package.json of its own, and when its packages are wanted. Development tools come with
 * `npm test`, `check` and `dev`; once there they are kept, or a start would remove what the next test adds.
 */
const folders = [
  { folder: "", wanted: true, development: developing || hasDevelopmentPackages() },
  { folder: "bin/node", wanted: process.platform === "linux" && !machineNodeSuffices(), development: false },
  { folder: "prisma/cli", wanted: developing, development: false },
  { folder: "bench", wanted: command === "bench", development: false },
];

const incomplete = folders
  .filter(({ wanted }) => wanted)
  .map((place) => ({ ...place, missing: missingPackages(place) }))
  .filter(({ missing }) => missing.length > 0);
const codes = await Promise.all(incomplete.map(install));
const failed = codes.find((code) => code !== 0);
if (failed !== undefined) process.exit(failed > 128 ? failed : installFailed);
await handOver(suitableNode());

/**
 * Compares what npm recorded as installed with what the lock asks for. This is exact where a stamp is
 * not: a developer's own `npm install` leaves nothing to redo, and a half-done install leaves no record.
 */
function missingPackages({ folder, development }) {
  const wanted = lockedPackages(path.join(folder, "package-lock.json"));
  const installed = lockedPackages(path.join(folder, "node_modules/.package-lock.json"));
  return Object.entries(wanted)
    .filter(
      ([name, entry]) => name.startsWith("node_modules/") && !entry.link && neededHere(entry, development),
    )
    .filter(([name, entry]) => {
      const here = installed[name];
      return (
        here?.version !== entry.version ||
        here?.integrity !== entry.integrity ||
        !existsSync(path.join(root, folder, name))
      );
    })
    .map(([name]) => name);
}

/** Optional packages for other machines are rightly absent; so are development tools where none are used. */
function neededHere(entry, development) {
  const fits = (names, value) => [names].flat().includes(value);
  if ((entry.dev || entry.devOptional) && !development) return false;
  if (!entry.optional && !entry.devOptional) return true;
  return !entry.libc && fits(entry.os, process.platform) && fits(entry.cpu, process.arch);
}

function hasDevelopmentPackages() {
  return Object.values(lockedPackages("node_modules/.package-lock.json")).some((entry) => entry.dev);
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/** @returns npm's exit code */
async function install({ folder, development, missing }) {
  const what = existsSync(path.join(root, folder, "node_modules"))
    ? `${missing.length} packages differ from the lock`
    : "first time here";
  const where = folder === "" ? "" : ` of ${folder}`;
  console.log(`· Installing the packages${where} (${what}) …`);
  const began = Date.now();
  // Not `npm ci`: it refuses a lock that lacks an optional package for some other system, and a registry
  // mirror may well not carry those. `--no-save` keeps to the lock and leaves it untouched.
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=http"];
  if (!development) args.push("--omit=dev");
  const npm = spawn("npm", args, { cwd: path.join(root, folder), stdio: ["ignore", "pipe", "pipe"] });
  const tail = [];
  let fetched = 0;
  let shown = Date.now();
  const listen = (chunk) => {
    for (const line of String(chunk).split("\n").filter(Boolean)) {
      if (line.startsWith("npm http fetch")) fetched += 1;
      else tail.push(line);
    }
    if (Date.now() - shown > 5000) {
      shown = Date.now();
      console.log(`  … ${seconds(began)}, ${fetched} downloads${where}`);
    }
  };
  npm.stdout.on("data", listen);
  npm.stderr.on("data", listen);
  const code = await ended(npm, forwardTo(npm));
  if (code === 0) {
    trimPackages(path.join(root, folder, "node_modules"));
    console.log(`✓ Packages${where} installed (${seconds(began)})`);
    return code;
  }
  console.error(
    tail
      .filter((line) => line.startsWith("npm error"))
      .slice(0, 12)
      .join("\n"),
  );
  console.error("✗ The packages could not be installed: npm's own words are above.");
  console.error(
    "  Check the network, the free disk space and that this folder may be written, then run the command again.",
  );
  return code;
}

/** bin/node/package.json says from which Node on Belagt runs (`engines`), and which one it brings along. */
function oldestNode() {
  const { engines } = JSON.parse(readFileSync(path.join(root, "bin/node/package.json"), "utf8"));
  return engines.node.replace(">=", "");
}

function machineNodeSuffices() {
  // An older checkout has one among its packages, which npm puts before the machine's own and is about to take away.
  if (process.execPath.startsWith(path.join(root, "node_modules") + path.sep)) return false;
  const [major, minor = 0] = oldestNode().split(".").map(Number);
  const [ourMajor = 0, ourMinor = 0] = process.versions.node.split(".").map(Number);
  return ourMajor > major || (ourMajor === major && ourMinor >= minor);
}

function suitableNode() {
  if (machineNodeSuffices()) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const pinned = path.join(root, "bin/node/node_modules", name, "bin/node");
  if (existsSync(pinned)) return pinned;
  console.error(
    `✗ Belagt needs Node ${oldestNode()} or newer on ${process.platform} ${process.arch}, and this is ${process.versions.node}.`,
  );
  console.error(
    "  Install a current Node from nodejs.org or your package manager, then run the command again.",
  );
  process.exit(noSuitableNode);
}

async function handOver(node) {
  const flags = ["--disable-warning=ExperimentalWarning", "--enable-source-maps"];
  const [program, args] =
    command === "bench" ? ["bench/run.mjs", process.argv.slice(3)] : ["bin/belagt.ts", process.argv.slice(2)];
  // The channel carries no messages. It tells the command that this process is gone, even by SIGKILL.
  const child = spawn(node, [...flags, path.join(root, program), ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const stopForwarding = forwardTo(child);
  // npm killed outright forwards nothing. Only its own children watch for that: a shell may well go
  // away before the server that it put in the background.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event)
    setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
  process.exit(await ended(child, stopForwarding));
}

/** Ctrl-C reaches the child by itself as well; it takes the second delivery as the same request. */
function forwardTo(child) {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}

function ended(child, andThen) {
  return new Promise((resolve) => {
    child.once("error", (error) => {
      console.error(`✗ ${child.spawnfile} could not be started: ${error.message}`);
      resolve(1);
    });
    child.once("exit", (code, signal) => {
      andThen();
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
