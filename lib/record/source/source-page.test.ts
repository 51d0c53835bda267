import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFrontPage, pageKey, samePage, withoutPlace } from "./source-page.ts";

const PAGE = "https://sida.example/nyheter/bad?id=7";

/** Every way we know of to write one address otherwise. */
const SPELLINGS: Readonly<Record<string, (url: string) => string>> = {
  "no scheme's s": (url) => url.replace("https:", "http:"),
  www: (url) => url.replace("//", "//www."),
  "for phones": (url) => url.replace("//", "//m."),
  "the usual port": (url) => url.replace(/^(https?:\/\/[^/:]+)/, "$1:443"),
  "capital letters in the host": (url) => url.replace("sida.example", "Sida.EXAMPLE"),
  "a final dot": (url) => url.replace("sida.example", "sida.example."),
  "a slash at the end": (url) => url.replace(/\/?(\?|#|$)/, "/$1"),
  "where the reader came from": (url) =>
    `${url}${(url.split("#").at(-1) ?? "").includes("?") ? "&" : "?"}utm_source=fb&fbclid=abc`,
  "that, before its route": (url) => {
    const [page = "", ...rest] = url.split("#");
    return [`${page}${page.includes("?") ? "&" : "?"}gclid=x`, ...rest].join("#");
  },
  "a place on it": (url) => (url.includes("#") ? url : `${url}#stycke-3`),
  "a text on it": (url) => `${url}${url.includes("#") ? "" : "#"}:~:text=bad`,
  "letters as percent signs": (url) => url.replace("bad", "%62%61%64"),
  "a user": (url) => url.replace("//", "//someone@"),
  "the Internet Archive": (url) => `https://web.archive.org/web/20200101120000/${url}`,
  "its picture of it": (url) => `http://web.archive.org/web/20200101120000if_/${url}`,
  "the Internet Archive, without a scheme": (url) =>
    `https://web.archive.org/web/20200101120000/${url.replace(/^https?:\/\//, "")}`,
  "the Internet Archive, its address written with percent signs": (url) =>
    `https://web.archive.org/web/20200101120000/${encodeURIComponent(url)}`,
  "the Internet Archive's newest": (url) => `https://web.archive.org/web/${url}`,
  "archive.today": (url) => `https://archive.ph/2020.01.01-120000/${url}`,
  "archive.today, in digits": (url) => `https://archive.ph/20200101120000/${url}`,
  "a national archive": (url) => `https://webarchive.nationalarchives.gov.uk/ukgwa/20200101120000/${url}`,
  "a collection of an archive": (url) => `https://wayback.archive-it.org/1234/20200101120000/${url}`,
  "two slashes": (url) => url.replace(/(\/\/[^/]+)\//, "$1//"),
  "where the reader came from, in capitals": (url) => {
    const [page = "", ...rest] = url.split("#");
    return [`${page}${page.includes("?") ? "&" : "?"}FBCLID=x&UTM_Source=y`, ...rest].join("#");
  },
  "a visit's name": (url) => {
    const [page = "", ...rest] = url.split("#");
    return [`${page}${page.includes("?") ? "&" : "?"}jsessionid=x`, ...rest].join("#");
  },
  "a visit's name in the path": (url) =>
    /\.example\.?(:443)?\/+[a-z]/i.test(url)
      ? url.replace(/([a-z])(?=\?|#|$)/, "$1;jsessionid=0A1B.w2")
      : url,
  "archive.today's newest": (url) => `https://archive.today/newest/${url}`,
  "archive.today's other": (url) => `https://archive.is/o/AbC12/${url}`,
  "another archive": (url) => `https://arquivo.pt/wayback/20190101000000/${url}`,
};
const PAGES = [
  PAGE,
  "https://sida.example/nyheter/bad",
  "https://sida.example/?id=7",
  "https://sida.example/app#!/bad/1",
  "https://sida.example/app?id=7#/bad/2",
];

describe("one page", () => {
  const each = PAGES.flatMap((page) => Object.keys(SPELLINGS).map((name) => [page, name] as const));
  test.each(each)("%s with %s", (page, name) => {
    expect(samePage(SPELLINGS[name]?.(page) ?? "", page)).toBe(true);
  });

  test("whatever is done to its address, in whatever order", () => {
    const steps = fc.array(fc.constantFrom(...Object.keys(SPELLINGS)), { maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...PAGES), steps, (page, names) => {
        // Within an archive's address it is the archive's host that is written otherwise.
        const archived = (name: string) => /[Aa]rchive|picture/.test(name);
        const order = [...names.filter((name) => !archived(name)), ...names.filter(archived)];
        const spelled = [...new Set(order)].reduce((url, name) => SPELLINGS[name]?.(url) ?? url, page);
        expect(pageKey(spelled)).toBe(pageKey(page));
      }),
    );
  });

  test.each([
    ["https://youtu.be/dQw4w9WgXcQ?si=abc", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&pp=x"],
    ["https://youtube.com/shorts/dQw4w9WgXcQ", "https://m.youtube.com/watch?v=dQw4w9WgXcQ&feature=share"],
    ["https://x.com/nagon/status/1?s=20&t=abc", "https://twitter.com/nagon/status/1"],
    ["https://youtube.com/watch?v=dQw4w9WgXcQ&list=PL1&index=2", "https://youtube.com/watch?v=dQw4w9WgXcQ"],
    ["https://youtube.com/watch?start=10&v=dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ?t=10"],
    ["https://music.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"],
    ["https://x.com/nagon/status/1/photo/1", "https://twitter.com/nagon/status/1"],
    ["https://x.com/i/status/1", "https://twitter.com/nagon/status/1"],
    ["https://x.com/i/web/status/1", "https://x.com/NAGON/status/1"],
    ["https://web.facebook.com/a/posts/1", "https://www.facebook.com/a/posts/1"],
    ["https://sv-se.facebook.com/a/posts/1?FBCLID=x", "https://m.facebook.com/a/posts/1"],
    ["https://player.vimeo.com/video/123?h=ab", "https://vimeo.com/123"],
    ["https://vimeo.com/channels/a/123", "https://vimeo.com/123#t=10"],
    ["https://www.instagram.com/nagon/reel/abc/", "https://instagram.com/p/abc"],
    ["https://sv.m.wikipedia.org/wiki/G%C3%B6ta", "https://sv.wikipedia.org/wiki/G\u00f6ta"],
    ["https://sida.example/g%F6ta?ort=%C5", "https://sida.example/g%C3%B6ta?ort=%C3%85"],
    ["https://sida.example/a+b?q=a+b", "https://sida.example/a%2Bb?q=a%20b"],
    ["https://sida.example//a///b", "https://sida.example/a/b"],
    ["https://sida.example/a;jsessionid=1?id=7&PHPSESSID=2", "https://sida.example/a?id=7"],
    ["https://web.archive.org/web/20200101id_/sida.example:8080/a?b=1", "http://sida.example:8080/a?b=1"],
    ["https://web.archive.org/web/2020/sida.example./a", "https://sida.example/a"],
    ["https://megalodon.jp/2020-0101-1200-00/https://sida.example/a", "https://sida.example/a"],
    ["https://www.instagram.com/p/abc/?igsh=x", "https://instagram.com/p/abc"],
    ["https://www.facebook.com/a/posts/1?mibextid=x", "https://m.facebook.com/a/posts/1"],
    ["https://www.tiktok.com/@a/video/1?is_from_webapp=1&sender_device=pc", "https://tiktok.com/@a/video/1"],
    ["https://sida.example/g%C3%B6ta", "https://sida.example/göta"],
    ["https://sida.example/go\u0308ta", "https://sida.example/g%c3%b6ta"],
    ["https://sida.example/?b=2&a=1", "https://sida.example/?a=1&b=2"],
    ["https://sida.example/index.html", "https://sida.example"],
    ["https://bücher.example/x", "https://xn--bcher-kva.example/x"],
    [
      "https://www.google.se/url?sa=t&url=https%3A%2F%2Fsida.example%2Fnyhet&usg=x",
      "https://sida.example/nyhet",
    ],
    [
      "https://l.facebook.com/l.php?u=https%3A%2F%2Fsida.example%2Fnyhet%3Ffbclid%3Dx&h=y",
      "https://sida.example/nyhet",
    ],
    [
      "https://www.youtube.com/redirect?event=a&q=https%3A%2F%2Fsida.example%2Fnyhet",
      "https://sida.example/nyhet",
    ],
    ["https://sida.example/nyhet?srsltid=a&gad_source=1", "https://sida.example/nyhet"],
    ["https://www.google.com/amp/s/sida.example/nyhet", "https://sida.example/nyhet"],
    ["https://sida-example.cdn.ampproject.org/c/s/sida.example/nyhet", "https://sida.example/nyhet"],
    [
      "https://webcache.googleusercontent.com/search?q=cache:sida.example/nyhet",
      "https://sida.example/nyhet",
    ],
    [
      "https://web.archive.org/web/2020/https://archive.ph/20200101/http://sida.example/a",
      "https://sida.example/a",
    ],
    ["https://web.archive.org/web/2020*/http:/sida.example/a".replace("*", ""), "https://sida.example/a"],
  ])("%s is %s", (a, b) => {
    expect(samePage(a, b)).toBe(true);
  });
});

describe("two pages", () => {
  test.each([
    ["https://sida.example/nyhet?id=1", "https://sida.example/nyhet?id=2"],
    ["https://sida.example/nyhet?ref=protokoll-12", "https://sida.example/nyhet?ref=protokoll-13"],
    ["https://sida.example/nyhet?cmp=1", "https://sida.example/nyhet?cmp=2"],
    ["https://sida.example/#!/arende/123", "https://sida.example/#!/arende/456"],
    ["https://sida.example/#/a", "https://sida.example/"],
    ["https://sida.example/a?id=7", "https://sida.example/a"],
    ["https://sida.example/A", "https://sida.example/a"],
    ["https://sida.example:8080/", "https://sida.example/"],
    ["https://nyheter.sida.example/", "https://sida.example/"],
    ["https://youtube.com/watch?v=aaaaaaaaaaa", "https://youtube.com/watch?v=bbbbbbbbbbb"],
    [
      "https://web.archive.org/web/2020/https://a.example/",
      "https://web.archive.org/web/2020/https://b.example/",
    ],
    ["https://archive.ph/AbCdE", "https://archive.ph/FgHiJ"],
    ["https://sida.example/2020/om-http", "https://sida.example/2021/om-http"],
    // Who has another address within its own is no archive.
    ["https://validator.example/check/2020/https://a.example/x", "https://a.example/x"],
    [
      "https://validator.example/check/2020/https://a.example/x",
      "https://validator.example/check/2020/https://a.example/y",
    ],
    ["https://dela.example/20200101120000/a.example/x", "https://a.example/x"],
    ["https://archive.org/details/a.example", "https://a.example/"],
    ["https://archive.ph/AbCdE", "https://archive.ph/AbCdE/image"],
    ["https://x.com/a/status/1", "https://x.com/a/status/12"],
    ["https://x.com/a", "https://x.com/b"],
    // A search is none of the pages that it is about, and who leads on from an address of their own may lead anywhere.
    ["https://www.google.com/search?q=https://sida.example/nyhet", "https://sida.example/nyhet"],
    ["https://www.google.com/url?q=inget", "https://www.google.com/url?q=annat"],
    ["https://dela.example/url?q=https://sida.example/nyhet", "https://sida.example/nyhet"],
    ["https://vimeo.com/123", "https://vimeo.com/1234"],
    ["https://youtube.com/playlist?list=PL1", "https://youtube.com/playlist?list=PL2"],
    ["https://youtube.com/embed/videoseries?list=PL1", "https://youtube.com/embed/videoseries?list=PL2"],
    ["https://a.facebook.com/1", "https://facebook.com/1"],
    ["https://sida.example/?q=%E5", "https://sida.example/?q=%E4"],
    ["https://sida.example/%E5", "https://sida.example/%E4"],
    ["ftp://sida.example/a", "ftp://sida.example/a"],
    ["inget", "inget"],
  ])("%s is not %s", (a, b) => {
    expect(samePage(a, b)).toBe(false);
  });

  test("any two that are asked for by another number, path or route", () => {
    const part = fc.stringMatching(/^[a-z]{1,6}$/);
    const address = fc
      .record({ path: part, id: fc.option(fc.nat(99)), route: fc.option(part) })
      .map(
        ({ path, id, route }) =>
          `https://sida.example/${path}${id === null ? "" : `?id=${id}`}${route === null ? "" : `#!/${route}`}`,
      );
    fc.assert(fc.property(address, address, (a, b) => samePage(a, b) === (a === b)));
  });
});

test("an address is kept without the place on its page, and with what names the page", () => {
  expect(withoutPlace("https://sida.example/a?b=1#stycke-3")).toBe("https://sida.example/a?b=1");
  expect(withoutPlace("https://sida.example/a#:~:text=bad")).toBe("https://sida.example/a");
  expect(withoutPlace("https://sida.example/#!/arende/123")).toBe("https://sida.example/#!/arende/123");
  expect(withoutPlace("https://sida.example/#/a:~:text=bad")).toBe("https://sida.example/#/a");
});

test("a site's front page says nothing of which page was meant", () => {
  expect(["https://sida.example", "https://www.sida.example/index.html"].map(isFrontPage)).toEqual([
    true,
    true,
  ]);
  expect(
    ["https://sida.example/a", "https://sida.example/?id=1", "https://sida.example/#!/a", "x"].map(
      isFrontPage,
    ),
  ).toEqual([false, false, false, false]);
});
