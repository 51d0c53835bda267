import { expect, test } from "vitest";
import { isWebAddress } from "./language-schema.ts";

test("an address of the open web is taken as it is written", () => {
  for (const address of [
    "https://exempelby.example/protokoll?sida=3#stycke-2",
    "HTTP://EXEMPELBY.EXAMPLE",
    "https://exempelby.example/räksmörgås",
    "https://exempelby.example/%00",
  ])
    expect(isWebAddress(address), address).toBe(true);
});

test("one that a browser would read otherwise than a person, or a database not at all, is refused", () => {
  for (const address of [
    "https://exempelby.example/\0",
    "https://exempelby.example/a\0b",
    "https://exempelby.example/\u202Eabc",
    "https://exempelby.example/\u200Babc",
    "https://exempelby.example/\uFEFF",
    "https://exempel\tby.example/",
    "https://exempelby.example/\nabc",
    "https://exempelby.example/\uD800",
    "javascript:alert(1)",
    "data:text/html,x",
    "//exempelby.example",
    "https://namn:losen@exempelby.example/",
    "https://namn@exempelby.example/",
    "https://127.0.0.1/",
    "https://[::1]/",
  ])
    expect(isWebAddress(address), JSON.stringify(address)).toBe(false);
});
