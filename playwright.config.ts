import { defineConfig, devices } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 3987);

/** Chromium will not sandbox itself for root, and need not look up its maker's hosts. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const WRITING = /(evidence|verdict)\.spec\.ts$/;

/** Compares the rows of every table before and after: nothing else may run meanwhile. */
const COUNTING = /@counts/;

export default defineConfig({
  testDir: "e2e/stories",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Two cores: while two stories wait for the server or the worker, a third goes on.
  workers: 3,
  // A document is read by a process of its own before its form is answered: on a busy machine that takes seconds.
  expect: { timeout: 15_000 },
  timeout: 45_000,
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://localhost:${port}`,
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    // To record every story for the few that fail costs all of them. `npm test -- --only=e2e --trace on <story>` records.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.BELAGT_CHROMIUM, args },
  },
  // Stories that write in the first dispute come after those that read it; what counts every row comes last, alone.
  projects: [
    { name: "record", testIgnore: WRITING, grepInvert: COUNTING },
    { name: "desk", testMatch: WRITING, dependencies: ["record"] },
    { name: "permissions", grep: COUNTING, dependencies: ["desk"] },
  ],
  webServer: {
    // The Node that runs the tests: the machine's own may be older than we support.
    command: `"${process.execPath}" --import ./bin/ts-alias.mjs e2e/fixtures/server.ts`,
    url: `http://localhost:${port}/method`,
    env: { E2E_PORT: String(port) },
    timeout: 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
