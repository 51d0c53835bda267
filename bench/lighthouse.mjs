/** Lighthouse, as for a mid-range phone, on the pages readers land on; the bare page beside them. */
import { chromiumFlags, chromiumPath } from "./shared/chromium.mjs";
import { bench } from "./shared/processes.mjs";
import { openBare, openProduct, pages } from "./shared/sites.mjs";
import { printTable, promise } from "./shared/table.mjs";

const categories = ["performance", "accessibility", "best-practices", "seo"];

await bench(async () => {
  const { default: lighthouse } = await import("lighthouse");
  const { launch } = await import("chrome-launcher");
  const bare = await openBare();
  const product = await openProduct();
  const chrome = await launch({ chromePath: chromiumPath(), chromeFlags: chromiumFlags });
  try {
    const rows = [];
    const faults = new Set();
    const addresses = { bare: `${bare.url}/` };
    for (const [name, path] of Object.entries(pages)) addresses[name] = product.url + path;
    for (const [name, url] of Object.entries(addresses)) {
      const { lhr } = await lighthouse(url, {
        port: chrome.port,
        logLevel: "error",
        onlyCategories: categories,
      });
      const scores = categories.map((id) => Math.round((lhr.categories[id]?.score ?? 0) * 100));
      const audit = (id) => lhr.audits[id]?.displayValue ?? "–";
      rows.push([
        name,
        ...scores,
        audit("largest-contentful-paint"),
        audit("cumulative-layout-shift"),
        audit("total-blocking-time"),
      ]);
      if (name === "bare") continue;
      for (const [index, id] of categories.entries())
        if (scores[index] < (id === "performance" ? 99 : 100))
          for (const { id: audited } of lhr.categories[id].auditRefs) {
            const found = lhr.audits[audited];
            if (found.score !== null && found.score < 0.9) faults.add(`${name}: ${id}: ${found.title}`);
          }
    }
    printTable(["page", ...categories, "LCP", "CLS", "TBT"], rows);
    for (const fault of faults) console.log(`  ${fault}`);
    const kept = rows
      .slice(1)
      .every(([, speed, ...rest]) => speed >= 99 && rest.slice(0, 3).every((it) => it === 100));
    promise("performance ≥ 99, the other three 100, on every page", kept);
  } finally {
    chrome.kill();
    await product.close();
  }
});
