import { href, type Locale } from "../../core/language/language.ts";

/**
 * Where to go after signing in: a page of the desk, or the desk itself for anything else. What comes from an address is
 * a stranger's word: `//evil.example`, `/\evil.example`, encoded or not, would lead away from here.
 */
export function ownPath(next: string | null | undefined, locale: Locale): string {
  const desk = href(locale, "/desk");
  if (!next || next.length > 500 || !/^(?:\/en)?\/desk(?:[/?]|$)/.test(next)) return desk;
  const [path = "", question = ""] = next.split(/\?(.*)/s);
  if (!/^(?:\/[\w-]+)+$/.test(path) || !/^[\w.~&=%+:,-]*$/.test(question)) return desk;
  return next;
}
