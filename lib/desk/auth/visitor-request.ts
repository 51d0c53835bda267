import "server-only";
import { headers } from "next/headers";
import { env } from "../../core/env.ts";
import { clientAddress } from "./network.ts";

/** Who is at the other end of a request, as far as that can be known before anybody has signed in. */
export interface Visitor {
  readonly address: string;
  /** The browser's own description of itself. */
  readonly browser: string;
}

/** Set by lib/site/http/serve.ts on every request, over whatever the visitor sent under that name. */
const PEER_HEADER = "x-belagt-peer";

export async function currentVisitor(): Promise<Visitor> {
  const sent = await headers();
  return {
    address: clientAddress(
      sent.get(PEER_HEADER) ?? "",
      sent.get("x-forwarded-for") ?? "",
      env.BELAGT_TRUSTED_PROXIES,
    ),
    browser: sent.get("user-agent") ?? "",
  };
}
