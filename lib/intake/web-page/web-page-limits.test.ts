import { describe, expect, test } from "vitest";
import { runParser } from "../parser/parser-run.ts";

const MB = 1024 * 1024;
const hints = { url: "https://www.exempelby.example/stor", contentType: "text/html", status: 200 };
const sentence =
  "Nämnden fick rapporten om bron över Exempelån på tisdagen, och kommunen tar ställning till den. ";

/** Pages that are cheap to send and dear to read. */
const PAGES: Readonly<Record<string, string>> = {
  "5 MB of text": `<main>${`<p>${sentence.repeat(80)}</p>`.repeat(640)}</main>`,
  "10 MB in one paragraph": `<p>${sentence.repeat(104_000)}`,
  "two million paragraphs": "<p>x".repeat(2_200_000),
  "nine million signs that begin nothing": `${"<".repeat(9 * MB)}<p>x`,
  "a tree as wide and as deep as is allowed": `${"<div>".repeat(38)}${`<p>${sentence}<a href="/x">länk</a></p>`.repeat(12_000)}`,
};

describe("in its child process, with 256 MB", () => {
  test.each(Object.keys(PAGES))("%s", async (name) => {
    const body = new TextEncoder().encode(`<!doctype html><html lang="sv"><title>Stor</title>${PAGES[name]}`);
    const read = await runParser("web-page", body, hints);
    expect(read.ok && read.value.kind).toBe("page");
    expect(read.ok && read.value.title).toBe("Stor");
  });
});
