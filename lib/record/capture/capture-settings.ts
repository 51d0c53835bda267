import "server-only";
import { lookup } from "node:dns/promises";
import { env } from "../../core/env.ts";
import type { FetchOptions } from "../../intake/safe-fetch/safe-fetch.ts";
import { fetchAllowances, nat64Prefixes } from "./capture-allowance.ts";

/** Who fetches, said to every server asked: it can find us and ask us to stop. */
const AGENT = `Belagt/0.1 (+${env.BELAGT_BASE_URL}; keeps copies of cited sources)`;

/** How pages are fetched here, whatever for: only from the open web and what the operator has named. */
export function fetchSettings(): FetchOptions {
  const allowances = fetchAllowances(env.BELAGT_FETCH_ALLOW);
  const addresses = new Map(allowances.map(({ host, address }) => [host, address]));
  return {
    allow: allowances.map(({ host, port }) => `${host}:${port}`),
    nat64: nat64Prefixes(env.BELAGT_NAT64),
    own: [new URL(env.BELAGT_BASE_URL).host],
    resolve: async (host) => {
      const named = addresses.get(host);
      if (named) return [named];
      return (await lookup(host, { all: true })).map(({ address }) => address);
    },
    userAgent: AGENT,
  };
}
