import { expect, test } from "vitest";
import { chosenStage } from "./test.ts";

test("without a choice every stage runs", () => {
  expect(chosenStage([])).toEqual({ only: undefined, rest: [] });
});

test("what follows a chosen stage is for its runner", () => {
  expect(chosenStage(["--only=unit", "lib/record/verdict"])).toEqual({
    only: "unit",
    rest: ["lib/record/verdict"],
  });
});

test("a stage that does not exist is refused", () => {
  expect(() => chosenStage(["--only=units"])).toThrow(/no stage called units/);
});
