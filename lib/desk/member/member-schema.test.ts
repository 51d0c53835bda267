import { expect, test } from "vitest";
import { email } from "../../core/email-schema.ts";

test.each([
  ["Anna@Belagt.Example", "anna@belagt.example"],
  ["  anna@belagt.example\n", "anna@belagt.example"],
  ["anna+tips@belagt.example", "anna+tips@belagt.example"],
])("%j is kept as %s", (given, kept) => expect(email.parse(given)).toBe(kept));

test.each([
  "",
  "anna",
  "anna@belagt",
  "anna@belagt.example.",
  "anna\uFF20belagt.example",
  "ann\u0430@belagt.example",
  "anna@belagt.example\0",
  "anna@belagt.example\r\nBcc: all@belagt.example",
  "anna@belagt.example, eva@belagt.example",
  "Anna <anna@belagt.example>",
  `${"a".repeat(320)}@belagt.example`,
])("%j is no address of ours", (given) => expect(email.safeParse(given).success).toBe(false));
