/** What a stranger may vary in an address, over every route there is: none of it is kept without end. */
import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addressAt, publicAddresses, RECORD_ADDRESSES, unbounded } from "./public-addresses.ts";

/** The routes of app/, as a build names them, and whether what they answer is kept. */
const ROUTES = globSync("app/**/{page.tsx,route.ts}").map((file) => ({
  route: `/${file}`
    .replace("/app", "")
    .replace(/\/(?:page\.tsx|route\.ts)$/, "")
    .replaceAll(/\/\([^)]+\)/g, ""),
  isKept: !/dynamic = "force-dynamic"/.test(readFileSync(file, "utf8")),
  source: readFileSync(file, "utf8"),
}));
const all = ROUTES.map(({ route }) => route);
const kept = ROUTES.filter(({ isKept, route }) => isKept && !route.startsWith("/[locale]/desk")).map(
  ({ route }) => route,
);
const addresses = publicAddresses(all, kept);
const at = (path: string) => addressAt(path, addresses);

test("every route says whether its answers are kept or made each time, or is the desk's, or data", () => {
  expect(all.length).toBeGreaterThan(80);
  const silent = ROUTES.filter(
    ({ route, source }) =>
      !/dynamic = "force-(?:static|dynamic)"/.test(source) &&
      !/^\/\[locale\]\/(?:desk|sign-in)|^\/(?:json|api)\//.test(route),
  );
  expect(silent.map(({ route }) => route)).toEqual([]);
});

test("each that keeps something by what stands in its address says which there are", () => {
  const byAddress = kept.filter((route) => !/^\/(?:json|api)\/|^\/\[locale\]\/(?:sign-in)/.test(route));
  expect(unbounded(byAddress)).toEqual([]);
  expect(unbounded([...byAddress, "/[locale]/claims/[slug]/by/[day]"])).toEqual(["/claims/[slug]/by/[day]"]);
  for (const { address } of RECORD_ADDRESSES)
    expect(
      all.some(
        (route) => route.replace(/^\/(?:\[locale\]|json)|(?<=^\/feeds)\/\[locale\]\/record/, "") === address,
      ),
      address,
    ).toBe(true);
});

/** Every route of app/ by an address that leads to it, each part written as one that could be there. */
const WRITTEN: Readonly<Record<string, string>> = {
  "[id]": "0198c0de-0000-7000-8000-000000000000",
  "[copyId]": "0198c0de-0000-7000-8000-000000000001",
  "[file]": "sv.png",
  "[version]": "2",
  "[seq]": "0",
};
/** Of routes whose address has another form, one that leads there. */
const LED_TO: Readonly<Record<string, string>> = {
  "/feeds/[locale]/record/[file]": "/feeds/all.atom",
  "/feeds/[locale]/[kind]/[slug]/[format]": "/claims/x.feed.json",
  "/feeds/[locale]/disputes/[slug]/ics": "/disputes/x.ics",
  "/feeds/[locale]/search/[format]": "/search.atom",
};
const INVENTED = all
  .filter((route) => !/\[\.\.\.|\/as-of\//.test(route))
  .map((route) => {
    const led = LED_TO[route];
    if (led) return led;
    const path = route.replace(/^\/\[locale\]/, "") || "/";
    const source = path.startsWith("/json/sources/") ? path.replace("[slug]", "[id]") : path;
    const written = source.replaceAll(/\[\w+\]/g, (part) => WRITTEN[part] ?? "x");
    return written.startsWith("/json/") ? `${written.slice("/json".length)}.json` : written;
  });

test.each(INVENTED)("%s, which leads to a route of ours, gets by the door", (path) => {
  expect(at(path).what).not.toBe("missing");
  const inEnglish = !/^\/(?:share|api|healthz|readyz|document\.js)\b/.test(path);
  if (inEnglish) expect(at(`/en${path === "/" ? "" : path}`).what).not.toBe("missing");
});

test("every address that a reader is given is found", () => {
  for (const path of [
    "/",
    "/en",
    "/search",
    "/en/search",
    "/log",
    "/method",
    "/corrections",
    "/tip",
    "/en/tip/7",
  ])
    expect(at(path), path).toMatchObject({ what: "there" });
  for (const path of ["/readyz", "/share/sv.png", "/_next/static/chunks/a%5Bb%5D.js", "/sv/claims/x"])
    expect(at(path), path).toMatchObject({ what: "there" });
  for (const path of [
    "/desk",
    "/en/desk/claims/x/wording",
    "/reply/x",
    "/sign-in/reset/x",
    "/claims/x/objection/1",
  ])
    expect(at(path), path).toMatchObject({ what: "there" });
  expect(at("/en/claims/x/v/2.json")).toMatchObject({ what: "record", values: ["x", "2"], data: true });
  expect(at("/log/12.json")).toMatchObject({ what: "record", values: ["12"], data: true });
  expect(at("/log.json")).toEqual({ what: "there", isKept: false });
  expect(at("/share/claims/x/v/2/sv.png")).toMatchObject({ what: "record", values: ["x", "2"] });
});

test.each([
  "/claims/X",
  "/claims/x/v/01",
  "/claims/x/v/0",
  "/claims/x/v/9999999",
  "/claims/x%20",
  "/log/7",
  "/log/07.json",
  "/log/-1.json",
  "/log/9999999999.json",
  "/sources/7",
  "/sources/0198C0DE-0000-7000-8000-000000000000",
  "/share/de.png",
  "/share/sv.jpg",
  "/en/share/sv.png",
  "/share/claims/x/de.png",
  "/disputes/x/as-of/2026-01-01T00:00:00Z",
  "/json/claims/x",
  "/nothing",
  "/en/readyz",
  "/desk/nothing/here",
  "/-",
  "/en/-",
])("%s is one with everything else that is missing", (path) =>
  expect(at(path)).toMatchObject({ what: "missing" }),
);

const paths = fc
  .array(
    fc.constantFrom(
      ..."/ /v/ /copies/ x X 7 07 - . .json .. %20 é sv.png claims sources log".split(" "),
      WRITTEN["[id]"] ?? "",
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(""));

test("whatever is invented leads to a row of the record, or to what is the same for everybody", () => {
  fc.assert(
    fc.property(
      paths,
      fc.constantFrom("", "/claims", "/share", "/en/disputes", "/sources"),
      (path, first) => {
        const found = at(`${first}/${path}`);
        if (found.what === "record") expect(found.values.join("")).toMatch(/^[a-z\d-]+$/);
      },
    ),
  );
});
