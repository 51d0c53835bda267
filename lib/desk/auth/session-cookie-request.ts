import "server-only";
import { cookies } from "next/headers";
import { env } from "../../core/env.ts";
import { cookiesOf } from "./cookies.ts";

const { session, link, attributes } = cookiesOf(env.BELAGT_BASE_URL);

/** Lasts until the browser is closed or the session is over, whichever comes first; the database knows. */
export async function setSessionCookie(token: string): Promise<void> {
  (await cookies()).set(session, token, attributes);
}

export async function dropSessionCookie(): Promise<void> {
  (await cookies()).set(session, "", { ...attributes, maxAge: 0 });
}

export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(session)?.value;
}

export async function setLinkCookie(token: string): Promise<void> {
  (await cookies()).set(link, token, { ...attributes, maxAge: 3600 });
}

export async function dropLinkCookie(): Promise<void> {
  (await cookies()).set(link, "", { ...attributes, maxAge: 0 });
}

export async function linkToken(): Promise<string | undefined> {
  return (await cookies()).get(link)?.value;
}
