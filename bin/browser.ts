import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { run, runNode } from "./child.ts";
import { exitCodes, Refusal } from "./exit-codes.ts";
import { step } from "./say.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The path of a Chromium for the end-to-end tests: one on the PATH, one that Playwright downloaded
 * before, else one installed now. Debian's own package comes before Playwright's download where root
 * can install it, since it brings the libraries it needs.
 *
 * @throws Refusal when none can be had
 */
export async function findBrowser(stop: AbortSignal): Promise<string> {
  const found = process.env.BELAGT_CHROMIUM || onPath() || (await downloaded());
  if (found) return found;
  const installed = await step(
    "Installing a browser for the tests",
    () => install(stop),
    (it) => (it ? `Browser installed: ${it}` : undefined),
  );
  if (installed !== undefined) return installed;
  throw new Refusal(
    exitCodes.noBrowser,
    "There is no Chromium here, and none could be installed.",
    "Install Chromium or Chrome, or set BELAGT_CHROMIUM to its path.",
  );
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where the installed Playwright keeps the browser of its own release, if it has been downloaded. */
async function downloaded(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

async function install(stop: AbortSignal): Promise<string | undefined> {
  if (process.getuid?.() === 0 && isDebian()) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-qq"], { env, output: "keep", stop });
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      env,
      output: "keep",
      stop,
    });
    const packaged = onPath();
    if (packaged !== undefined) return packaged;
  }
  await runNode(["node_modules/@playwright/test/cli.js", "install", "chromium"], { output: "keep", stop });
  return downloaded();
}

export function isDebian(): boolean {
  const release = "/etc/os-release";
  return existsSync(release) && /^ID(_LIKE)?=.*debian/m.test(readFileSync(release, "utf8"));
}
