import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort, node, root, run, start, untilItAnswers } from "./processes.mjs";

/** The pages that are measured, by what they are. All are in the record that the product ships with. */
export const pages = {
  front: "/",
  claim: "/claims/huddinge-social-dumpning",
  dispute: "/disputes/kramfors-huddinge",
  party: "/parties/kramfors-kommun",
  method: "/method",
  log: "/log",
};

/**
 * The product as `npm start` serves it, on a data directory of its own; or, with BENCH_URL, a server that
 * is running already.
 */
export async function openProduct() {
  const given = process.env.BENCH_URL;
  if (given) return { url: given.replace(/\/$/, ""), close: async () => {} };
  const dataDir = mkdtempSync(path.join(tmpdir(), "belagt-bench-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { PORT: String(port), BELAGT_DATA_DIR: dataDir, BELAGT_BASE_URL: url };
  const server = start("npm", ["start"], { env });
  await untilItAnswers(url, server, 600_000);
  return {
    url,
    close: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The peer: the least this framework's same version can serve, built and started by its own commands. */
export async function openBare() {
  const cwd = path.join(root, "bench/bare");
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await run(node, [next, "build"], { cwd, env });
  const port = await freePort();
  const server = start(node, [next, "start", "-p", String(port)], { cwd, env });
  const url = `http://localhost:${port}`;
  await untilItAnswers(url, server);
  return { url, close: server.stop };
}
