import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Sprite } from "@/components/core/rating/sprite";
import { RATINGS, ratingSlug } from "@/lib/core/rating/rating";
import { INK, INK_2, INK_3, PAPER, RATING_COLOUR, SHAPES } from "./share-mark";

const sprite = renderToStaticMarkup(createElement(Sprite));
const tokens = readFileSync(new URL("../../../app/styles/tokens.css", import.meta.url), "utf8");
/** The light page's colours stand first. */
const token = (name: string) => new RegExp(`--color-${name}:\\s*(#[0-9a-f]{6})`).exec(tokens)?.[1];

test("each mark in a shared image has the shape it has on the page", () => {
  for (const rating of RATINGS) {
    const drawn = renderToStaticMarkup(SHAPES[rating]("currentColor"));
    const [, onPage] = new RegExp(`id="m-${ratingSlug(rating)}"[^>]*>(.*?)</symbol>`).exec(sprite) ?? [];
    expect(drawn).toBe(onPage);
  }
});

test("the colours of a shared image are those of the light page", () => {
  for (const rating of RATINGS) expect(RATING_COLOUR[rating]).toBe(token(ratingSlug(rating)));
  expect([INK, INK_2, INK_3, PAPER]).toEqual(["ink", "ink-2", "ink-3", "paper"].map(token));
});
