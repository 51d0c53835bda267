/** What the operator lets us fetch although it is not on the open web: BELAGT_FETCH_ALLOW. */
import { isIP } from "node:net";
import { nat64Prefix } from "../../intake/safe-fetch/safe-fetch-address.ts";

export interface FetchAllowance {
  /** As addresses name it. */
  readonly host: string;
  readonly port: number;
  /** The IP address that is connected to, whatever a name service says. */
  readonly address: string;
}

/**
 * @param text - `host:port=address`, separated by commas; empty: nothing
 * @throws Error naming the part that cannot be understood
 */
export function fetchAllowances(text: string): FetchAllowance[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [, host, port, address] = /^([a-z0-9.-]+):(\d{1,5})=([0-9a-f.:]+)$/i.exec(part) ?? [];
      if (!host || !address || !isIP(address) || Number(port) < 1 || Number(port) > 65_535) {
        throw new Error(`"${part}" is not host:port=IP address`);
      }
      return { host: host.toLowerCase(), port: Number(port), address };
    });
}

/**
 * @param text - prefixes of IPv6, separated by commas: BELAGT_NAT64
 * @throws Error naming the part that cannot be understood
 */
export const nat64Prefixes = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(nat64Prefix);
