import { afterEach, expect, test } from "vitest";
import { keepRatingNames } from "../rating/rating-names.ts";
import { translator, usualRatingName } from "./translator.ts";

afterEach(() => keepRatingNames({}));

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
  },
);
