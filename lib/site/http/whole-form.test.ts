import { expect, test } from "vitest";
import { boundaryIn, isWholeForm } from "./whole-form.ts";

const BODY = '--b1\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b1--\r\n';

const isWhole = (type: string, chunks: readonly string[]) =>
  isWholeForm(
    type,
    chunks.map((chunk) => Buffer.from(chunk)),
  );

test.each([
  ["multipart/form-data; boundary=b1", "b1"],
  ['multipart/form-data; charset=utf-8; Boundary="a b"', "a b"],
  [
    "multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW",
    "----WebKitFormBoundary7MA4YWxkTrZu0gW",
  ],
  ["multipart/form-data", null],
  ["multipart/form-data; boundary=", null],
  [`multipart/form-data; boundary=${"x".repeat(71)}`, null],
])("the boundary in %j is %j", (type, boundary) => {
  expect(boundaryIn(type)).toBe(boundary);
});

test("a form is whole however its bytes are divided", () => {
  for (let at = 0; at <= BODY.length; at++)
    expect(isWhole("multipart/form-data; boundary=b1", [BODY.slice(0, at), BODY.slice(at)]), `${at}`).toBe(
      true,
    );
  expect(isWhole("multipart/form-data; boundary=b1", [...BODY])).toBe(true);
  expect(isWhole("multipart/form-data; boundary=b1", [BODY.trimEnd()])).toBe(true);
});

test.each([
  ["no boundary is named", "multipart/form-data", BODY],
  ["another boundary is named", "multipart/form-data; boundary=b2", BODY],
  ["the end is missing", "multipart/form-data; boundary=b1", BODY.slice(0, -8)],
  ["the beginning is missing", "multipart/form-data; boundary=b1", BODY.slice(2)],
  ["something comes after the end", "multipart/form-data; boundary=b1", `${BODY}more`],
  ["there is nothing in it", "multipart/form-data; boundary=b1", ""],
])("a form is not whole when %s", (_, type, body) => {
  expect(isWhole(type, [body])).toBe(false);
});

test("what is no such form is not judged", () => {
  expect(isWhole("application/x-www-form-urlencoded", ["a=1"])).toBe(true);
  expect(isWhole("text/plain", [""])).toBe(true);
});
