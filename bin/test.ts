import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findBrowser } from "./browser.ts";
import { buildIfStale } from "./build.ts";
import { runChecks } from "./check.ts";
import { runNode, wasStopped } from "./child.ts";
import { type ExitCode, exitCodes, Refusal } from "./exit-codes.ts";
import { generateClient } from "./generate.ts";
import { type ClockMovers, findClockMovers, movedBy } from "./moved-clock.ts";
import { say, sayError, seconds, step } from "./say.ts";
import { applicationEnv, readSettings } from "./settings.ts";
import { openTestDatabases, type TestDatabases } from "./test-database.ts";
import { chosenDays, coreDay, coreFiles, zone } from "./test-days.ts";
import { type Count, countPlaywright, countStage, countVitest, total } from "./test-report.ts";

const stages = ["check", "unit", "days", "e2e"] as const;

type Stage = (typeof stages)[number];

const oneFailed: Count[] = [{ passed: 0, failed: 1 }];

/**
 * `npm test`: everything, on a machine that has nothing but Node. All stages run even when an early one
 * fails, and the last line is always `N passed, N failed`. `--only=check`, `unit`, `days` or `e2e` runs one;
 * what follows it goes to that stage's runner: `npm test -- --only=unit lib/record/verdict`. Alone, `days` runs the
 * tests of `unit` on other days (`test-days.ts`); among the others it runs a few of them in one night.
 */
export async function test(args: readonly string[], stop: AbortSignal): Promise<ExitCode> {
  const began = Date.now();
  const { only, rest } = chosenStage(args);
  const runs = (stage: Stage) => only === undefined || only === stage;
  const counts: Count[] = [];
  const reports = mkdtempSync(path.join(tmpdir(), "belagt-reports-"));
  let databases: TestDatabases | undefined;
  try {
    if (runs("check")) counts.push(...(await counted("Checks", () => runChecks(stop))));
    if (runs("unit") || runs("e2e")) {
      await generateClient(stop);
      databases = await step(
        "Starting the test database",
        () => openTestDatabases(stop),
        () => "Test database started",
      );
    }
    if (databases && runs("unit")) {
      const { unit } = databases;
      counts.push(...(await counted("Unit and database tests", () => unitTests(unit, reports, rest, stop))));
    }
    if (runs("days")) counts.push(...(await onOtherDays(only === "days" ? rest : undefined, reports, stop)));
    if (databases && runs("e2e")) {
      const { e2e } = databases;
      counts.push(...(await counted("End-to-end tests", () => endToEndTests(e2e, reports, rest, stop))));
    }
  } catch (error) {
    if (wasStopped(error)) throw error;
    sayError(error);
    counts.push(...oneFailed);
  } finally {
    await databases?.remove();
    rmSync(reports, { recursive: true, force: true });
  }
  const { passed, failed } = total(counts);
  say(`\nTook ${seconds(Date.now() - began)}`);
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? exitCodes.done : exitCodes.failed;
}

/** @throws Refusal for a stage that does not exist */
export function chosenStage(args: readonly string[]): { only: Stage | undefined; rest: string[] } {
  const given = args.find((arg) => arg.startsWith("--only="))?.slice("--only=".length);
  const only = stages.find((stage) => stage === given);
  if (given !== undefined && only === undefined) {
    throw new Refusal(
      exitCodes.usage,
      `There is no stage called ${given}.`,
      `Use --only= with one of: ${stages.join(", ")}.`,
    );
  }
  return { only, rest: only === undefined ? [] : args.filter((arg) => !arg.startsWith("--only=")) };
}

/** A stage that cannot even begin has failed once; the next ones still run. */
async function counted(title: string, work: () => Promise<Count[]>): Promise<Count[]> {
  say(`\n── ${title}`);
  try {
    return await work();
  } catch (error) {
    if (wasStopped(error)) throw error;
    sayError(error);
    return oneFailed;
  }
}

async function unitTests(
  databaseUrl: string,
  reports: string,
  rest: string[],
  stop: AbortSignal,
  environment: Readonly<Record<string, string>> = {},
): Promise<Count[]> {
  const report = path.join(reports, "vitest.json");
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await runNode(["node_modules/vitest/vitest.mjs", "run", ...reporters, ...rest], {
    env: { ...process.env, ...environment, TEST_DATABASE_URL: databaseUrl },
    output: "show",
    stop,
  });
  return [countStage(report, code, countVitest)];
}

/**
 * The unit and database tests with the clock of the machine moved.
 *
 * @param chosen days and files; undefined is the few that belong to every run, and a machine on which no clock can be
 * moved then does without and says so
 */
async function onOtherDays(
  chosen: readonly string[] | undefined,
  reports: string,
  stop: AbortSignal,
): Promise<Count[]> {
  const { days, files } = chosenDays(chosen ?? [coreDay, ...coreFiles], new Date());
  let movers: ClockMovers;
  try {
    movers = await findClockMovers(stop);
  } catch (error) {
    if (chosen !== undefined || !(error instanceof Refusal)) throw error;
    say(`\n── Not run: tests on other days. ${error.message} ${error.whatToDo}`);
    return [];
  }
  await generateClient(stop);
  const counts: Count[] = [];
  for (const { name, at } of days) {
    const there = `Unit and database tests at ${at.toISOString()} (${name})`;
    counts.push(...(await counted(there, () => testsAt(at, movers, reports, files, stop))));
  }
  return counts;
}

async function testsAt(
  at: Date,
  movers: ClockMovers,
  reports: string,
  files: string[],
  stop: AbortSignal,
): Promise<Count[]> {
  const moved = movedBy(at.getTime() - Date.now(), movers);
  const databases = await openTestDatabases(stop, moved.server);
  try {
    return await unitTests(databases.unit, reports, files, stop, { ...moved.programs, TZ: zone });
  } finally {
    await databases.remove();
  }
}

async function endToEndTests(
  databaseUrl: string,
  reports: string,
  rest: string[],
  stop: AbortSignal,
): Promise<Count[]> {
  const browser = await findBrowser(stop);
  await buildIfStale(applicationEnv(readSettings(process.env), databaseUrl), stop);
  const report = path.join(reports, "playwright.json");
  const { code } = await runNode(
    ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json", ...rest],
    {
      env: {
        ...process.env,
        E2E_DATABASE_URL: databaseUrl,
        BELAGT_CHROMIUM: browser,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
      output: "show",
      stop,
    },
  );
  return [countStage(report, code, countPlaywright)];
}
