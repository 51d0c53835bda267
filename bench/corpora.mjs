/**
 * `npm run bench -- corpora`: tests that by default try a fixed core of what they know, each with all of it. They fail as
 * tests do.
 */
import { spawnSync } from "node:child_process";

const TESTS = ["lib/desk/job/job-worker.test.ts"];

const { status } = spawnSync(process.execPath, ["bin/run.mjs", "test", "--only=unit", ...TESTS], {
  env: { ...process.env, BELAGT_TEST_CORPORA: "full" },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
