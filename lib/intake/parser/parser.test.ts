import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { PARSER_LIMITS } from "./parser.ts";
import { type ParserRun, runParserProcess } from "./parser-process.ts";

const MB = 1024 * 1024;
const LIMITS = { ...PARSER_LIMITS, milliseconds: 10_000 };

const ask = (
  name: string,
  {
    bytes = new Uint8Array(),
    hints = {},
    addons = false,
    limits = LIMITS,
    signal,
  }: {
    bytes?: Uint8Array;
    hints?: unknown;
    addons?: boolean;
    limits?: typeof PARSER_LIMITS;
    signal?: AbortSignal;
  } = {},
): Promise<ParserRun> =>
  runParserProcess(
    { name, hints, bytes },
    { entry: "lib/intake/parser/parser-child.fixture.ts", addons, limits, signal },
  );

const reasonOf = ({ outcome }: ParserRun) => (outcome.ok ? null : outcome.reason);

describe("a parser's answer", () => {
  test("comes back as it was given, bytes and dates included", async () => {
    const bytes = new Uint8Array([0, 1, 255]);
    const { outcome } = await ask("echo", { bytes, hints: { name: "Åsa 🙂" } });
    expect(outcome).toEqual({
      ok: true,
      value: { bytes, hints: { name: "Åsa 🙂" }, when: new Date(0), none: undefined },
    });
  });

  test("carries 25 MB both ways", async () => {
    const bytes = new Uint8Array(25 * MB).fill(7);
    const { outcome } = await ask("echo", { bytes });
    const value = outcome.ok ? (outcome.value as { bytes: Uint8Array }) : null;
    expect(value && Buffer.compare(value.bytes, bytes)).toBe(0);
  });

  test("is not disturbed by what packages write on the console", async () => {
    expect((await ask("noise")).outcome).toEqual({ ok: true, value: "answer" });
  });
});

describe("a parser that was taken over", () => {
  test.each([{ addons: false }, { addons: true }])(
    "reaches neither network, files, processes nor code (addons: $addons)",
    async ({ addons }) => {
      let visitors = 0;
      const server = createServer((socket) => {
        visitors += 1;
        socket.destroy();
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const address = server.address();
      const port = address !== null && typeof address === "object" ? address.port : 0;
      const file = path.join(tmpdir(), `belagt-parser-${process.pid}-${addons}`);
      const { outcome } = await ask("attempts", { hints: { port, file }, addons });
      server.close();

      expect(outcome).toEqual({
        ok: true,
        value: {
          connect: "ERR_ACCESS_DENIED",
          fetch: "ERR_ACCESS_DENIED",
          listen: "ERR_ACCESS_DENIED",
          lookup: "ERR_ACCESS_DENIED",
          write: "ERR_ACCESS_DENIED",
          database: "ERR_UNKNOWN_BUILTIN_MODULE",
          read: "ERR_ACCESS_DENIED",
          settings: "ERR_ACCESS_DENIED",
          environment: "ERR_ACCESS_DENIED",
          spawn: "ERR_ACCESS_DENIED",
          worker: "ERR_ACCESS_DENIED",
          addon: addons ? "ERR_DLOPEN_FAILED" : "ERR_DLOPEN_DISABLED",
          code: expect.stringContaining("Code generation from strings disallowed"),
          signal: expect.stringContaining("not a function"),
        },
      });
      expect(visitors).toBe(0);
      expect(existsSync(file)).toBe(false);
    },
  );

  test("sees nothing of our environment", async () => {
    const { outcome } = await ask("secrets");
    expect(outcome).toMatchObject({ ok: true, value: { environment: { NODE_ENV: "production" } } });
  });
});

describe("the kernel", () => {
  test("lets a parser write no file, leave no core and outlive nobody for long", async () => {
    expect((await ask("limits")).outcome).toMatchObject({
      ok: true,
      value: {
        core_file_size_blocks: { soft: 0, hard: 0 },
        file_size_blocks: { soft: 0, hard: 0 },
        cpu_time_seconds: { soft: 20, hard: 20 },
      },
    });
  });
});

describe("a parser that takes too much", () => {
  test("time is killed, busy or idle", async () => {
    const limits = { ...LIMITS, milliseconds: 1_000 };
    // Neither ends by itself: that they end at all is the limit's doing.
    const runs = await Promise.all([ask("spin", { limits }), ask("sleep", { limits })]);
    expect(runs.map(reasonOf)).toEqual(["took-too-long", "took-too-long"]);
  });

  test("heap is ended by V8", async () => {
    // With all the time there is: it is the heap that ends it, on a busy machine too.
    const run = await ask("heap", { limits: PARSER_LIMITS });
    expect(reasonOf(run)).toBe("took-too-much-memory");
    expect(run.peakBytes).toBeLessThan(PARSER_LIMITS.residentBytes);
  });

  test("memory outside the heap is killed near the limit, and ours does not grow", async () => {
    // Here too: what is filled page by page takes long where others are busy.
    const before = process.memoryUsage.rss();
    const run = await ask("buffers", { limits: PARSER_LIMITS });
    expect(reasonOf(run)).toBe("took-too-much-memory");
    expect(run.peakBytes).toBeGreaterThan(PARSER_LIMITS.residentBytes);
    expect(run.peakBytes).toBeLessThan(PARSER_LIMITS.residentBytes + 500 * MB);
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 * MB);
  });

  test("room for its answer is killed", async () => {
    expect(reasonOf(await ask("large"))).toBe("took-too-much-memory");
  });
});

describe("a parser that falls over", () => {
  test.each(["throws", "throws-later", "stack", "exit", "half"])(
    "is a file we could not read: %s",
    async (name) => {
      expect(reasonOf(await ask(name))).toBe("could-not-be-read");
    },
  );

  test("before it begins is our fault, and is said aloud", async () => {
    await expect(ask("broken")).rejects.toThrow("left-out");
  });

  test("when it is no longer wanted ends at once", async () => {
    const wanted = new AbortController();
    const run = ask("sleep", { signal: wanted.signal });
    setTimeout(() => wanted.abort(new Error("no longer wanted")), 300);
    await expect(run).rejects.toThrow("no longer wanted");
  });
});
