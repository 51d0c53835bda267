import { type DocumentKind, KINDS } from "./document.ts";

/** Bytes that file systems allow a name, with room for the " (1)" that browsers add. */
const LONGEST_NAME = 200;

/** Of a name that is longer only the end is looked at: it has the extension. */
const MOST_READ = 1_000;

/** Everything that is not seen, or that turns the direction of what is: control, format, separators, lone surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;
/** What Windows or a shell reads as something else than a letter of the name. */
const RESERVED = /[<>:"|?*%;`$&]/g;
/** Devices of Windows, which they are with any extension (Microsoft, Naming files). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?=\.|$)/i;

/**
 * A name for showing and for saving, from the name that somebody's file had: its last part, without what cannot be seen
 * or means something, short enough for every file system, and with the extension of what it really is.
 */
export function safeName(fileName: string, kind: DocumentKind): string {
  const last = fileName.normalize("NFC").split(/[/\\]/).at(-1)?.slice(-MOST_READ) ?? "";
  const { extensions } = KINDS[kind];
  const clean = last.replace(UNSEEN, "").replace(RESERVED, "_").replace(TRAILING, "");
  const extension = extensions.find((ending) => clean.toLowerCase().endsWith(`.${ending}`));
  const stem = extension ? clean.slice(0, -extension.length - 1) : clean;
  const ending = `.${extension ?? extensions[0]}`;
  const named = tidy(shortened(stem, LONGEST_NAME - ending.length)) || "document";
  return named.replace(DEVICE, "_$&") + ending;
}

/** Dots and spaces at the end vanish on Windows; dots at the beginning hide a file. */
const TRAILING = /[.\s]+$/;
const LEADING = /^[.\s]+/;

const tidy = (name: string) => name.replace(/\s+/g, " ").replace(LEADING, "").replace(TRAILING, "");

/** At most so many bytes of UTF-8, never half a character: a letter goes with the marks upon it. */
function shortened(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("und", { granularity: "grapheme" }).segment(
    text.slice(0, bytes),
  )) {
    if (Buffer.byteLength(kept + segment) > bytes) break;
    kept += segment;
  }
  return kept;
}

/**
 * The header that has a browser save the file and never show it (RFC 6266): the name in UTF-8 (RFC 8187), and in ASCII
 * for what does not know of that.
 *
 * @param name - as `safeName` gives it
 */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/gu, "_")
    .replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
