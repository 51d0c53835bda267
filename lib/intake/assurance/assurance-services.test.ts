/** What an operator writes in one line about the services of others. */
import { describe, expect, test } from "vitest";
import { namedServices, serviceAddress } from "./assurance-services.ts";

const authorities = (text: string) => namedServices(text, { placeholder: false });
const archives = (text: string) => namedServices(text, { placeholder: true });

describe("services are read", () => {
  test("with their names, in their order", () => {
    expect(authorities(" Stämpel A = https://a.example/tsr,b=https://b.example:444/?key=1=2,")).toEqual([
      { name: "Stämpel A", url: "https://a.example/tsr" },
      { name: "b", url: "https://b.example:444/?key=1=2" },
    ]);
  });

  test("as none when nothing is written", () => {
    expect(authorities("")).toEqual([]);
    expect(archives(" , ")).toEqual([]);
  });

  test("without encryption on this machine alone", () => {
    for (const host of ["localhost:8080", "127.0.0.1", "127.8.8.8:1", "[::1]:9", "0x7f.1"])
      expect(authorities(`a=http://${host}/`)).toHaveLength(1);
    for (const host of ["a.example", "10.0.0.1", "localhost.a.example", "127.0.0.1.a.example", "[::2]"])
      expect(() => authorities(`a=http://${host}/`)).toThrow("http:// is for this machine only");
  });
});

describe("an entry is refused with a sentence that names it", () => {
  test.each([
    ["https://tsa.example/", "“https://tsa.example/”: write it as name=https://…"],
    ["=https://tsa.example/", "write it as name=https://…"],
    ["a", "“a”: the address cannot be read"],
    ["a=", "the address cannot be read"],
    ["a=tsa.example", "the address cannot be read"],
    ["a=ftp://tsa.example/", "must begin with https://"],
    ["a=https://me:secret@tsa.example/", "user name or password"],
    ["a=https://tsa.example/#x", "an address with #"],
    ["a=https://tsa.example/{url}", "{url} has no meaning here"],
    ["a=https://x.example/,a=https://y.example/", "“a” is named twice"],
    ["a=https://x.example/,<b>=https://y.example/", "“<b>=https://y.example/”: write it as"],
  ])("%s", (text, sentence) => expect(() => authorities(text)).toThrow(sentence));

  test.each([
    ["a=https://archive.example/save/", "{url} must stand in it once"],
    ["a=https://archive.example/{url}/{url}", "{url} must stand in it once"],
    ["a=https://{url}/save", "{url} must stand after the host"],
    ["a=https://{url}.archive.example/save", "{url} must stand after the host"],
    ["a=https://archive.example{url}", "{url} must stand after the host"],
  ])("%s", (text, sentence) => expect(() => archives(text)).toThrow(sentence));
});

describe("the address for one page", () => {
  const PAGE = "https://exempelby.example/a?b=c&d=$&";
  const addressIn = (url: string) => serviceAddress({ name: "a", url }, PAGE);

  test("has it whole in a path", () => {
    expect(addressIn("https://archive.example/save/{url}")).toBe(`https://archive.example/save/${PAGE}`);
  });

  test("has it encoded in a query", () => {
    expect(addressIn("https://archive.example/?url={url}&now=1")).toBe(
      `https://archive.example/?url=${encodeURIComponent(PAGE)}&now=1`,
    );
  });
});
