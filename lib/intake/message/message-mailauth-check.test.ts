import { expect, test } from "vitest";
import { COMMENTS, RULES } from "./message-mailauth.ts";
import { assertMailauth, installedMailauth } from "./message-mailauth-check.ts";

test("the library that is installed says why a signature fails in the words we know", () => {
  expect(() => assertMailauth()).not.toThrow();
});

test.each([...COMMENTS, ...RULES])("it is said, and nothing starts, when %j is said no more", (words) => {
  const programs = installedMailauth().replaceAll(words, "something else");
  expect(() => assertMailauth(programs)).toThrow(words);
});

test("and when its verifier is elsewhere", () => {
  expect(() => assertMailauth(installedMailauth(), null)).toThrow("its verifier is elsewhere");
});
