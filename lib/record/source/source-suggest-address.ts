/** Which pages are one publication, as far as addresses can tell. */
import { plainHost, webAddress } from "./source-page.ts";

/**
 * Places where anybody publishes: the host says nothing of who wrote. The services for press releases are among them.
 * What is missing here costs a wrong suggestion, which somebody reads before it becomes an edge.
 */
const ANYBODYS = [
  ...["facebook.com", "instagram.com", "x.com", "twitter.com", "linkedin.com", "tiktok.com", "threads.net"],
  ...["youtube.com", "youtu.be", "vimeo.com", "reddit.com", "medium.com", "substack.com", "wordpress.com"],
  ...["blogspot.com", "github.com", "github.io", "docs.google.com", "drive.google.com", "sites.google.com"],
  ...["dropbox.com", "issuu.com", "scribd.com", "archive.org", "archive.today", "archive.ph", "archive.is"],
  ...["mynewsdesk.com", "cision.com", "via.tt.se", "prnewswire.com", "businesswire.com", "globenewswire.com"],
];

/** Services that carry nothing but press releases. */
const PRESS_SERVICE = /(^|\.)(mynewsdesk|cision|prnewswire|businesswire|globenewswire)\.com$|^via\.tt\.se$/;

/** The host that a publication goes by; null where the host says nothing of who publishes. */
export function publicationHost(url: string | null): string | null {
  const parsed = url === null ? null : webAddress(url);
  if (!parsed) return null;
  const host = plainHost(parsed);
  return ANYBODYS.some((open) => host === open || host.endsWith(`.${open}`)) ? null : host;
}

/**
 * The widest of the known hosts that this one lies under: "nyheter.example.se" is "example.se" where that is known.
 * Without the Public Suffix List, which names where a registry ends, two parts are the fewest: of two hosts beside each
 * other nothing is concluded.
 */
export function widestHost(host: string, known: ReadonlySet<string>): string {
  const parts = host.split(".");
  for (let count = 2; count < parts.length; count++) {
    const wider = parts.slice(-count).join(".");
    if (known.has(wider)) return wider;
  }
  return host;
}

/** Whether an address says that what stands there is a press release. */
export function isPressAddress(url: string | null): boolean {
  const parsed = url === null ? null : webAddress(url);
  if (!parsed) return false;
  return PRESS_SERVICE.test(plainHost(parsed)) || /press-?(meddelande|release)/i.test(parsed.pathname);
}
