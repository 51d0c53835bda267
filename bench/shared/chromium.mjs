import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

/** What Chromium needs as root in a container, and what keeps it from calling home meanwhile. */
export const chromiumFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @throws when there is none: set BELAGT_CHROMIUM to its path */
export function chromiumPath() {
  if (process.env.BELAGT_CHROMIUM) return process.env.BELAGT_CHROMIUM;
  for (const name of ["chromium", "chromium-browser", "google-chrome", "chrome"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch {
      // The next name.
    }
  }
  throw new Error("No Chromium on the PATH. Set BELAGT_CHROMIUM to one.");
}

export function openChromium() {
  return chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
}
