import { expect, test } from "vitest";
import { inOrder, type Place } from "./edtf-order.ts";

const place = (id: string, rest: Partial<Place> = {}): Place => ({
  id,
  date: null,
  before: null,
  after: null,
  ...rest,
});
const order = (...places: readonly Place[]) =>
  inOrder(places, (each) => each)
    .map(({ id }) => id)
    .join(" ");

test("dated things stand by their dates, the same dates in the order they came in", () => {
  expect(
    order(
      place("c", { date: "2020" }),
      place("a", { date: "2019-05" }),
      place("d", { date: "2020" }),
      place("b", { date: "2019-11" }),
    ),
  ).toBe("a b c d");
});

test("undated things stand just before or just after the one they are placed by, else last", () => {
  const [a, b] = [place("a", { date: "2019" }), place("b", { date: "2020" })];
  expect(order(place("x", { before: "b" }), place("y", { after: "a" }), place("z"), a, b)).toBe("a y x b z");
  expect(order(place("x", { before: "b" }), place("y", { after: "x" }), a, b)).toBe("a x y b");
  expect(order(place("x", { after: "gone" }), a)).toBe("a x");
});
