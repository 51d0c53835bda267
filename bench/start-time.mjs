/**
 * From `npm start` to the first page: in a fresh checkout, where everything has to be installed, made and
 * built; and a second time. Beside it the bare page's own start, which has none of that to do.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bench, freePort, node, root, run, start, untilItAnswers } from "./shared/processes.mjs";
import { printTable } from "./shared/table.mjs";

await bench(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "belagt-start-"));
  try {
    copyCheckout(folder);
    const first = await startOnce(folder);
    const second = await startOnce(folder);
    const bare = await startBare();
    const seconds = (it) => (it / 1000).toFixed(1);
    printTable(
      ["start", "÷ bare", "seconds"],
      [
        ["bare static Next page, built already", "1.0", seconds(bare)],
        ["Belagt, second run", (second / bare).toFixed(1), seconds(second)],
        ["Belagt, first run in a fresh checkout", (first / bare).toFixed(1), seconds(first)],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What git would give a stranger, with what is not committed yet. */
function copyCheckout(folder) {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of listed.split("\0"))
    if (file !== "" && existsSync(path.join(root, file)))
      cpSync(path.join(root, file), path.join(folder, file), { recursive: true });
}

async function startOnce(folder) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { PORT: String(port), BELAGT_DATA_DIR: path.join(folder, ".data"), BELAGT_BASE_URL: url };
  const server = start("npm", ["start"], { cwd: folder, env });
  const took = await untilItAnswers(`${url}/`, server, 1_200_000);
  await server.stop();
  return took;
}

async function startBare() {
  const cwd = path.join(root, "bench/bare");
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await run(node, [next, "build"], { cwd, env });
  const port = await freePort();
  const server = start(node, [next, "start", "-p", String(port)], { cwd, env });
  const took = await untilItAnswers(`http://localhost:${port}/`, server);
  await server.stop();
  return took;
}
