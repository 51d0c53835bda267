import "server-only";
import { resolveTxt } from "node:dns/promises";
import { done, type Result, refused } from "../../core/result.ts";
import { FLAGS_TO_LOOK_AT } from "../../intake/document/document.ts";
import { examineDocument } from "../../intake/document/document-examine.ts";
import { kindByMagic } from "../../intake/document/document-magic.ts";
import type { MessageAddress, MessageAttachment, MessageReading } from "../../intake/message/message.ts";
import { verifyDkim } from "../../intake/message/message-dkim.ts";
import { headerBlock } from "../../intake/message/message-headers.ts";
import { runParser } from "../../intake/parser/parser-run.ts";
import type { CopyToKeep, Json } from "../snapshot/snapshot.ts";
import { copyStore } from "../snapshot/snapshot-store.ts";
import type { FileRead } from "./capture.ts";
import { type Hints, hintsOf, hintsOfBytes, isSmallPicture, type TurnedAway } from "./capture-attachment.ts";

interface FileToRead {
  /** As whoever gave it calls it; null for what lies behind an address, which may be called anything. */
  readonly fileName: string | null;
  /** As they say it is; empty where they do not. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** More than this came with no letter that a newsroom was sent; the rest of a bomb is opened when somebody asks for it. */
const MOST_ATTACHMENTS = 50;

/**
 * Takes a file through the gate, has it read by a child process, and puts what is worth keeping in the store: the bytes
 * as they came, which are never served, and the copy made anew without metadata.
 */
export async function keepFile(
  file: FileToRead,
  capturedAt: Date,
  signal?: AbortSignal,
): Promise<Result<FileRead>> {
  return isMessage(file) ? keepMessage(file, capturedAt, signal) : keepDocument(file, capturedAt, signal);
}

/** E-mails have no mark of their own: by their name or type, and then by what they must have to be one. */
const isMessage = ({ fileName, mediaType, bytes }: FileToRead) =>
  (/\.eml$/i.test(fileName ?? "") || mediaType.toLowerCase() === "message/rfc822") && headerBlock(bytes).ok;

async function keepDocument(
  { fileName, mediaType, bytes }: FileToRead,
  capturedAt: Date,
  signal: AbortSignal | undefined,
): Promise<Result<FileRead>> {
  const read = await examineDocument(bytes, { fileName, mediaType }, { signal });
  if (!read.ok) return read;
  const { publicCopy, pages, title, flags, mediaType: known } = read.value;
  const original = await copyStore.put(bytes);
  const shown = await copyStore.put(publicCopy);
  return done({
    copy: {
      sha256: original.sha256,
      byteLength: original.byteLength,
      mediaType: known,
      capturedAt,
      fileName,
      // A plain text has nothing to take away: then there is no second copy.
      publicSha256: shown.sha256 === original.sha256 ? null : shown.sha256,
      pages,
      message: null,
      lookAt: FLAGS_TO_LOOK_AT.filter((flag) => flags.includes(flag)),
    },
    attachments: [],
    turnedAway: [],
    ownTitle: title,
    flags,
  });
}

async function keepMessage(
  { fileName, bytes }: FileToRead,
  capturedAt: Date,
  signal: AbortSignal | undefined,
): Promise<Result<FileRead>> {
  const read = await runParser("message", bytes, undefined, { signal });
  if (!read.ok) return refused(read.reason);
  if (!read.value.ok) return read.value;
  const reading = read.value.value;
  const dkim = await verifyDkim(Buffer.from(bytes), (name) => resolveTxt(name));
  const { sha256, byteLength } = await copyStore.put(bytes);
  const attached = await keepAttachments(reading, capturedAt, signal);
  return done({
    copy: {
      ...{ sha256, byteLength, capturedAt, fileName },
      mediaType: "message/rfc822",
      // Its headers name people and machines: what is shown of it is its text and a few of them.
      publicSha256: null,
      pages: [{ number: 1, text: reading.text }],
      message: {
        messageId: reading.messageId,
        inReplyTo: reading.inReplyTo,
        references: reading.references,
        from: reading.from ? nameOf(reading.from) : "",
        to: reading.to.map(nameOf),
        cc: reading.cc.map(nameOf),
        subject: reading.subject,
        sentAt: reading.sentAt === null ? null : new Date(reading.sentAt),
        dkim: dkim.state,
        dkimDomain: dkim.domain,
        dkimFound: JSON.parse(JSON.stringify(dkim)) as Json,
      },
    },
    ...attached,
    ownTitle: reading.subject === "" ? null : reading.subject,
    flags: reading.flags,
  });
}

/** Each passes the same gate as a file that is handed in; what does not is named, and the e-mail is kept all the same. */
async function keepAttachments(
  { attachments }: MessageReading,
  capturedAt: Date,
  signal: AbortSignal | undefined,
): Promise<Pick<FileRead, "attachments" | "turnedAway">> {
  const kept: CopyToKeep[] = [];
  const turnedAway: TurnedAway[] = [];
  for (const [index, attachment] of attachments.entries()) {
    const turn = (reason: string, keepable: boolean) =>
      turnedAway.push({ fileName: attachment.fileName ?? "", reason, index, keepable });
    if (index >= MOST_ATTACHMENTS) turn("too-many-attachments", !isMessage(attachment));
    else if (isMessage(attachment)) turn("message-in-message", false);
    else if (isSmallPicture(attachment)) turn("picture-in-text", true);
    else {
      const read = await keepAttachment(attachment, hintsOf(attachment), capturedAt, signal);
      if (read.ok) kept.push(read.value.copy);
      else
        turn(read.reason, read.reason === "file-is-something-else" && kindByMagic(attachment.bytes) !== null);
    }
  }
  return { attachments: kept, turnedAway };
}

async function keepAttachment(
  { fileName, bytes }: MessageAttachment,
  hints: Hints,
  capturedAt: Date,
  signal: AbortSignal | undefined,
): Promise<Result<FileRead>> {
  const read = await keepDocument({ ...hints, bytes }, capturedAt, signal);
  // What it was called is kept, whatever the gate was told.
  return read.ok ? done({ ...read.value, copy: { ...read.value.copy, fileName } }) : read;
}

/**
 * One of what was sent with an e-mail that was turned away when it came, read again because somebody has asked for it:
 * by what its bytes say, whatever it is called and wherever it stands.
 *
 * @param sha256 - of the e-mail, whose bytes are in the store
 */
export async function keepFromMessage(
  sha256: string,
  index: number,
  capturedAt: Date,
): Promise<Result<FileRead>> {
  const read = await runParser("message", await copyStore.get(sha256), undefined, {});
  if (!read.ok) return refused(read.reason);
  if (!read.value.ok) return read.value;
  const attachment = read.value.value.attachments[index];
  if (!attachment) return refused("unknown-attachment");
  if (isMessage(attachment)) return refused("message-in-message");
  const hints = kindByMagic(attachment.bytes) === null ? hintsOf(attachment) : hintsOfBytes();
  return keepAttachment(attachment, hints, capturedAt, undefined);
}

/** As a header has it: `Anna <anna@example.org>`. */
const nameOf = ({ name, address }: MessageAddress) => (name === "" ? address : `${name} <${address}>`);
