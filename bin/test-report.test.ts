import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countPlaywright, countStage, countVitest, total } from "./test-report.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "belagt-report-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

function stage(report: string, exitCode: number) {
  const file = path.join(folder, "report.json");
  writeFileSync(file, report);
  return countStage(file, exitCode, countVitest);
}

const vitest = (passed: number, failed: number) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults: [] });

test("a test file that broke before its first test counts as one failure", () => {
  const testResults = [{ status: "failed", assertionResults: [] }];
  expect(countVitest({ numPassedTests: 3, numFailedTests: 1, testResults })).toEqual({
    passed: 3,
    failed: 2,
  });
});

test("a test that passed on a retry has passed", () => {
  expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 2 } })).toEqual({
    passed: 6,
    failed: 1,
  });
});

test("a runner that fails without a failed test has failed once", () => {
  expect(stage(vitest(5, 0), 1)).toEqual({ passed: 5, failed: 1 });
});

test("failures that the report counts are not counted twice", () => {
  expect(stage(vitest(5, 2), 1)).toEqual({ passed: 5, failed: 2 });
});

test("a stage that ran nothing has failed, whatever it says", () => {
  expect(stage(vitest(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
});

test("a report that was never finished is a failure", () => {
  expect(stage('{"numPassed', 0)).toEqual({ passed: 0, failed: 1 });
});

test("stages add up", () => {
  expect(
    total([
      { passed: 1, failed: 0 },
      { passed: 20, failed: 3 },
    ]),
  ).toEqual({ passed: 21, failed: 3 });
});
