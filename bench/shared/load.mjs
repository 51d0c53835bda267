import { execFileSync } from "node:child_process";

const connections = 20;

function has(program) {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** autocannon is itself busy at some 20,000 requests a second, and would make fast servers look alike. */
export const loadTool = has("wrk") ? "wrk" : "autocannon";

/** @returns requests a second, and milliseconds at the median and the 99th percentile */
export async function load(url, seconds) {
  return loadTool === "wrk" ? withWrk(url, seconds) : withAutocannon(url, seconds);
}

function withWrk(url, seconds) {
  const text = execFileSync("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency", url], {
    encoding: "utf8",
  });
  if (/Non-2xx/.test(text)) throw new Error(`${url} answered with failures:\n${text}`);
  const at = (percent) => milliseconds(new RegExp(`${percent}%\\s+([\\d.]+)(us|ms|s)`).exec(text));
  return { rps: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1]), p50: at(50), p99: at(99) };
}

function milliseconds([, number, unit]) {
  return Number(number) * { us: 0.001, ms: 1, s: 1000 }[unit];
}

async function withAutocannon(url, seconds) {
  const { default: autocannon } = await import("autocannon");
  const result = await autocannon({ url, connections, duration: seconds });
  if (result.non2xx > 0) throw new Error(`${url} answered with ${result.non2xx} failures`);
  return { rps: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}
