/** What a reader's browser fetches for a page, beside the least page of the same framework. */
import { openChromium } from "./shared/chromium.mjs";
import { bench } from "./shared/processes.mjs";
import { openBare, openProduct, pages } from "./shared/sites.mjs";
import { printTable, promise } from "./shared/table.mjs";

await bench(async () => {
  const bare = await openBare();
  const product = await openProduct();
  const browser = await openChromium();
  try {
    const loads = { bare: await loadOf(browser, `${bare.url}/`) };
    for (const [name, path] of Object.entries(pages)) loads[name] = await loadOf(browser, product.url + path);
    const js = (name) => bytes(loads[name].filter((it) => it.type === "Script"));
    printTable(
      ["page", "JS ÷ bare", "JS bytes", "all bytes", "requests"],
      Object.keys(loads).map((name) => [
        name,
        (js(name) / js("bare")).toFixed(2),
        js(name),
        bytes(loads[name]),
        loads[name].length,
      ]),
    );
    for (const name of Object.keys(pages)) {
      console.log(`\nEvery request of ${pages[name]} (bytes over the wire, compressed):`);
      printTable(
        ["address", "kind", "bytes"],
        loads[name].map((it) => [it.url.replace(product.url, ""), it.type, it.bytes]),
      );
    }
    console.log();
    const abroad = Object.keys(pages).flatMap((name) =>
      loads[name].filter((it) => !it.url.startsWith(product.url)),
    );
    for (const { url } of abroad) console.log(`  leaves the origin: ${url}`);
    promise("no request leaves the origin", abroad.length === 0);
    for (const name of Object.keys(pages).filter((name) => name !== "dispute"))
      promise(`${name}: script ≤ 10 kB`, js(name) <= 10_240);
    for (const name of Object.keys(pages))
      promise(`${name}: fonts ≤ 110 kB`, bytes(loads[name].filter((it) => it.type === "Font")) <= 110 * 1024);
  } finally {
    await browser.close();
    await product.close();
  }
});

function bytes(requests) {
  return requests.reduce((sum, it) => sum + it.bytes, 0);
}

/** A first visit: nothing cached, until the network is quiet. `data:` addresses are part of the page itself. */
async function loadOf(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  const requests = new Map();
  devtools.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    if (!request.url.startsWith("data:")) requests.set(requestId, { url: request.url, type, bytes: 0 });
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  const response = await page.goto(url, { waitUntil: "networkidle" });
  if (!response?.ok()) throw new Error(`${url} answered ${response?.status()}`);
  await context.close();
  return [...requests.values()];
}
