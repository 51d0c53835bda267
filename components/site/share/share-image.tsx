import { ImageResponse } from "next/og";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { SHARE_SIZE, ShareCard, ShareSite } from "./share-card";
import { shareFonts } from "./share-fonts";
import type { ShareCardProps } from "./share-words";

/** @param keep - seconds that others may keep it; other sites may show it, that is what it is for */
export async function claimImage(card: ShareCardProps, keep: number): Promise<Response> {
  return new ImageResponse(<ShareCard {...card} />, {
    ...SHARE_SIZE,
    fonts: await shareFonts(),
    headers: headers(keep),
  });
}

export async function siteImage(locale: Locale, keep: number): Promise<Response> {
  const tagline = translator(locale)("site.tagline");
  return new ImageResponse(<ShareSite tagline={tagline} />, {
    ...SHARE_SIZE,
    fonts: await shareFonts(),
    headers: headers(keep),
  });
}

const headers = (keep: number) => ({
  "cache-control": `public, max-age=${keep}`,
  "cross-origin-resource-policy": "cross-origin",
});
