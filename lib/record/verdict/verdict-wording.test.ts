import { expect, test } from "vitest";
import { wordingFlags } from "./verdict-wording.ts";

const sv = (text: string) => wordingFlags([{ sv: text, en: "" }]).map(({ word }) => word);
const en = (text: string) => wordingFlags([{ sv: "", en: text }]).map(({ word }) => word);

test("words that say more than a check can are asked about", () => {
  expect(sv("Exempelby är skyldig till flytten.")).toEqual(["skyldig"]);
  expect(en("The mayor lied. This is proven.")).toEqual(["lied", "proven"]);
});

test("a sentence that names who says so, or denies, asserts nothing", () => {
  expect(sv("Enligt Exempelbladet har borgmästaren ljugit.")).toEqual([]);
  expect(en("Being wrong is not lying.")).toEqual([]);
  expect(sv("Exempelbladet skriver att det är olagligt. Det är olagligt.")).toEqual(["olagligt"]);
});

test("somebody's exact words are theirs", () => {
  expect(sv("Ordet ”lögnare” står i brevet.")).toEqual([]);
});

test("a word inside another is another word", () => {
  expect(sv("Skyldigheten att svara är ny.")).toEqual([]);
});
