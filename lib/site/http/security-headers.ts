import { floorPolicy } from "./csp.ts";

/** Powerful features that no page here uses. Each is switched off by name: there is no way to say "all". */
const features = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/** Signing in with a passkey happens on our own pages; nothing else is let through. */
const allowedHere = new Set(["publickey-credentials-get"]);

/**
 * On every answer, whatever its status: pages, files, data, redirects, errors. What an answer says itself
 * stands; these only fill what it left out. Names are in lower case, as Node keeps them.
 */
export const securityHeaders: ReadonlyMap<string, string> = new Map([
  ["content-security-policy", floorPolicy],
  // Ignored by browsers over plain http, so a newsroom trying Belagt on localhost is not locked out.
  ["strict-transport-security", "max-age=31536000; includeSubDomains"],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "strict-origin-when-cross-origin"],
  ["permissions-policy", features.map((it) => `${it}=${allowedHere.has(it) ? "(self)" : "()"}`).join(", ")],
  ["cross-origin-opener-policy", "same-origin"],
  // Stops other sites from drawing our files into their pages. Embeds and share images send "cross-origin".
  ["cross-origin-resource-policy", "same-origin"],
]);

/** Ask every time, and be told "unchanged" if so: a page is never stale after a publish, and rarely sent twice. */
export const alwaysAsk = "public, max-age=0, must-revalidate";
