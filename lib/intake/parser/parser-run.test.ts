import { describe, expect, test } from "vitest";
import { runParser } from "./parser-run.ts";

const bytes = new TextEncoder().encode("hej");
const hints = { fileName: "a.txt", mediaType: "text/plain" };

describe("parsers in a row", () => {
  test("all answer, though two run at a time", async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => runParser("document", bytes, hints)));
    expect(
      results.map((result) => result.ok && result.value.ok && result.value.value.pages[0]?.text),
    ).toEqual(Array.from({ length: 5 }, () => "hej"));
  });

  test("lose one that is no longer wanted while it waits, and go on", async () => {
    const wanted = new AbortController();
    const running = [runParser("document", bytes, hints), runParser("document", bytes, hints)];
    const waiting = runParser("document", bytes, hints, { signal: wanted.signal });
    const last = runParser("document", bytes, hints);
    wanted.abort(new Error("no longer wanted"));
    await expect(waiting).rejects.toThrow("no longer wanted");
    expect((await Promise.all([...running, last])).every(({ ok }) => ok)).toBe(true);
  });

  test("take a Buffer for the bytes it is", async () => {
    const result = await runParser("document", Buffer.from("hej"), hints);
    expect(result).toMatchObject({ ok: true, value: { ok: true, value: { kind: "text" } } });
  });

  test("do not start for one that is not wanted from the beginning", async () => {
    await expect(runParser("document", bytes, hints, { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
