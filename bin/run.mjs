/**
 * The entrance of every npm script. It must run on whatever Node the machine has (20 and newer) and
 * before anything is installed, so it is plain JavaScript without dependencies. It installs what is
 * missing, then hands over to bin/belagt.ts under the Node release that package-lock.json pins.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Exit codes of this file; bin/exit-codes.ts is the whole table. */
const installFailed = 20;
const noSuitableNode = 21;

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const command = process.argv[2] ?? "";
const developing = ["test", "check", "dev"].includes(command);

const missing = missingPackages();
if (missing.length > 0) await install(missing);
await handOver(pinnedNode());

/**
 * Compares what npm recorded as installed with what the lock asks for. This is exact where a stamp is
 * not: a developer's own `npm install` leaves nothing to redo, and a half-done install leaves no record.
 */
function missingPackages() {
  const wanted = lockedPackages("package-lock.json");
  const installed = lockedPackages("node_modules/.package-lock.json");
  return Object.entries(wanted)
    .filter(([name, entry]) => name.startsWith("node_modules/") && !entry.link && neededHere(entry))
    .filter(([name, entry]) => {
      const here = installed[name];
      return (
        here?.version !== entry.version ||
        here?.integrity !== entry.integrity ||
        !existsSync(path.join(root, name))
      );
    })
    .map(([name]) => name);
}

/** Optional packages for other machines are rightly absent; so are development tools where none are used. */
function neededHere(entry) {
  const fits = (names, value) => [names].flat().includes(value);
  if ((entry.dev || entry.devOptional) && !developing) return false;
  if (!entry.optional && !entry.devOptional) return true;
  return !entry.libc && fits(entry.os, process.platform) && fits(entry.cpu, process.arch);
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

async function install(names) {
  const what = existsSync(path.join(root, "node_modules"))
    ? `${names.length} packages differ from the lock`
    : "first time here";
  console.log(`· Installing packages (${what}) …`);
  const began = Date.now();
  // Not `npm ci`: it refuses a lock that lacks an optional package for some other system, and a registry
  // mirror may well not carry those. `--no-save` keeps to the lock and leaves it untouched. The machine's
  // own Node runs it, since ours is among what may be replaced.
  const PATH = (process.env.PATH ?? "")
    .split(path.delimiter)
    .filter((entry) => !entry.endsWith(path.join("node_modules", ".bin")));
  const npm = spawn("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=http"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PATH: PATH.join(path.delimiter) },
  });
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
      console.log(`  … ${seconds(began)}, ${fetched} downloads`);
    }
  };
  npm.stdout.on("data", listen);
  npm.stderr.on("data", listen);
  const code = await ended(npm, forwardTo(npm));
  if (code === 0) return console.log(`✓ Packages installed (${seconds(began)})`);
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
  process.exit(code > 128 ? code : installFailed);
}

function pinnedNode() {
  const pinned = path.join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  if (existsSync(pinned)) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(
    `✗ Belagt needs Node 22.18 or newer on ${process.platform} ${process.arch}, and this is ${process.versions.node}.`,
  );
  console.error(
    "  Install a current Node from nodejs.org or your package manager, then run the command again.",
  );
  process.exit(noSuitableNode);
}

async function handOver(node) {
  const flags = ["--disable-warning=ExperimentalWarning", "--enable-source-maps"];
  // The channel carries no messages. It tells the command that this process is gone, even by SIGKILL.
  const child = spawn(node, [...flags, path.join(root, "bin", "belagt.ts"), ...process.argv.slice(2)], {
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
