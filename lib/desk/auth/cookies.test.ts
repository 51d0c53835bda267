import { expect, test } from "vitest";
import { cookiesOf } from "./cookies.ts";

test("over https no other host and no unsafe connection can set or read our cookies", () => {
  expect(cookiesOf("https://belagt.example")).toEqual({
    session: "__Host-belagt",
    link: "__Host-belagt-link",
    attributes: { httpOnly: true, secure: true, sameSite: "lax", path: "/" },
  });
});

test("over plain http they have no prefix that a browser would refuse", () => {
  const { session, attributes } = cookiesOf("http://localhost:3000");
  expect(session).toBe("belagt");
  expect(attributes).toMatchObject({ httpOnly: true, secure: false, sameSite: "lax" });
});
