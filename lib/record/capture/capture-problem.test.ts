import { expect, test } from "vitest";
import { translator } from "../../core/language/translator.ts";
import { mayPass, PASSING } from "./capture.ts";
import { CAPTURE_PROBLEMS, passingKey, problemKey } from "./capture-problem.ts";

const fallback = {
  sv: translator("sv")("capture.problems.unknown"),
  en: translator("en")("capture.problems.unknown"),
};

test.each(["sv", "en"] as const)("every reason has a sentence of its own: %s", (locale) => {
  const t = translator(locale);
  for (const reason of CAPTURE_PROBLEMS) {
    expect(t.has(problemKey(reason)), reason).toBe(true);
    expect(t(problemKey(reason)), reason).not.toBe(fallback[locale]);
    expect(t(problemKey(reason)), reason).toMatch(/^\p{Lu}.*\.$/su);
  }
});

test("a reason that nobody has foreseen is said all the same, and what passes only where it does", () => {
  for (const reason of ["", "constructor", "__proto__", "something-new"]) {
    expect(problemKey(reason)).toBe("capture.problems.unknown");
    expect(passingKey(reason)).toBe("capture.again.unknown");
    expect(mayPass(reason)).toBe(false);
  }
  expect(passingKey("timed-out")).toBe("capture.again.timed-out");
});

test.each(["sv", "en"] as const)("whatever may pass is said as part of a sentence: %s", (locale) => {
  const t = translator(locale);
  for (const reason of PASSING) expect(t(passingKey(reason)), reason).toMatch(/^\p{Ll}.*[^.]$/u);
});
