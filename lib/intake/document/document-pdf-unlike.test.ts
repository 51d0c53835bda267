import { describe, expect, test } from "vitest";
import { readPdf } from "./document-pdf.ts";
import { sheet } from "./document-pdf-seen.fixture.ts";
import { HONEST, LYING, NAMELESS } from "./document-pdf-unlike.fixture.ts";
import { readDocument } from "./document-read.ts";

async function read(bytes: Uint8Array) {
  const result = await readDocument(bytes, { fileName: "beslut.pdf", mediaType: "application/pdf" });
  if (!result.ok) throw new Error(result.reason);
  const copy = await readPdf(result.value.publicCopy);
  if (!copy.ok) throw new Error(copy.reason);
  return {
    flags: result.value.flags,
    text: result.value.pages.map(({ text }) => text).join("\n"),
    copied: copy.value.pages.map(({ text }) => text).join("\n"),
  };
}

test.each(LYING)(
  "letters that say something else than they show are not read: $what",
  async ({ make, said }) => {
    const { flags, text, copied } = await read(make());
    expect(text).toContain("Ovrig text");
    for (const each of [text, copied])
      expect(each.replace(/\s/g, "")).not.toContain(said.slice(-6).replace(/\s/g, ""));
    expect(copied.trim()).toBe("");
    expect(flags).toContain("pages-as-pictures");
  },
);

test.each(LYING.filter(({ what }) => what !== "what is to be said instead"))(
  "and whoever handed them in is told: $what",
  async ({ make }) => expect((await read(make())).flags).toContain("letters-look-otherwise"),
);

test.each(HONEST)("letters that say what they show are read: $what", async ({ make, words }) => {
  const { flags, text, copied } = await read(make());
  expect(text).toContain(words);
  expect(copied).toContain(words);
  expect(flags).not.toContain("letters-look-otherwise");
  expect(flags).not.toContain("pages-as-pictures");
});

test.each(NAMELESS)(
  "a word that is covered counts, though its letters say that they are $what",
  async ({ make }) => {
    const { flags, copied } = await read(make());
    expect(flags).toEqual(expect.arrayContaining(["has-hidden-text", "pages-as-pictures"]));
    expect(copied.trim()).toBe("");
  },
);

describe("what contrasts with what is under it", () => {
  const on = (ground: string, ink: string) =>
    sheet({ content: `q ${ground} 0 0 300 200 re f Q q ${ink} BT /F1 14 Tf 20 100 Td (Anmalare) Tj ET Q` });

  test.each([
    ["black on white", "1 g", "0 g"],
    ["white on black", "0 g", "1 g"],
    ["white on blue", "0.1 0.2 0.5 rg", "1 g"],
    ["yellow on dark blue", "0 0 0.4 rg", "1 1 0 rg"],
    ["grey on white", "1 g", "0.6 g"],
    ["grey on black", "0 g", "0.4 g"],
    ["red on grey", "0.8 g", "0.8 0 0 rg"],
  ])("is read: %s", async (_, ground, ink) => {
    const { text, flags } = await read(on(ground, ink));
    expect(text).toBe("Anmalare");
    expect(flags).toEqual([]);
  });

  test.each([
    ["white on white", "1 g", "1 g"],
    ["nearly white on white", "1 g", "0.93 g"],
    ["pale yellow on white", "1 g", "1 1 0.75 rg"],
    ["white on pale yellow", "1 1 0.8 rg", "1 g"],
    ["black on black", "0 g", "0 g"],
    ["nearly black on black", "0 g", "0.08 g"],
    ["dark blue on black", "0 g", "0 0 0.2 rg"],
    ["grey on the same grey", "0.5 g", "0.55 g"],
    ["light on light", "0.9 0.9 1 rg", "0.95 0.95 1 rg"],
  ])("and what does not is hidden: %s", async (_, ground, ink) => {
    const { text, flags } = await read(on(ground, ink));
    expect(text).toBe("");
    expect(flags).toContain("has-hidden-text");
  });
});
