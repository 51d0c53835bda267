import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { developmentPolicy, floorPolicy, inlineScripts, noncePolicy, pagePolicy } from "./csp.ts";
import { isFrameworkScript, joinDataScripts } from "./next-internals.ts";

const sha256 = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const data = 'self.__next_f.push([1,"1:\\"å\\"\\n"])';
const first = "(self.__next_f=self.__next_f||[]).push([0])";

test("a page's policy names each of the framework's inline scripts once, by the hash of its exact text", () => {
  const policy = pagePolicy(
    `<script>${first}</script><p>å</p><script>${data}</script><script>${data}</script>`,
  );
  expect(policy).toContain(`script-src 'self' ${sha256(first)} ${sha256(data)};`);
});

test("the framework's scripts are one call with JSON inside", () => {
  const chunks =
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["a.js"]});';
  for (const text of [data, first, chunks]) expect(isFrameworkScript(text)).toBe(true);
});

test("the framework's data scripts become one, and what they say stays the same", () => {
  const push = (text: string) => `<script>self.__next_f.push([1,"${text}"])</script>`;
  expect(joinDataScripts(`<p>x</p>${push("a\\n")}${push("\\u003cb")}${push("c")}</body>`)).toBe(
    `<p>x</p>${push("a\\n\\u003cbc")}</body>`,
  );
  const withBytes = `${push("a")}<script>self.__next_f.push([3,"AAAA"])</script>${push("b")}`;
  expect(joinDataScripts(withBytes)).toBe(withBytes);
});

test("a script that got into the page by itself is not named, however it is dressed", () => {
  const strangers = [
    "alert(1)",
    "",
    "self.__next_f.push([1,alert(1)])",
    'self.__next_f.push([1,"a"]);alert(1)',
    'self.__next_f.push([1,"a"]);alert(1);self.__next_f.push([1,"b"])',
    "alert(1);self.__next_f.push([0])",
    'self.__next_f.push([1,"a"])//\nalert(1)',
  ];
  for (const text of strangers) {
    expect(isFrameworkScript(text)).toBe(false);
    expect(pagePolicy(`<script>${text}</script>`)).toContain("script-src 'self';");
  }
});

test("scripts with a source and data blocks are not inline scripts", () => {
  const html =
    '<script src="/a.js" async=""></script><script type="application/ld+json">{"@type":"ClaimReview"}</script>' +
    '<script id="_R_" type="module">m()</script><script type=text/javascript>t()</script>';
  expect(inlineScripts(html)).toEqual(["m()", "t()"]);
});

test("an attribute that holds a > or the letters src does not hide a script", () => {
  expect(inlineScripts('<script data-note="a > b src=x">seen()</script>')).toEqual(["seen()"]);
  expect(inlineScripts('<SCRIPT data-src-x="1">upper()</SCRIPT >')).toEqual(["upper()"]);
});

test("no policy of production allows unnamed inline code, eval, another base or a frame around the page", () => {
  for (const policy of [pagePolicy(`<script>${data}</script>`), noncePolicy("bm9uY2U="), floorPolicy]) {
    expect(policy).not.toMatch(/unsafe-|\*|https?:/);
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/base-uri 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
  }
});

test("a directive stands once in each policy: browsers ignore the second one", () => {
  for (const policy of [pagePolicy(""), noncePolicy("n"), floorPolicy, developmentPolicy]) {
    const names = policy.split("; ").map((directive) => directive.split(" ")[0]);
    expect(new Set(names).size).toBe(names.length);
  }
});
