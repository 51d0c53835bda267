import { expect, test } from "vitest";
import { ownPath } from "./own-path.ts";

test.each(["/desk", "/en/desk", "/desk/claims/0190", "/desk?q=x&page=2", "/en/desk/account/password"])(
  "%s is a page of the desk",
  (path) => expect(ownPath(path, "sv")).toBe(path),
);

test.each([
  "",
  "/",
  "/claims/x",
  "desk",
  "//evil.example",
  "//evil.example/desk",
  "/\\evil.example",
  "\\\\evil.example",
  "/%5cevil.example",
  "/%2f%2fevil.example",
  "/desk/..//evil.example",
  "/desk//evil.example",
  "/desk/../../evil",
  "/desk/%2e%2e/%2e%2e/",
  "/desk\\@evil.example",
  "/desk@evil.example",
  "/deskevil",
  "/en/desk.evil.example",
  "https://evil.example/desk",
  "javascript:alert(1)",
  "/desk\r\nSet-Cookie: x=1",
  "/desk\t",
  " /desk",
  "/desk#<script>",
  "/desk?x=<script>",
  `/desk/${"a".repeat(600)}`,
])("%j leads to the desk itself", (path) => {
  expect(ownPath(path, "sv")).toBe("/desk");
  expect(ownPath(path, "en")).toBe("/en/desk");
});
