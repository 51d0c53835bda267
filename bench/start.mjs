/**
 * From `npm start` to the first page, in a fresh clone where everything has to be installed, made and built; and a
 * second time. What is committed here, beside a commit to compare with: `npm run bench -- start [commit]`, and the
 * one of BASE when none is given. `--rounds=N` repeats it, the two in turns, and takes the medians.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bench, freePort, root, run, start, untilItAnswers } from "./shared/processes.mjs";
import { median, printTable, promise } from "./shared/table.mjs";

/** The last commit before the start was made light. */
const BASE = "9ccefe9";

const given = process.argv.slice(3);
const base = given.find((word) => !word.startsWith("--")) ?? BASE;
const rounds = Number(given.find((word) => word.startsWith("--rounds="))?.slice("--rounds=".length) ?? 1);

await bench(async () => {
  const commits = { [base]: [], HEAD: [] };
  for (let round = 0; round < rounds; round++)
    for (const [commit, runs] of Object.entries(commits)) runs.push(await measured(commit));

  const figures = (key) => Object.values(commits).map((runs) => median(runs.map((one) => one[key])));
  const row = (words, key, digits) => {
    const [before, now] = figures(key);
    return [words, before.toFixed(digits), now.toFixed(digits), (now / before).toFixed(2)];
  };
  printTable(
    ["a fresh clone", base, "here", "÷"],
    [
      row("first start, to the first page, s", "first", 1),
      row("  of it: installing, s", "installing", 1),
      row("  of it: building, s", "building", 1),
      row("second start, s", "second", 1),
      row("node_modules, MB", "megabytes", 0),
      row("packages", "packages", 0),
    ],
  );
  const [megabytes, first] = [figures("megabytes"), figures("first")];
  promise("a first start takes at most 60 % of the time it took", first[1] <= 0.6 * first[0]);
  promise("and leaves at most 700 MB of packages", megabytes[1] <= 700);
});

/** One fresh clone of a commit of this repository: two starts, what they said of themselves, what lies there then. */
async function measured(commit) {
  const folder = mkdtempSync(path.join(tmpdir(), "belagt-start-"));
  try {
    await run("git", ["clone", "--quiet", "--no-hardlinks", root, folder]);
    const hash = (await run("git", ["rev-parse", commit])).trim();
    await run("git", ["checkout", "--quiet", hash], { cwd: folder });
    const first = await startOnce(folder);
    const second = await startOnce(folder);
    const modules = ["", "bin/node"].map((place) => path.join(folder, place, "node_modules"));
    return {
      first: first.took,
      installing: Math.max(...said(first.words, /packages.* installed \(([\d.]+) s\)/gi)),
      building: said(first.words, /Application built \(([\d.]+) s\)/g)[0],
      second: second.took,
      megabytes: modules.reduce((sum, place) => sum + bytesIn(place), 0) / 1024 / 1024,
      packages: modules.reduce((sum, place) => sum + packagesIn(place), 0),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { PORT: String(port), BELAGT_DATA_DIR: path.join(folder, ".data"), BELAGT_BASE_URL: url };
  const server = start("npm", ["start"], { cwd: folder, env });
  const took = await untilItAnswers(`${url}/`, server, 1_200_000);
  await server.stop();
  return { took: took / 1000, words: server.words() };
}

/** The seconds that steps say they took; one that did not happen took none. */
function said(words, pattern) {
  const seconds = [...words.matchAll(pattern)].map(([, number]) => Number(number));
  return seconds.length === 0 ? [0] : seconds;
}

/** What the files take on the disk, in blocks, as `du` counts. */
function bytesIn(folder) {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).blocks * 512, 0);
}

function packagesIn(folder) {
  try {
    const { packages } = JSON.parse(readFileSync(path.join(folder, ".package-lock.json"), "utf8"));
    return Object.keys(packages).length;
  } catch {
    return 0;
  }
}
