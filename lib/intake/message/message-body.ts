import type { Email } from "postal-mime";
import type { MessageReading } from "./message.ts";
import type { HeaderField } from "./message-headers.ts";

export interface BodyText {
  readonly text: string;
  readonly from: MessageReading["textFrom"];
  /** Some of the HTML was marked as not to be seen, and left out. */
  readonly hidden: boolean;
  readonly cut: boolean;
}

/** The plain text; only where there is none worth the name, the text of the HTML. */
export async function bodyText({ text: plain = "", html = "" }: Email): Promise<BodyText> {
  if (plain.trim() !== "" || html === "") {
    return { text: plain, from: plain.trim() === "" ? "none" : "plain", hidden: false, cut: false };
  }
  // Loaded only for a message that needs it: it is far larger than all the rest.
  const { textOfHtml } = await import("./message-html.ts");
  return { from: "html", ...textOfHtml(html) };
}

const REMOTE =
  /(?:\b(?:src|srcset|background|poster)\s{0,20}=\s{0,20}|\burl\(\s{0,20})["']?\s{0,20}(?:https?:)?\/\/|<link\b[^<>]{0,500}\bhref\b/i;

/** Whether a mail program that draws the HTML would fetch something, and so tell the sender that it was read. */
export const fetchesWhenDrawn = (html: string): boolean => REMOTE.test(html);

const OF_PARTS =
  /^content-type:[^\n]{0,500}(?:\n[ \t][^\n]{0,500}){0,5}?\bcharset\s{0,20}=\s{0,20}"?([^\s";]{1,60})/gim;
const OF_WORDS = /=\?([^?*\s]{1,60})(?:\*[^?\s]{0,60})?\?[qb]\?/gi;

/**
 * The character sets that parts or encoded words say they are written in and that we cannot read. Such text is shown
 * as if it were Windows-1252, which for UTF-7 means that its escapes stay escapes.
 *
 * @param raw the message, one character for each byte
 */
export function charsetsNotUnderstood(raw: string, fields: readonly HeaderField[]): string[] {
  const found = [...raw.matchAll(OF_PARTS), ...fields.flatMap(({ value }) => [...value.matchAll(OF_WORDS)])];
  const labels = new Set(found.map(([, label = ""]) => label.toLowerCase()));
  return [...labels].filter((label) => !isCharset(label));
}

function isCharset(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "replacement";
  } catch {
    return false;
  }
}
