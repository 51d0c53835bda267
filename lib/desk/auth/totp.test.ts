import { expect, test } from "vitest";
import { matchingStep, newBackupCodes, newTotpSecret, plainBackupCode, totpAt, totpStep } from "./totp.ts";

/** RFC 6238 appendix B: the key "12345678901234567890" in base32, and the last six of its eight digits. */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("the code at %d s is that of the standard", (seconds, code) => {
  expect(totpAt(SECRET, totpStep(at(seconds)))).toBe(code);
});

test("a code is good in its own thirty seconds and ten before and after", () => {
  const code = totpAt(SECRET, 100);
  const from = 100 * 30;
  for (const good of [from - 10, from, from + 29, from + 39])
    expect(matchingStep(SECRET, code, at(good))).toBe(100);
  for (const late of [from - 11, from + 40, from + 60, from + 90])
    expect(matchingStep(SECRET, code, at(late))).toBeNull();
});

test("a code of a minute ago is refused, whenever it is asked", () => {
  for (let second = 0; second < 60; second++) {
    const now = at(1_700_000_000 + second);
    const old = totpAt(SECRET, totpStep(new Date(now.getTime() - 60_000)));
    expect(matchingStep(SECRET, old, now)).toBeNull();
  }
});

test("only six digits are a code", () => {
  for (const wrong of ["", "12345", "1234567", "12345a", "٠٨١٨٠٤"])
    expect(matchingStep(SECRET, wrong, at(0))).toBeNull();
});

test("secrets and backup codes are long, and never the same twice", () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  const codes = Array.from({ length: 50 }, newBackupCodes).flat();
  expect(new Set(codes).size).toBe(500);
  expect(codes.every((code) => plainBackupCode(code.toUpperCase().replace("-", " ")) !== null)).toBe(true);
});
