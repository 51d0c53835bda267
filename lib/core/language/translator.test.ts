import { afterEach, expect, test } from "vitest";
import { keepRatingNames } from "../rating/rating-names.ts";
import { LOCALES } from "./language.ts";
import { hasPublisher, keepPublicationName, publicationName } from "./publication-name.ts";
import { translator, usualRatingName } from "./translator.ts";

afterEach(() => {
  keepRatingNames({});
  keepPublicationName(null);
});

test("a publication's own name of a rating stands where the usual one would, in both languages", () => {
  keepRatingNames({ supported: { sv: "stämmer", en: "correct" } });
  expect(translator("sv")("ratings.supported")).toBe("stämmer");
  expect(translator("en")("ratings.supported")).toBe("correct");
  expect(translator("sv")("ratings.contradicted")).toBe("motbevisat");
  expect(usualRatingName("sv", "supported")).toBe("belagt");
  keepRatingNames({});
  expect(translator("sv")("ratings.supported")).toBe("belagt");
});

test.each(["{name}", "it's so", "''", "<b>sant</b>", "{", "ja } nej '{'"])(
  "a name is words and no pattern: %s",
  (name) => {
    keepRatingNames({ supported: { sv: name, en: name } });
    expect(translator("sv")("ratings.supported")).toBe(name);
    keepPublicationName(name);
    expect(translator("sv")("site.name")).toBe(name);
    expect(translator("sv")("claim.notAsked")).toBe(`Inte tillfrågad av ${name}.`);
  },
);

test("the newsroom's own name stands where the product's did, as soon as it has one", () => {
  expect([publicationName(), hasPublisher()]).toEqual(["Belagt", false]);
  for (const locale of LOCALES) expect(translator(locale)("site.name")).toBe("Belagt");
  keepPublicationName("Exempelbladet");
  expect(hasPublisher()).toBe(true);
  for (const locale of LOCALES) {
    const t = translator(locale);
    const said = [
      ...[t("site.name"), t("site.toFront"), t("claim.notAsked"), t("front.title"), t("party.noScore")],
      t("replyPosts.asked", { party: "P", claims: "1", deadline: "d" }),
      t("claim.citationUnrated", { year: "2026", claim: "C", date: "d" }),
    ];
    for (const sentence of said) {
      expect(sentence).toContain("Exempelbladet");
      expect(sentence).not.toContain("Belagt");
    }
  }
});
