/**
 * The names and attributes of our cookies. Over https the name itself makes browsers keep other hosts, subdomains and
 * unsafe connections away from them (RFC 6265bis §4.1.3.2); a newsroom trying Belagt over plain http on its own machine
 * goes without.
 */
export function cookiesOf(baseUrl: string) {
  const secure = baseUrl.startsWith("https:");
  const prefix = secure ? "__Host-" : "";
  return {
    /** Whoever has it is signed in. */
    session: `${prefix}belagt`,
    /** Carries the secret of a link past the address bar (link-answer.ts). */
    link: `${prefix}belagt-link`,
    attributes: { httpOnly: true, secure, sameSite: "lax", path: "/" },
  } as const;
}
