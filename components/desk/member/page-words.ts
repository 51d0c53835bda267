import type { Metadata } from "next";
import { askedFor } from "@/lib/core/asked-for";
import type { Locale } from "@/lib/core/language/language";
import { type Translator, translator } from "@/lib/core/language/translator";

/** Head tags of a page that is nobody's but the reader's own. */
export const privateMetadata = (locale: Locale, title: string): Metadata => ({
  title: `${title} – ${translator(locale)("site.name")}`,
  robots: { index: false, follow: false },
});

/** What has just happened, in words: `?note=` names one of ours, or says nothing. */
export function noteWords(
  t: Translator,
  space: "entry" | "account" | "people" | "letters",
  asked: Parameters<typeof askedFor>[0],
): string | null {
  const key = `${space}.notes.${askedFor(asked, "note")}`;
  return /^[a-z-]+\.notes\.[a-z-]+$/.test(key) && t.has(key as never)
    ? t(key as "entry.notes.signed-out")
    : null;
}
