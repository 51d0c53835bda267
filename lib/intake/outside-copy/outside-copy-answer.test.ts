/** Times and addresses as archives write them. */
import { describe, expect, test } from "vitest";
import { mementoTime, ownAddress, timeInAddress } from "./outside-copy-answer.ts";

const ARCHIVE = { name: "Arkivet", url: "https://archive.example/save/{url}" };

describe("the time of a copy", () => {
  test.each([
    ["https://archive.example/web/20261120102030/https://x.example/", "2026-11-20T10:20:30.000Z"],
    ["https://archive.example/web/20261120102030id_/https://x.example/", "2026-11-20T10:20:30.000Z"],
    ["https://archive.example/web/20260231102030/https://x.example/", undefined],
    ["https://archive.example/web/20261120/https://x.example/", undefined],
    ["https://archive.example/?of=/20261120102030/", undefined],
  ])("stands in %s", (url, at) => expect(timeInAddress(url)?.toISOString()).toBe(at));

  test("stands in a header, or does not", () => {
    const of = (value: string) => mementoTime(new Headers({ "memento-datetime": value }))?.toISOString();
    expect(of("Fri, 20 Nov 2026 10:20:30 GMT")).toBe("2026-11-20T10:20:30.000Z");
    expect(of("yesterday")).toBeUndefined();
  });
});

describe("the address of a copy", () => {
  test.each([
    ["/web/1/x", "https://archive.example/web/1/x"],
    ["https://archive.example:443/x", "https://archive.example/x"],
    ["https://archive.example.evil.example/x", null],
    ["https://me@archive.example/x", null],
    ["http://archive.example/x", null],
    ["//evil.example/x", null],
    ["\\\\evil.example/x", null],
    ["javascript:alert(1)", null],
    ["https://archive.example:444/x", null],
    ["http://[", null],
  ])("given as %s", (given, address) => expect(ownAddress(ARCHIVE, given)).toBe(address));
});
