import { expect, test } from "vitest";
import { type PageDescription, pageMetadata } from "./page-metadata.ts";

const page: PageDescription = {
  locale: "sv",
  path: "/claims/x",
  title: "”Något har hänt”: obelagt",
  description: "Påstående av Kramfors kommun.",
  kind: "article",
  baseUrl: "https://belagt.example",
  siteName: "Belagt",
  image: {
    path: "/share/claims/x/v/1/sv.png",
    alt: "Kramfors kommun påstår: Något har hänt. Bedömning: obelagt.",
  },
  published: "2026-11-23T12:00:00.000Z",
  modified: "2026-11-24T12:00:00.000Z",
  json: "/claims/x.json",
};

test("a page has one canonical address and names both languages, Swedish by default", () => {
  for (const locale of ["sv", "en"] as const) {
    const { alternates } = pageMetadata({ ...page, locale });
    expect(alternates?.canonical).toBe(`https://belagt.example${locale === "en" ? "/en" : ""}/claims/x`);
    expect(alternates?.languages).toEqual({
      sv: "https://belagt.example/claims/x",
      en: "https://belagt.example/en/claims/x",
      "x-default": "https://belagt.example/claims/x",
    });
    expect(alternates?.types).toEqual({ "application/json": "https://belagt.example/claims/x.json" });
  }
});

test("Open Graph has what ogp.me requires, and the image says in words what it shows", () => {
  expect(pageMetadata(page).openGraph).toMatchObject({
    title: page.title,
    type: "article",
    url: "https://belagt.example/claims/x",
    siteName: "Belagt",
    locale: "sv_SE",
    alternateLocale: "en_GB",
    publishedTime: page.published,
    modifiedTime: page.modified,
    images: [
      {
        url: "https://belagt.example/share/claims/x/v/1/sv.png",
        width: 1200,
        height: 630,
        type: "image/png",
        alt: page.image?.alt,
      },
    ],
  });
  expect(pageMetadata(page).twitter).toMatchObject({ card: "summary_large_image" });
});

test("a page without an image of its own shows the site's, in its language", () => {
  const { openGraph } = pageMetadata({ ...page, locale: "en", kind: "website", image: undefined });
  expect(openGraph).toMatchObject({
    type: "website",
    images: [{ url: "https://belagt.example/share/en.png" }],
  });
  expect(openGraph).not.toHaveProperty("publishedTime");
});

test("the site's name follows the title once", () => {
  expect(pageMetadata(page).title).toEqual({ absolute: `${page.title} – Belagt` });
  expect(pageMetadata({ ...page, title: "Belagt: vem som sade vad" }).title).toEqual({
    absolute: "Belagt: vem som sade vad",
  });
});

test("only a page that asks for it is kept out of indexes", () => {
  expect(pageMetadata(page)).not.toHaveProperty("robots");
  expect(pageMetadata({ ...page, noindex: true }).robots).toEqual({ index: false, follow: true });
});
