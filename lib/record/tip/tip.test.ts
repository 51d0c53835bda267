import { expect, test } from "vitest";
import { parseFields } from "../../desk/form/form-schema.ts";
import { newTip, tipDecision } from "./tip-schema.ts";

const fields = { text: ["Se protokollet."], url: [""], contact: [""], language: ["sv"] };
const reasons = (changes: Record<string, string[]>) => {
  const read = parseFields(newTip, { ...fields, ...changes });
  return read.ok ? [] : read.problems.map(({ field, reason }) => `${field}: ${reason}`);
};

test("a tip is a text; link, address and what it is about are optional", () => {
  expect(parseFields(newTip, fields)).toMatchObject({
    ok: true,
    value: { url: null, claim: null, dispute: null },
  });
});

test("a link that is no address of the open web is refused", () => {
  for (const url of [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "https://user:secret@example.org/",
    "example.org",
  ]) {
    expect(reasons({ url: [url] }), url).toEqual(["url: not-a-web-address"]);
  }
  expect(reasons({ url: ["https://example.org/handling?id=3#s4"] })).toEqual([]);
});

test("fields nobody asked for, half characters and 100 kB are refused", () => {
  expect(reasons({ decision: ["taken_up"] })).toEqual(["decision: unexpected-field"]);
  expect(reasons({ text: ["a\uD800b"] })).toEqual(["text: invisible-characters"]);
  expect(reasons({ text: ["a".repeat(100_000)] })).toEqual(["text: too-long"]);
});

test("setting a tip aside asks for a note of why; taking it up does not", () => {
  const tipId = "00000000-0000-7000-8000-000000000001";
  expect(tipDecision.safeParse({ tipId, decision: "set_aside", note: null }).success).toBe(false);
  expect(tipDecision.safeParse({ tipId, decision: "set_aside", note: "Finns redan." }).success).toBe(true);
  expect(tipDecision.safeParse({ tipId, decision: "taken_up", note: null }).success).toBe(true);
});
