import { afterEach, expect, test } from "vitest";
import { LOCALES } from "@/lib/core/language/language";
import { keepPublicationName } from "@/lib/core/language/publication-name";
import { siteMetadata } from "./metadata";

afterEach(() => keepPublicationName(null));

test.each(LOCALES)(
  "no page is for search engines until somebody publishes, and then under their name (%s)",
  (locale) => {
    const page = { locale, path: "/claims/x", title: "T", description: "D", kind: "article" } as const;
    expect(siteMetadata(page)).toMatchObject({ robots: { index: false }, title: { absolute: "T – Belagt" } });
    keepPublicationName("Exempelbladet");
    expect(siteMetadata(page)).toMatchObject({ title: { absolute: "T – Exempelbladet" } });
    expect(siteMetadata(page)).not.toHaveProperty("robots");
    expect(siteMetadata({ ...page, noindex: true })).toHaveProperty("robots");
  },
);
