import type { MetadataRoute } from "next";
import { env } from "@/lib/core/env";

/** Made when asked for, as the address is not known while building. */
export const dynamic = "force-dynamic";

/**
 * The record is there to be found. What is left out has no end (searches, the record at every moment it ever stood) or
 * nothing for a stranger (the desk). This is a wish, not a gate: the desk is shut where its data is read.
 */
export default function robots(): MetadataRoute.Robots {
  const closed = ["/desk", "/sign-in"];
  const endless = ["/search?", "/*?asOf="];
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [...closed, ...closed.map((path) => `/en${path}`), ...endless, "/en/search?"],
    },
    sitemap: `${env.BELAGT_BASE_URL}/sitemap.xml`,
  };
}
