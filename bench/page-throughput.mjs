/** How many claim pages a second, beside the least page the same framework can serve. */
import { load, loadTool } from "./shared/load.mjs";
import { bench } from "./shared/processes.mjs";
import { openBare, openProduct, pages } from "./shared/sites.mjs";
import { median, printTable, promise } from "./shared/table.mjs";

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 3);

await bench(async () => {
  const bare = await openBare();
  const product = await openProduct();
  const targets = {
    "bare static Next page": `${bare.url}/`,
    "claim page": product.url + pages.claim,
    "dispute page": product.url + pages.dispute,
  };
  const results = {};
  for (const url of Object.values(targets)) await load(url, 1);
  // Interleaved, so that what else the machine does falls on all alike.
  for (let round = 0; round < rounds; round += 1)
    for (const [name, url] of Object.entries(targets)) {
      results[name] ??= [];
      results[name].push(await load(url, seconds));
    }
  const of = (name, what) => median(results[name].map((it) => it[what]));
  const base = of("bare static Next page", "rps");
  console.log(`${loadTool}, 20 connections, ${rounds} interleaved rounds of ${seconds} s, medians`);
  printTable(
    ["", "÷ bare", "requests/s", "p50 ms", "p99 ms"],
    Object.keys(targets).map((name) => [
      name,
      (of(name, "rps") / base).toFixed(2),
      Math.round(of(name, "rps")),
      of(name, "p50").toFixed(2),
      of(name, "p99").toFixed(2),
    ]),
  );
  promise("claim page ≥ 0.7 × bare static Next page", of("claim page", "rps") / base >= 0.7);
  await product.close();
});
