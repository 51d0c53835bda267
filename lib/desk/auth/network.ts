/** Network addresses as buckets: what counts as one visitor, and what may stand in a log. */
import { isIP } from "node:net";

/** The eight groups of an IPv6 address; an IPv4 address in its mapped form. */
function groupsOf(address: string): number[] | null {
  const [bare = ""] = address.trim().toLowerCase().split("%");
  if (isIP(bare) === 4) return groupsOf(`::ffff:${bare}`);
  if (isIP(bare) !== 6) return null;
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(bare);
  const [, before = "", ...bytes] = dotted ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = bytes.map(Number);
  const text = dotted ? `${before}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}` : bare;
  const [head = "", tail] = text.split("::");
  const numbers = (part: string) =>
    part
      .split(":")
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16));
  const [first, last] = [numbers(head), numbers(tail ?? "")];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}

/** The IPv4 bytes inside a mapped address. */
function mapped(groups: readonly number[]): number[] | null {
  if (groups.slice(0, 5).some((group) => group !== 0) || groups[5] !== 0xffff) return null;
  return groups.slice(6).flatMap((group) => [group >> 8, group & 255]);
}

function prefix(address: string, bytesOfIpv4: number, groupsOfIpv6: number): string {
  const groups = groupsOf(address);
  if (!groups) return "unknown";
  const bytes = mapped(groups);
  if (bytes) return `${bytes.map((byte, at) => (at < bytesOfIpv4 ? byte : 0)).join(".")}/${bytesOfIpv4 * 8}`;
  const kept = groups.slice(0, groupsOfIpv6).map((group) => group.toString(16));
  return `${kept.join(":")}::/${groupsOfIpv6 * 16}`;
}

/** Whom guessing is counted against: one IPv4 address, or the /64 that a household or office is given. */
export const networkBucket = (address: string): string => prefix(address, 4, 4);

/** What may stand in a log: too coarse to be somebody. */
export const networkPrefix = (address: string): string => prefix(address, 3, 3);

/** Some proxies add whom they were asked by with its port: `203.0.113.7:52344`, `[2001:db8::1]:443`, `[2001:db8::1]`. */
const withoutPort = (address: string): string =>
  /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;

/**
 * @param peer - who opened the connection to us
 * @param forwardedFor - the header's text: each proxy adds on the right whom it was asked by
 * @param proxies - how many of our own stand before us. What stands further to the left is the visitor's own word.
 */
export function clientAddress(peer: string, forwardedFor: string, proxies: number): string {
  const chain = forwardedFor
    .split(",")
    .map((part) => withoutPort(part.trim()))
    .filter(Boolean);
  return proxies === 0 ? peer : (chain.at(-proxies) ?? chain[0] ?? peer);
}
