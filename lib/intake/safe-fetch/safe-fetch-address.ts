/**
 * Which addresses may be fetched. An address typed by a person, or named by a page that sends us on, must not make our
 * server talk to itself, to its neighbours or to the service that knows its secrets (OWASP: server-side request forgery).
 *
 * Everything is judged after parsing (WHATWG URL), never on the text as it was typed: `127.1`, `0x7f.1`, `2130706433`,
 * full-width and circled digits are all 127.0.0.1 to the parser, and no pattern knows every such spelling.
 */
import { BlockList, isIP, isIPv4, isIPv6 } from "node:net";
import { done, type Result, refused } from "../../core/result.ts";
import type { FetchReason } from "./safe-fetch-outcome.ts";

/** Longer addresses break in browsers, mail and other people's archives. */
const LONGEST = 2048;

/** Not globally reachable, or not one machine: IANA's special-purpose registry (RFC 6890), multicast and reserved. */
const NOT_PUBLIC_V4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  // One cloud keeps its metadata at an address that is public everywhere else.
  ["168.63.129.16", 32],
];

/**
 * IPv6 is an allow list: only global unicast, so that mapped IPv4 (::ffff:0:0/96), NAT64 (64:ff9b::/96, which a block
 * list of IPv4 does not see through), loopback, link-local and unique local are out without being named.
 */
const PUBLIC_V6: readonly [string, number] = ["2000::", 3];

/** Inside global unicast, yet no public host: Teredo and ORCHID, documentation twice, 6to4, the 6bone that was given back. */
const NOT_PUBLIC_V6: readonly (readonly [string, number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3ffe::", 16],
  ["3fff::", 20],
];

const notPublic = new BlockList();
for (const [network, bits] of NOT_PUBLIC_V4) notPublic.addSubnet(network, bits, "ipv4");
for (const [network, bits] of NOT_PUBLIC_V6) notPublic.addSubnet(network, bits, "ipv6");
const globalUnicast = new BlockList();
globalUnicast.addSubnet(...PUBLIC_V6, "ipv6");

/** Names that mean "near here" whatever a resolver says, and those under which clouds keep their machines' secrets. */
const NEAR_HERE = [
  "localhost",
  "localdomain",
  "local",
  "internal",
  "intranet",
  "private",
  "corp",
  "home",
  "lan",
  "svc",
  "home.arpa",
  "metadata.goog",
  "metadata.tencentyun.com",
  "metadata.packet.net",
  "metadata.platformequinix.com",
];

export interface FetchRules {
  /**
   * `host:port` of the operator's own network that may be fetched although it is not public, and whatever the port. The
   * host is the one in the address, a name or an IP, compared exactly.
   */
  readonly allow: readonly string[];
  /** Where we answer ourselves: names or IPs, with a port or for every port. Refused, also when allowed above. */
  readonly own: readonly string[];
  /** Prefixes (`64:ff9b::/96`) by which our network reaches IPv4. */
  readonly nat64?: readonly string[];
}

/** An address that may be asked for, taken apart. */
export interface WebPlace {
  /** Without a fragment, which is never sent. */
  readonly url: string;
  /** A name without the final dot, or an IP without brackets. */
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  /** On the operator's list, so that it need not be public. */
  readonly allowed: boolean;
}

const withoutDot = (name: string) => name.replace(/\.$/, "");
const withoutBrackets = (host: string) => host.replace(/^\[(.*)\]$/, "$1");

/** One spelling for each IP address; what is no address stays as it is. */
export function canonicalAddress(address: string): string {
  const text = withoutBrackets(address);
  if (!isIPv6(text) || !URL.canParse(`http://[${text}]`)) return text.toLowerCase();
  return withoutBrackets(new URL(`http://[${text}]`).hostname);
}

/**
 * Whether an IP address belongs to the public internet. What cannot be read does not.
 *
 * @param nat64 - prefixes by which the operator's network reaches IPv4: there the IPv4 address is judged
 */
export function isPublicAddress(address: string, nat64: readonly string[] = []): boolean {
  if (isIPv4(address)) return !notPublic.check(address, "ipv4");
  if (!isIPv6(address) || address.includes("%")) return false;
  const translated = nat64.flatMap((prefix) => ipv4Behind(address, prefix) ?? []);
  if (translated.length > 0) return translated.every((ipv4) => isPublicAddress(ipv4));
  return globalUnicast.check(address, "ipv6") && !notPublic.check(address, "ipv6") && !leadsInside(address);
}

const inside = new BlockList();
for (const network of ["10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"]) {
  const [start = "", bits] = network.split("/");
  inside.addSubnet(start, Number(bits), "ipv4");
}

/**
 * Whether an IPv4 address stands in an IPv6 one by which a network of its own leads there: ISATAP (RFC 5214, whatever its
 * prefix), or one of a neighbour's in the last four bytes with nothing before them, as in a NAT64 of which nobody has told us.
 */
function leadsInside(address: string): boolean {
  const [fifth = 0, sixth = 0, seventh = 0, eighth = 0] = groupsOf(address).slice(4);
  if ((fifth === 0 || fifth === 0x0200) && sixth === 0x5efe) return true;
  return fifth === 0 && sixth === 0 && inside.check(dotted([seventh, eighth]), "ipv4");
}

const dotted = (groups: readonly number[]) => groups.flatMap((group) => [group >> 8, group & 255]).join(".");

/** @throws Error when it is no prefix of a NAT64 (RFC 6052 §2.2) */
export function nat64Prefix(text: string): string {
  const [network = "", bits = ""] = text.split("/");
  if (!isIPv6(network) || !(bits in BEHIND))
    throw new Error(`"${text}" is not an IPv6 prefix of 32, 40, 48, 56, 64 or 96 bits`);
  return `${canonicalAddress(network)}/${bits}`;
}

/** Where the four bytes stand behind a prefix of so many bits: the ninth is left out. */
const BEHIND: Readonly<Record<string, readonly number[]>> = {
  32: [4, 5, 6, 7],
  40: [5, 6, 7, 9],
  48: [6, 7, 9, 10],
  56: [7, 9, 10, 11],
  64: [9, 10, 11, 12],
  96: [12, 13, 14, 15],
};

function ipv4Behind(address: string, prefix: string): string | null {
  const [network = "", bits = ""] = prefix.split("/");
  const list = new BlockList();
  list.addSubnet(network, Number(bits), "ipv6");
  if (!list.check(address, "ipv6")) return null;
  const bytes = groupsOf(address).flatMap((group) => [group >> 8, group & 255]);
  return (BEHIND[bits] ?? []).map((at) => bytes[at]).join(".");
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = "", tail] = canonicalAddress(address).split("::");
  const numbers = (text: string) =>
    text.split(":").flatMap((group) => (group ? [Number.parseInt(group, 16)] : []));
  const [first, last] = [numbers(head), numbers(tail ?? "")];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}

/** `host:port` or `host` in the spelling of `WebPlace`; the host may be an IPv6 address with or without brackets. */
function parts(entry: string): { host: string; port: number | null } {
  if (isIP(entry)) return { host: canonicalAddress(entry), port: null };
  const [, host = entry, port] = /^(.*?)(?::(\d{1,5}))?$/.exec(entry.trim()) ?? [];
  const parsed = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host;
  return { host: withoutDot(withoutBrackets(parsed)), port: port ? Number(port) : null };
}

const isListed = (entries: readonly string[], host: string, port: number, anyPort: boolean) =>
  entries
    .map(parts)
    .some((entry) => entry.host === host && (entry.port === port || (anyPort && !entry.port)));

function isNearHere(host: string, nat64: readonly string[] | undefined): boolean {
  if (isIP(host)) return !isPublicAddress(host, nat64);
  // A name of one label is looked for in the network the machine stands in.
  return !host.includes(".") || NEAR_HERE.some((name) => host === name || host.endsWith(`.${name}`));
}

/** Judges an address before anything is asked of anybody, the name service included. */
export function judgeUrl(raw: string, rules: FetchRules): Result<WebPlace, FetchReason> {
  if (raw.length > LONGEST) return refused("too-long");
  if (!URL.canParse(raw)) return refused("not-a-web-address");
  const url = new URL(raw);
  if (url.protocol !== "http:" && url.protocol !== "https:") return refused("not-a-web-address");
  if (url.username || url.password) return refused("has-credentials");
  url.hash = "";
  if (url.href.length > LONGEST) return refused("too-long");

  const secure = url.protocol === "https:";
  const host = withoutDot(withoutBrackets(url.hostname));
  const port = url.port ? Number(url.port) : secure ? 443 : 80;
  if (!isIP(host) && host.split(".").some((label) => label === "" || label.length > 63)) {
    return refused("not-a-web-address");
  }
  if (isListed(rules.own, host, port, true)) return refused("own-address");
  const allowed = isListed(rules.allow, host, port, false);
  if (!allowed && isNearHere(host, rules.nat64)) return refused("private-address");
  if (!allowed && port !== 80 && port !== 443) return refused("port-not-allowed");
  return done({ url: url.href, host, port, secure, allowed });
}

/**
 * Judges where a page sends us, by the same rules and two more: never from an encrypted page to one that anybody on the
 * way can change, and never from the public internet into the operator's own network, list or no list.
 */
export function judgeRedirect(
  location: string,
  from: WebPlace,
  rules: FetchRules,
): Result<WebPlace, FetchReason> {
  if (location.length > LONGEST) return refused("too-long");
  if (!URL.canParse(location, from.url)) return refused("not-a-web-address");
  const to = judgeUrl(new URL(location, from.url).href, from.allowed ? rules : { ...rules, allow: [] });
  return to.ok && from.secure && !to.value.secure ? refused("insecure-redirect") : to;
}

/**
 * Judges what the name service answered. All of it must be public: one private address among public ones is the mark of
 * a name made to fool us.
 * @param machine the addresses of this machine's own interfaces
 * @returns the addresses to connect to, and no others
 */
export function judgeAddresses(
  place: WebPlace,
  answered: readonly string[],
  rules: FetchRules,
  machine: readonly string[],
): Result<readonly string[], FetchReason> {
  const addresses = [...new Set(answered.map(canonicalAddress))];
  if (addresses.length === 0) return refused("name-not-found");
  if (addresses.some((address) => isListed(rules.own, address, place.port, true))) {
    return refused("own-address");
  }
  if (place.allowed) return addresses.every(isIP) ? done(addresses) : refused("name-not-found");
  if (!addresses.every((address) => isPublicAddress(address, rules.nat64))) return refused("private-address");
  const ours = new Set(machine.map(canonicalAddress));
  return addresses.some((address) => ours.has(address)) ? refused("own-address") : done(addresses);
}
