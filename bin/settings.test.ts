import path from "node:path";
import { expect, test } from "vitest";
import { readSettings, root } from "./settings.ts";

const given = (surroundings: Record<string, string>) => readSettings({ NODE_ENV: "test", ...surroundings });

test("with nothing set, it serves port 3000 from its own database in .data", () => {
  expect(given({})).toEqual({
    databaseUrl: undefined,
    dataDir: path.join(root, ".data"),
    baseUrl: "http://localhost:3000",
    port: 3000,
    host: undefined,
  });
});

test("the address follows the port unless it is set", () => {
  expect(given({ PORT: "8080" }).baseUrl).toBe("http://localhost:8080");
  expect(given({ PORT: "8080", BELAGT_BASE_URL: "https://belagt.example" }).baseUrl).toBe(
    "https://belagt.example",
  );
});

test("an empty value means not set", () => {
  expect(given({ DATABASE_URL: "", PORT: "", HOST: "" })).toEqual(given({}));
});

test("every setting that cannot be understood is named at once", () => {
  expect(() => given({ PORT: "many", DATABASE_URL: "mysql://x" })).toThrow(/DATABASE_URL.*PORT/);
});

test.each([
  ["BELAGT_FETCH_ALLOW", "intranet.exempelby.example:8080", "host:port=IP address"],
  ["BELAGT_TIMESTAMP_AUTHORITIES", "stämpel=http://exempelby.example", "https://"],
  ["BELAGT_OUTSIDE_ARCHIVES", "arkiv=https://exempelby.example/save", "{url}"],
  ["BELAGT_TIMESTAMP_ROOTS", "package.json", "certificates"],
])("%s that cannot be understood is told at the start, with what it should be", (key, value, words) => {
  expect(() => given({ [key]: value })).toThrow(words);
});
