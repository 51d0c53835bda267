import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canonicalAddress,
  type FetchRules,
  isPublicAddress,
  judgeAddresses,
  judgeRedirect,
  judgeUrl,
  nat64Prefix,
  type WebPlace,
} from "./safe-fetch-address.ts";

const NONE: FetchRules = { allow: [], own: [] };

function place(url: string, rules = NONE): WebPlace {
  const judged = judgeUrl(url, rules);
  if (!judged.ok) throw new Error(`${url}: ${judged.reason}`);
  return judged.value;
}
const reason = (result: { ok: true } | { ok: false; reason: string }) => (result.ok ? "ok" : result.reason);

describe("an address that may be fetched", () => {
  test.each([
    ["http://example.org", "http://example.org/", "example.org", 80, false],
    ["https://EXAMPLE.org:443/a?b=c#d", "https://example.org/a?b=c", "example.org", 443, true],
    ["http://example.org:443/", "http://example.org:443/", "example.org", 443, false],
    ["https://example.org./", "https://example.org./", "example.org", 443, true],
    [
      "https://räksmörgås.example/å",
      "https://xn--rksmrgs-5wao1o.example/%C3%A5",
      "xn--rksmrgs-5wao1o.example",
      443,
      true,
    ],
    ["exa\tmple.org", "", "", 0, false],
    ["http://exa\tmple.org/", "http://example.org/", "example.org", 80, false],
    ["http://0x08.8.8.8/", "http://8.8.8.8/", "8.8.8.8", 80, false],
    ["https://[2606:4700:4700::1111]/", "https://[2606:4700:4700::1111]/", "2606:4700:4700::1111", 443, true],
  ])("%j is taken apart after parsing", (raw, url, host, port, secure) => {
    const judged = judgeUrl(raw, NONE);
    if (!url) expect(reason(judged)).toBe("not-a-web-address");
    else expect(judged).toEqual({ ok: true, value: { url, host, port, secure, allowed: false } });
  });

  test("may be 2,048 characters long and not one more", () => {
    const at = (length: number) => "https://example.org/".padEnd(length, "a");
    expect(reason(judgeUrl(at(2048), NONE))).toBe("ok");
    expect(reason(judgeUrl(at(2049), NONE))).toBe("too-long");
  });
});

describe("every spelling of a private IPv4 address", () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const spellings = (parts: readonly number[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts;
    const number = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
    const hex = (value: number) => `0x${value.toString(16)}`;
    const octal = (value: number) => `0${value.toString(8)}`;
    return [
      parts.join("."),
      parts.map(hex).join("."),
      parts.map(octal).join("."),
      [hex(a), octal(b), c, d].join("."),
      `${a}.${((b << 16) | (c << 8) | d) >>> 0}`,
      `${a}.${b}.${(c << 8) | d}`,
      `${number}`,
      hex(number),
      octal(number),
      parts.join("。"),
      `${parts.join(".")}.`,
      `[::ffff:${parts.join(".")}]`,
      `[64:ff9b::${parts.join(".")}]`,
    ];
  };

  test.each([[127], [10], [0], [169, 254], [192, 168], [240]])(
    "beginning with %i is refused",
    (...prefix) => {
      fc.assert(
        fc.property(fc.tuple(octet, octet, octet, octet), (any) => {
          const parts = [...prefix, ...any].slice(0, 4);
          for (const host of spellings(parts)) {
            expect(reason(judgeUrl(`http://${host}/`, NONE)), host).toBe("private-address");
          }
        }),
        { numRuns: 200 },
      );
    },
  );
});

describe("the edges of what is public", () => {
  test.each([
    ["9.255.255.255", true],
    ["10.0.0.0", false],
    ["10.255.255.255", false],
    ["11.0.0.0", true],
    ["100.63.255.255", true],
    ["100.64.0.0", false],
    ["100.127.255.255", false],
    ["100.128.0.0", true],
    ["126.255.255.255", true],
    ["128.0.0.0", true],
    ["169.253.255.255", true],
    ["169.255.0.0", true],
    ["172.15.255.255", true],
    ["172.16.0.0", false],
    ["172.31.255.255", false],
    ["172.32.0.0", true],
    ["192.0.0.255", false],
    ["192.0.1.0", true],
    ["192.0.2.255", false],
    ["192.0.3.0", true],
    ["192.88.99.0", false],
    ["192.167.255.255", true],
    ["192.169.0.0", true],
    ["198.17.255.255", true],
    ["198.20.0.0", true],
    ["198.51.100.255", false],
    ["203.0.114.0", true],
    ["223.255.255.255", true],
    ["224.0.0.0", false],
    ["255.255.255.255", false],
    ["1fff:ffff::1", false],
    ["2000::", true],
    ["2001:1ff:ffff::1", false],
    ["2001:200::", true],
    ["2001:db7:ffff::1", true],
    ["2001:db8::", false],
    ["2001:db9::", true],
    ["2001:ffff::1", true],
    ["2002::", false],
    ["2003::", true],
    ["3ffe::", false],
    ["3ffe:ffff::1", false],
    ["3ffd:ffff::1", true],
    ["2606:4700::5efe:a00:1", false],
    ["2606:4700::5efe:5db8:d70e", false],
    ["2606:4700::200:5efe:5db8:d70e", false],
    ["2606:4700:0:0:1:5efe:a00:1", true],
    ["2606:4700::a00:1", false],
    ["2606:4700::10.0.0.1", false],
    ["2606:4700::7f00:1", false],
    ["2606:4700::a9fe:a9fe", false],
    ["2606:4700::5db8:d70e", true],
    ["2606:4700::feed:1", true],
    ["2606:4700::1", true],
    ["2606:4700::1111", true],
    ["3fff:fff::1", false],
    ["3fff:1000::", true],
    ["4000::", false],
    ["2606:4700::1%eth0", false],
    ["example.org", false],
    ["", false],
  ])("%s: %s", (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});

describe("the operator's list", () => {
  const rules = { allow: ["127.0.0.1:8080", "wiki.internal:443", "[fd00::7]:80"], own: [] };
  test.each([
    ["http://127.0.0.1:8080/", "ok"],
    ["https://127.0.0.1:8080/", "ok"],
    ["http://127.1:8080/", "ok"],
    ["https://wiki.internal/", "ok"],
    ["https://WIKI.internal./", "ok"],
    ["http://[fd00:0::7]/", "ok"],
    ["http://127.0.0.1/", "private-address"],
    ["http://127.0.0.1:8081/", "private-address"],
    ["http://127.0.0.2:8080/", "private-address"],
    ["http://localhost:8080/", "private-address"],
    ["http://wiki.internal/", "private-address"],
    ["https://x.wiki.internal/", "private-address"],
    ["http://example.org:8080/", "port-not-allowed"],
  ])("is compared by host and port: %s is %s", (url, expected) => {
    expect(reason(judgeUrl(url, rules))).toBe(expected);
  });

  test("lets an allowed name be anywhere, and no other", () => {
    expect(judgeAddresses(place("https://wiki.internal/", rules), ["10.0.0.7"], rules, [])).toEqual({
      ok: true,
      value: ["10.0.0.7"],
    });
    expect(reason(judgeAddresses(place("http://example.org/", rules), ["127.0.0.1"], rules, []))).toBe(
      "private-address",
    );
  });

  test("without a port allows nothing", () => {
    expect(reason(judgeUrl("http://127.0.0.1/", { allow: ["127.0.0.1", "127.0.0.1:"], own: [] }))).toBe(
      "private-address",
    );
  });

  test("does not reach over what is our own", () => {
    const both = { allow: ["127.0.0.1:3000", "127.0.0.1:4000"], own: ["127.0.0.1:3000"] };
    expect(reason(judgeUrl("http://127.0.0.1:3000/", both))).toBe("own-address");
    expect(reason(judgeUrl("http://127.0.0.1:4000/", both))).toBe("ok");
  });
});

describe("what the name service answers", () => {
  const page = place("https://example.org/");
  test("is refused when one address of many is not public", () => {
    expect(reason(judgeAddresses(page, ["93.184.215.14", "fd00::1"], NONE, []))).toBe("private-address");
  });
  test("is refused when it is this machine's own public address", () => {
    expect(reason(judgeAddresses(page, ["1.1.1.1"], NONE, ["127.0.0.1", "1.1.1.1"]))).toBe("own-address");
    expect(reason(judgeAddresses(page, ["2606:4700:0::1"], NONE, ["2606:4700::1"]))).toBe("own-address");
  });
  test("is the list of addresses to connect to, in one spelling each", () => {
    expect(judgeAddresses(page, ["2606:4700:0::1", "2606:4700::1", "1.1.1.1"], NONE, [])).toEqual({
      ok: true,
      value: ["2606:4700::1", "1.1.1.1"],
    });
  });
  test("may be nothing", () => {
    expect(reason(judgeAddresses(page, [], NONE, []))).toBe("name-not-found");
  });
});

describe("a redirect", () => {
  const rules = { allow: ["127.0.0.1:8080"], own: [] };
  test("is read as a browser reads it, against the page it is on", () => {
    const from = place("https://example.org/a/b?c");
    expect(judgeRedirect("../d#e", from, NONE)).toMatchObject({ value: { url: "https://example.org/d" } });
    expect(judgeRedirect("//example.com", from, NONE)).toMatchObject({ value: { host: "example.com" } });
    expect(reason(judgeRedirect("http://[", from, NONE))).toBe("not-a-web-address");
    expect(reason(judgeRedirect("x".repeat(2049), from, NONE))).toBe("too-long");
  });
  test("never leads from an encrypted page to an open one", () => {
    const from = place("https://example.org/");
    expect(reason(judgeRedirect("http://example.org/", from, NONE))).toBe("insecure-redirect");
    expect(reason(judgeRedirect("https://example.org/", place("http://example.org/"), NONE))).toBe("ok");
  });
  test("never leads from the public internet into the operator's network", () => {
    expect(reason(judgeRedirect("http://127.0.0.1:8080/", place("http://example.org/"), rules))).toBe(
      "private-address",
    );
    expect(reason(judgeRedirect("/next", place("http://127.0.0.1:8080/", rules), rules))).toBe("ok");
  });
});

describe("the network's own way to IPv4", () => {
  // 93.184.215.14 and 10.0.0.1 behind each length of prefix (RFC 6052 §2.2).
  test.each([
    ["64:ff9b::/96", "64:ff9b::5db8:d70e", "64:ff9b::a00:1"],
    ["2001:db8:122::/48", "2001:db8:122:5db8:d7:e00::", "2001:db8:122:a00:0:100::"],
    ["2a01:4f8::/32", "2a01:4f8:5db8:d70e::", "2a01:4f8:a00:1::"],
    ["2a01:4f8:100::/40", "2a01:4f8:15d:b8d7:e::", "2a01:4f8:10a:0:1::"],
    ["2a01:4f8:122:300::/56", "2a01:4f8:122:35d:b8:d70e::", "2a01:4f8:122:30a:0:1::"],
    ["2a01:4f8:122:344::/64", "2a01:4f8:122:344:5d:b8d7:e00:0", "2a01:4f8:122:344:a:0:100:0"],
  ])("by %s is judged by where it leads", (prefix, open, near) => {
    const nat64 = [nat64Prefix(prefix)];
    expect([isPublicAddress(open, nat64), isPublicAddress(near, nat64)]).toEqual([true, false]);
    expect(reason(judgeUrl(`http://[${near}]/`, { ...NONE, nat64 }))).toBe("private-address");
    expect(reason(judgeAddresses(place("http://example.org/"), [near], { ...NONE, nat64 }, []))).toBe(
      "private-address",
    );
    expect(reason(judgeAddresses(place("http://example.org/"), [open], { ...NONE, nat64 }, []))).toBe("ok");
  });

  test("is named as one", () => {
    for (const bad of ["", "64:ff9b::", "64:ff9b::/95", "10.0.0.0/8", "64:ff9b::/x"])
      expect(() => nat64Prefix(bad), bad).toThrow();
  });
});

test("an IPv6 address has one spelling", () => {
  expect(canonicalAddress("2606:4700:0000::0001")).toBe("2606:4700::1");
  expect(canonicalAddress("[::1]")).toBe("::1");
  expect(canonicalAddress("10.0.0.1")).toBe("10.0.0.1");
});
