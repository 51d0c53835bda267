import { readFileSync } from "node:fs";
import { z } from "zod";

/** How many tests of one stage passed and failed. */
export type Count = { passed: number; failed: number };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** Reads vitest's JSON report. A file that failed before its first test counts as one failed test. */
export function countVitest(json: unknown): Count {
  const report = vitestReport.parse(json);
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Reads Playwright's JSON report. A test that passed on a retry has passed. */
export function countPlaywright(json: unknown): Count {
  const { expected, unexpected, flaky } = playwrightReport.parse(json).stats;
  return { passed: expected + flaky, failed: unexpected };
}

/**
 * Counts a stage by its report and its exit code together. Runners fail without a failed test (an error
 * outside any, a report never written), and a stage that ran nothing has not shown anything.
 */
export function countStage(file: string, exitCode: number | null, count: (json: unknown) => Count): Count {
  let counted: Count = { passed: 0, failed: 0 };
  try {
    counted = count(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // No report, or half of one: the exit code and the zero below say the rest.
  }
  const failedUncounted = counted.failed === 0 && (exitCode !== 0 || counted.passed === 0);
  return failedUncounted ? { ...counted, failed: 1 } : counted;
}

export function total(counts: readonly Count[]): Count {
  const sum = (key: keyof Count) => counts.reduce((so, count) => so + count[key], 0);
  return { passed: sum("passed"), failed: sum("failed") };
}
