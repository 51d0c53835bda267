/** Text files have no magic bytes: one is text if it can be read as text, all of it, and as nothing else. */

/** Bytes of text decoded, or null: UTF-8 to the letter, else windows-1252, as Swedish files were written for 30 years. */
export function decodedText(bytes: Uint8Array): string | null {
  if (isUtf16(bytes)) return null;
  const text = decodedAs("utf-8", bytes) ?? decodedAs("windows-1252", bytes);
  return text === null || CONTROL.test(text) ? null : text.replace(/\r\n?/g, "\n");
}

/**
 * Everything below the space but tab, line feed, carriage return and form feed; DEL; and C1, which is also what the five
 * bytes become that windows-1252 has no character for (WHATWG Encoding §9).
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;

const isUtf16 = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What other kinds of file begin with that are text too: markup (WHATWG MIME Sniffing §7.1), RTF, PostScript, scripts. */
const OTHER_KIND =
  /^\s*(?:<(?:!doctype|!--|\?xml|\?php|[a-z][a-z0-9-]*[\s/>])|\{\\rtf|%!ps|%pdf|#!|mime-version:|begin:vc)/i;

/** Markup that acts, wherever it stands. A file that only quotes it must be handed in as a PDF. */
const ACTING = /<(?:script|svg|iframe|object|embed|html|body|\?php)[\s/>]|<!doctype\s/i;

export const looksLikeCode = (text: string): boolean => OTHER_KIND.test(text) || ACTING.test(text);

/**
 * A cell that a spreadsheet would take for a formula: at the start of the text, of a line, or after any of the characters
 * that some spreadsheet separates cells with, quoted or not. A plain number is none, whatever its sign: -5 stays -5.
 */
const FORMULA =
  /(?<=^|[\n,;|\t]|[\n,;|\t]"|^")(?=[=+\-@\uff1d\uff0b\uff0d\uff20])(?![+-]\d[\d\s.,]*%?"?(?:[\n,;|\t]|$))/g;

export const hasFormulas = (csv: string): boolean => csv.search(FORMULA) !== -1;

/** The same table, with a ' before every formula (OWASP, CSV injection). What was written is in the original. */
export const withoutFormulas = (csv: string): string => csv.replace(FORMULA, "'");
