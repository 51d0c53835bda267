import { expect, test } from "vitest";
import { isUnchanged } from "./entity-tag.ts";

test.each([
  [`"abc"`, `"abc"`, true],
  [`W/"abc"`, `"abc"`, true],
  [`"abc"`, `W/"abc"`, true],
  [`"x", W/"abc" , "y"`, `"abc"`, true],
  [" * ", `"abc"`, true],
  [`"abcd"`, `"abc"`, false],
  ["abc", `"abc"`, false],
  ["", `"abc"`, false],
  [null, `"abc"`, false],
  [undefined, `"abc"`, false],
])("asked for %j, what has the tag %j is unchanged: %j", (asked, etag, is) => {
  expect(isUnchanged(asked, etag)).toBe(is);
});
