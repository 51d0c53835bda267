import { expect, test } from "vitest";
import { boundaryIn, isWholeForm } from "./whole-form.ts";

const BODY = '--b1\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b1--\r\n';

const isWhole = (type: string, body: string | Buffer) => isWholeForm(type, Buffer.from(body));

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

test("a form is whole with and without a line end behind it", () => {
  expect(isWhole("multipart/form-data; boundary=b1", BODY)).toBe(true);
  expect(isWhole("multipart/form-data; boundary=b1", BODY.trimEnd())).toBe(true);
});

test.each([
  ["no boundary is named", "multipart/form-data", BODY],
  ["another boundary is named", "multipart/form-data; boundary=b2", BODY],
  ["the end is missing", "multipart/form-data; boundary=b1", BODY.slice(0, -8)],
  ["the beginning is missing", "multipart/form-data; boundary=b1", BODY.slice(2)],
  ["something comes after the end", "multipart/form-data; boundary=b1", `${BODY}more`],
  ["there is nothing in it", "multipart/form-data; boundary=b1", ""],
])("a form is not whole when %s", (_, type, body) => {
  expect(isWhole(type, body)).toBe(false);
});

test("what is no such form is whole as it is, if it is text", () => {
  expect(isWhole("application/x-www-form-urlencoded", "a=1")).toBe(true);
  expect(isWhole("text/plain;charset=UTF-8", "")).toBe(true);
  expect(isWhole("text/plain", Buffer.from([0x61, 0xff]))).toBe(false);
});

test("text is UTF-8, in every field and every name; a file is whatever it is", () => {
  const form = (head: string, content: Buffer) =>
    Buffer.concat([
      Buffer.from(`--b1\r\nContent-Disposition: form-data; name="a"\r\n\r\nå\r\n--b1\r\n`),
      Buffer.from(head, "latin1"),
      Buffer.from("\r\n\r\n"),
      content,
      Buffer.from("\r\n--b1--\r\n"),
    ]);
  const type = "multipart/form-data; boundary=b1";
  const field = 'Content-Disposition: form-data; name="b"';
  const file = `${field}; filename="x.pdf"\r\nContent-Type: application/pdf`;
  const bytes = Buffer.from([0xe5, 0x0d, 0x0a, 0xff]);
  expect(isWhole(type, form(field, Buffer.from("ö")))).toBe(true);
  expect(isWhole(type, form(field, bytes))).toBe(false);
  expect(isWhole(type, form(file, bytes))).toBe(true);
  expect(isWhole(type, form('Content-Disposition: form-data; name="\xe5"', Buffer.from("x")))).toBe(false);
  expect(isWhole(`${type}; charset=utf-16`, form(field, Buffer.from("x")))).toBe(false);
  expect(isWhole(`${type}; charset=UTF-8`, form(field, Buffer.from("x")))).toBe(true);
});
