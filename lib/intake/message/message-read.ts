import PostalMime, { type Attachment, type Email } from "postal-mime";
import { INVISIBLE } from "../../core/language/invisible.ts";
import { done, type Result, refused } from "../../core/result.ts";
import {
  MESSAGE_FLAGS,
  type MessageAttachment,
  type MessageFlag,
  type MessageReading,
  quotedParts,
} from "./message.ts";
import { bodyText, charsetsNotUnderstood, fetchesWhenDrawn } from "./message-body.ts";
import {
  type HeaderBlock,
  type HeaderField,
  type HeaderProblem,
  hasRepeated,
  headerAddresses,
  headerBlock,
  headerDate,
  headerText,
  isMailbox,
  messageIds,
  shownText,
} from "./message-headers.ts";

/** Why a file is not read as an e-mail. */
export type MessageProblem =
  | HeaderProblem
  | "message-too-large"
  | "message-outlook-format"
  | "message-several"
  | "message-nested-too-deep"
  | "message-too-many-parts"
  | "message-too-many-lines"
  | "message-unreadable";

/** Bytes of a whole message, the limit of every file (TRUST §5b). */
export const MOST_MESSAGE_BYTES = 25 * 1024 * 1024;
const MOST_HEADERS = 500;
const MOST_HEADER_CHARACTERS = 4_000;
const MOST_ADDRESSES = 500;
const MOST_REFERENCES = 200;
const MOST_TEXT_CHARACTERS = 1_000_000;
const MOST_PARTS = 100;
/** Lines that could part a multipart. Far above what hundred parts need: text has such lines too. */
const MOST_PART_LINES = 5_000;
/** The MIME parser makes an object of each. An attachment that fills the message has 340,000. */
const MOST_LINES = 350_000;
const DEEPEST_NESTING = 30;

/**
 * Reads an e-mail file (.eml, RFC 5322). Nothing in it is drawn, run, fetched or opened: HTML is at most turned into
 * text, a message within the message is one attachment, and attachments are handed on as bytes for the gate that all
 * files pass. What is too large to be an honest letter is refused or cut and flagged, so that memory and time stay
 * within what the size of the file gives reason for.
 */
export async function readMessage(bytes: Uint8Array): Promise<Result<MessageReading, MessageProblem>> {
  if (bytes.length > MOST_MESSAGE_BYTES) return refused("message-too-large");
  if (isOutlookFile(bytes)) return refused("message-outlook-format");
  const block = headerBlock(bytes);
  if (!block.ok) return block;
  if (!looksSent(block.value.fields)) return refused("message-not-an-email");

  // One character for each byte: enough to look for markers, and half the memory of decoded text.
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  if (isMailbox(bytes) && SECOND_IN_MAILBOX.test(raw)) return refused("message-several");
  if (count(raw, "\n") > MOST_LINES) return refused("message-too-many-lines");
  if (count(raw, "\n--") > MOST_PART_LINES) return refused("message-too-many-parts");

  const parsed = await parseParts(bytes.subarray(block.value.start));
  if (!parsed.ok) return parsed;
  if (parsed.value.attachments.length > MOST_PARTS) return refused("message-too-many-parts");
  return done(await reading(block.value, parsed.value, raw));
}

/** Compound File Binary, in which Outlook saves .msg: it is not the message that was sent, and has no signature. */
const isOutlookFile = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 8)).equals(Buffer.from("d0cf11e0a1b11ae1", "hex"));

const SECOND_IN_MAILBOX = /\n\r?\nFrom \S[^\n]{0,200}\d{4}[^\n]{0,20}\n[!-9;-~]+:/;

/**
 * An e-mail file has no magic bytes. It names an author with an address, and bears at least one trace of having been
 * written or carried by a mail program (RFC 5322 §3.6 demands From and Date; saved drafts lack the others).
 */
const looksSent = (fields: readonly HeaderField[]): boolean =>
  fields.some(({ key, value }) => key === "from" && headerAddresses(value).length > 0) &&
  fields.some(({ key }) => key === "date" || key === "received" || key === "message-id");

function count(text: string, wanted: string): number {
  let found = 0;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) found++;
  return found;
}

async function parseParts(bytes: Uint8Array): Promise<Result<Email, MessageProblem>> {
  try {
    const email = await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: DEEPEST_NESTING,
      attachmentEncoding: "arraybuffer",
    });
    return done(email);
  } catch (error) {
    // The parser throws plain errors, told apart only by what they say.
    const said = error instanceof Error ? error.message : "";
    if (said.startsWith("Maximum MIME nesting")) return refused("message-nested-too-deep");
    if (said.startsWith("Maximum header size")) return refused("message-headers-too-large");
    return refused("message-unreadable");
  }
}

async function reading(block: HeaderBlock, email: Email, raw: string): Promise<MessageReading> {
  const first = (key: string) => block.fields.find((field) => field.key === key)?.value ?? "";
  const addresses = (key: string) =>
    block.fields
      .filter((field) => field.key === key)
      .flatMap(({ value }) => headerAddresses(value))
      .slice(0, MOST_ADDRESSES);
  const body = await bodyText(email);
  const text = shownText(body.text).slice(0, MOST_TEXT_CHARACTERS).trimEnd().toWellFormed();
  const sentAt = headerDate(first("date"));
  const types = email.attachments.map(({ mimeType }) => mimeType);
  const mainType = first("content-type").toLowerCase();
  const html = email.html ?? "";

  const flags: Record<MessageFlag, boolean> = {
    "html-only": body.from === "html",
    "has-html": html !== "",
    "has-remote-images": html !== "" && fetchesWhenDrawn(html),
    "hidden-text": body.hidden,
    "no-text": text === "",
    "text-cut": body.cut || body.text.length > MOST_TEXT_CHARACTERS,
    "invisible-characters": INVISIBLE.test(body.text.replace(/\r/g, "")),
    "charset-not-understood": text.includes("\ufffd") || charsetsNotUnderstood(raw, block.fields).length > 0,
    "date-unreadable": sentAt === null,
    "headers-8bit": block.eightBit,
    "headers-cut":
      block.fields.length > MOST_HEADERS ||
      block.fields.some(({ value }) => value.length > MOST_HEADER_CHARACTERS),
    "headers-repeated": hasRepeated(block.fields),
    "nested-message": types.includes("message/rfc822"),
    smime: types.some((type) => /^application\/(?:x-)?pkcs7-/.test(type)),
    openpgp: types.some((type) => type.startsWith("application/pgp-")),
    encrypted:
      mainType.startsWith("multipart/encrypted") ||
      (/^application\/(?:x-)?pkcs7-mime/.test(mainType) && !mainType.includes("signed-data")),
  };

  return {
    messageId: messageIds(first("message-id"))[0] ?? null,
    inReplyTo: messageIds(first("in-reply-to"))[0] ?? null,
    references: messageIds(first("references")).slice(-MOST_REFERENCES),
    from: headerAddresses(first("from"))[0] ?? null,
    to: addresses("to"),
    cc: addresses("cc"),
    replyTo: addresses("reply-to"),
    subject: headerText(first("subject")).slice(0, MOST_HEADER_CHARACTERS).toWellFormed(),
    sentAt,
    headers: block.fields.slice(0, MOST_HEADERS).map(({ name, value }) => ({
      name,
      value: headerText(value).slice(0, MOST_HEADER_CHARACTERS).toWellFormed(),
    })),
    text,
    textFrom: body.from,
    quotedParts: quotedParts(text),
    attachments: email.attachments.map(attachment),
    flags: MESSAGE_FLAGS.filter((flag) => flags[flag]),
  };
}

const attachment = (found: Attachment): MessageAttachment => ({
  fileName: fileName(found.filename),
  mediaType: shownText(found.mimeType).slice(0, 127) || "application/octet-stream",
  bytes:
    typeof found.content === "string"
      ? new TextEncoder().encode(found.content)
      : new Uint8Array(found.content),
  inline: found.related === true || found.disposition === "inline",
  contentId: messageIds(found.contentId ?? "")[0] ?? null,
});

/** A name that is only a name: nothing before the last slash of either kind, nothing that hides or turns its letters. */
function fileName(sent: string | null): string | null {
  const name = headerText(sent ?? "")
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/^\.+|[<>:"|?*]/g, "")
    .trim();
  return name ? [...name].slice(0, 200).join("") : null;
}
