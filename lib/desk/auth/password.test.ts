import { expect, test } from "vitest";
import { hashPassword, isPassword, TooManyAtOnce } from "./password.ts";
import { passwordFault } from "./password-rules.ts";

const anna = { email: "anna.ekstrom@belagt.example", name: "Anna Ekström" };

test("a password is right exactly as it was typed", async () => {
  const typed = "  båtar 🚤 i Kramfors ";
  const hash = await hashPassword(typed);
  expect(hash).not.toContain("Kramfors");
  expect(await isPassword(typed, hash)).toBe(true);
  for (const other of [typed.trim(), typed.normalize("NFD"), typed.toLowerCase(), ""])
    expect(await isPassword(other, hash)).toBe(false);
  expect(await isPassword(typed, null)).toBe(false);
});

test("the same password has another hash each time", async () => {
  expect(await hashPassword("sju gröna båtar")).not.toBe(await hashPassword("sju gröna båtar"));
});

test("a flood waits, and beyond the queue is turned away", async () => {
  const tried = await Promise.allSettled(Array.from({ length: 80 }, () => isPassword("x", null)));
  const refused = tried.filter((each) => each.status === "rejected");
  expect(refused.length).toBe(80 - 2 - 30);
  expect(refused.every((each) => each.reason instanceof TooManyAtOnce)).toBe(true);
});

test.each([
  "Sju gröna båtar",
  " ledande blanksteg",
  "🚤🚤🚤🌊🌊🌲🌲🏔🏔☀🌙⭐",
  "a b c d e f g h i",
  "öööööö väder i natt",
])("%j is taken", (password) => expect(passwordFault(password, anna)).toBeNull());

test("1,024 characters are taken, however many bytes they are; one more is not", () => {
  expect(passwordFault(`sju gröna båtar ${"ö".repeat(1008)}`, anna)).toBeNull();
  expect(passwordFault(`sju gröna båtar ${"ö".repeat(1009)}`, anna)).toBe("password-too-long");
});

test.each([
  ["elva tecken", "password-too-short"],
  ["", "password-too-short"],
  ["sju gröna\0båtar", "password-unreadable"],
  [`sju gröna båtar ${String.fromCharCode(0xd800)}`, "password-unreadable"],
  ["password1234", "password-common"],
  ["Password2026!!", "password-common"],
  ["P@ssw0rd2026!", "password-common"],
  ["qwertyqwerty", "password-common"],
  ["aaaaaaaaaaaaaa", "password-common"],
  ["123456789012", "password-common"],
  ["anna.ekstrom@belagt.example", "password-about-you"],
  ["Anna Ekström", "password-about-you"],
  ["098765432109", "password-common"],
  ["annaekstrom1", "password-about-you"],
  ["AnnaEkström12", "password-about-you"],
  ["Anna Ekström seglar", null],
])("%j: %s", (password, fault) => expect(passwordFault(password, anna)).toBe(fault));
