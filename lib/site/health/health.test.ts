import { expect, test } from "vitest";
import { healthWords } from "./health.ts";

const MB = 1024 * 1024;

test.each([
  [true, "enough", 200, /^ready\n$/],
  [true, "scarce", 200, /^ready\n.*getting full: 60 MB free\n$/],
  [true, "none", 503, /^not ready\nthe disk is full: 60 MB free/],
  [false, "enough", 503, /^not ready\nthe database does not answer/],
  [false, "none", 503, /^not ready\nthe database [^\n]+\nthe disk is full/],
] as const)("database answers: %s, room: %s → %i", (isReady, state, status, text) => {
  const said = healthWords(isReady, { state, free: 60 * MB });
  expect(said.status).toBe(status);
  expect(said.text).toMatch(text);
});
