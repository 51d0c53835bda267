import { expect, test } from "vitest";
import { mayPublishAgainst, repliesWeighedIn, replyState } from "./reply.ts";

const noon = "2026-11-23T12:00:00.000Z";
const before = "2026-11-22T12:00:00.000Z";
const after = "2026-11-24T12:00:00.000Z";

test("a party that was never asked is not silent", () => {
  expect(replyState({ answered: false, deadline: null }, noon)).toBe("not_asked");
});

test("a request waits until its deadline and is unanswered from that moment", () => {
  expect(replyState({ answered: false, deadline: after }, noon)).toBe("waiting");
  expect(replyState({ answered: false, deadline: noon }, noon)).toBe("no_answer");
});

test("an answer counts even after the deadline", () => {
  expect(replyState({ answered: true, deadline: before }, noon)).toBe("answered");
});

test("nothing is published against a party that is still waited for, or was not asked without a reason", () => {
  const request = { answered: false, deadline: after, reasonNotAsked: null };
  expect(mayPublishAgainst(request, noon)).toBe(false);
  expect(mayPublishAgainst({ ...request, deadline: null }, noon)).toBe(false);
  expect(
    mayPublishAgainst({ ...request, deadline: null, reasonNotAsked: "a demonstration asks no one" }, noon),
  ).toBe(true);
  expect(mayPublishAgainst({ ...request, deadline: before }, noon)).toBe(true);
});

test("an answer is unweighed when the frozen verdict does not have it, whatever day it came", () => {
  const reply = { text: "Vi delar inte bilden.", receivedAt: before };
  const heard = repliesWeighedIn([{ party: { slug: "exempelby" }, replies: [reply] }]);
  expect(heard("exempelby", reply)).toBe(true);
  expect(heard("andra-byn", reply)).toBe(false);
  expect(heard("exempelby", { ...reply, text: "Något annat." })).toBe(false);
});
