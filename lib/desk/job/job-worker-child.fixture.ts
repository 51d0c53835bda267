/**
 * The worker's own program (bin/worker-child.ts), loaded and held until its parent says to begin: a test that kills one
 * worker after another has the next one ready.
 */
import { flushCompileCache } from "node:module";
import "./job-worker.ts";
import "../../site/work/work-tasks.ts";

// It is killed later, and what is killed writes nothing.
flushCompileCache();

let hasBegun = false;
process.once("message", () => {
  hasBegun = true;
  process.disconnect?.();
  void import("../../../bin/worker-child.ts");
});
// Whoever held it is gone before it began.
process.once("disconnect", () => {
  if (!hasBegun) process.exit(0);
});
