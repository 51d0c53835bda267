import { expect, test } from "vitest";
import { troubleOf } from "./letter.ts";

test.each([
  ["550 no such user …", "recipient"],
  [
    "Can't send mail - all recipients were rejected: 550 5.1.1 <a@b.example>: Recipient address rejected",
    "recipient",
  ],
  ["Invalid login: 535 5.7.8 Error: authentication failed", "sign-in"],
  ["connect ECONNREFUSED 127.0.0.1:1", "away"],
  ["getaddrinfo ENOTFOUND mail.belagt.example", "away"],
  ["Connection timeout", "away"],
  ["Greeting never received", "away"],
  ["self-signed certificate in certificate chain", "certificate"],
  ["Message failed: 451 4.7.1 Greylisting in action, please come back later", "later"],
  ["Message failed: 554 5.7.1 Spam message rejected", "refused"],
  ["Unexpected socket 4500 oddness", "other"],
  ["", "other"],
] as const)("%j is told as %s", (error, trouble) => expect(troubleOf(error)).toBe(trouble));
