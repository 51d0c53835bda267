/** The words of the interface: the same keys with the same arguments in both languages, and none that nobody says. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const filesBelow = (folder: string, ending: RegExp) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter(
      (file) =>
        ending.test(file) && !/\.(test|fixture)\.tsx?$/.test(file) && !file.startsWith("lib/generated/"),
    );

type Messages = { readonly [key: string]: string | Messages };

const leaves = (messages: Messages, before = ""): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${before}${key}`, value]] : leaves(value, `${before}${key}.`),
  );

const wordsIn = (file: string) => new Map(leaves(JSON.parse(readFileSync(join(ROOT, file), "utf8"))));

/** Where one language needs an argument that the other has no use for. */
const IN_ONE_LANGUAGE = new Map([["withdrawal.counted", "Swedish inflects the word by how many there are"]]);

/** Every file of Swedish words, by its folder; the English ones stand beside them. */
const FILES = filesBelow("messages", /(^|\/)sv\.json$/);

/**
 * The arguments of a message (ICU MessageFormat), in the branches of its plurals and selects too. A quoted brace is
 * text.
 */
function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const text = message.replaceAll(/'[{}<>#|][^']*'?/g, "");
  let at = 0;
  const until = (end: RegExp) => {
    const start = at;
    while (at < text.length && !end.test(text.charAt(at))) at++;
    return text.slice(start, at).trim();
  };
  const branch = () => {
    for (until(/[{}]/); text.charAt(at) === "{"; until(/[{}]/)) argument();
    at++;
  };
  const argument = () => {
    at++;
    found.add(until(/[,}]/));
    if (text.charAt(at) === ",") {
      at++;
      const kind = until(/[,}]/);
      if (/^(plural|select|selectordinal)$/.test(kind)) {
        for (until(/[{}]/); text.charAt(at) === "{"; until(/[{}]/)) {
          at++;
          branch();
        }
      } else until(/\}/);
    }
    at++;
  };
  branch();
  return [...found].sort();
}

test("the arguments of a message are found in its branches too", () => {
  expect(
    argumentsOf("{n, plural, =0 {none} one {# of {party}} other {# of {total}}}, {at, date, long}"),
  ).toEqual(["at", "n", "party", "total"]);
  expect(argumentsOf("a '{quoted}' brace")).toEqual([]);
});

describe.each(FILES)("%s and its English", (file) => {
  const sv = wordsIn(file);
  const en = wordsIn(file.replace(/sv\.json$/, "en.json"));

  test("have the same keys", () => expect([...en.keys()].sort()).toEqual([...sv.keys()].sort()));

  test("are given the same arguments", () => {
    const wrong = [...sv].filter(
      ([key, text]) => `${argumentsOf(text)}` !== `${argumentsOf(en.get(key) ?? text)}`,
    );
    expect(wrong.map(([key]) => key).filter((key) => !IN_ONE_LANGUAGE.has(key))).toEqual([]);
  });

  test("leave no sentence empty", () => {
    expect([...sv, ...en].filter(([, text]) => text.trim() === "")).toEqual([]);
  });
});

/** Where the product itself is meant, and not whoever publishes with it. */
const OF_THE_PRODUCT = ["site.madeWith"];

test("readers and parties are told by whoever publishes, not by the product", () => {
  const files = ["messages", "messages/replies", "messages/voices"].flatMap((folder) =>
    ["sv", "en"].map((locale) => wordsIn(`${folder}/${locale}.json`)),
  );
  const named = files.flatMap((words) => [...words].filter(([, text]) => /Belagt/.test(text)));
  expect([...new Set(named.map(([key]) => key))]).toEqual(OF_THE_PRODUCT);
  const sources = [
    "app/[locale]/(record)",
    "app/[locale]/(voices)",
    "components/record",
    "components/core",
    "components/site",
  ];
  const inCode = sources
    .flatMap((folder) => filesBelow(folder, /\.tsx$/))
    .filter((file) =>
      /(["'`>]|^\s*)Belagt\b/m.test(
        readFileSync(join(ROOT, file), "utf8").replaceAll(/^\s*(\*|\/[/*]).*$/gm, ""),
      ),
    );
  expect(inCode).toEqual([]);
});

describe("every message is said somewhere", () => {
  const source = [
    ...["lib", "components", "app"].flatMap((folder) => filesBelow(folder, /\.tsx?$/)),
    "prisma/schema.prisma",
  ]
    .map((file) => readFileSync(join(ROOT, file), "utf8"))
    .join("\n");
  /** Keys as they are written whole: "claim.verdict". */
  const whole = new Set(
    [...source.matchAll(/["'`]([a-zA-Z][\w-]*(?:\.[\w-]+)+)["'`]/g)].map(([, key]) => key),
  );
  /** Every word of the source, for keys that are put together: `ratings.${rating}` is said if there is such a rating. */
  const words = new Set(source.match(/[\w-]+/g));
  const together = [...source.matchAll(/`((?:[\w.-]|\$\{[^{}`]+\})+)`/g)]
    .map(([, key = ""]) => key)
    .filter((key) => key.includes("${") && key.includes("."))
    .map((key) => new RegExp(`^${key.replaceAll(".", "\\.").replaceAll(/\$\{[^}]*\}/g, "([\\w-]+)")}$`));
  const isSaid = (key: string) =>
    whole.has(key) ||
    together.some((pattern) => {
      const [match, ...values] = pattern.exec(key) ?? [];
      return match !== undefined && values.every((value) => words.has(value));
    });

  test.each(FILES)("%s", (file) => {
    expect([...wordsIn(file).keys()].filter((key) => !isSaid(key))).toEqual([]);
  });
});
