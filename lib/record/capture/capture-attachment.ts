/** Which parts of an e-mail are kept, and what of their name and label the gate for files is asked to believe. Pure. */
import { DOCUMENT_KINDS, KINDS } from "../../intake/document/document.ts";
import { kindByMagic } from "../../intake/document/document-magic.ts";
import type { MessageAttachment } from "../../intake/message/message.ts";

/** Of what was sent with an e-mail, one that was not kept. */
export interface TurnedAway {
  /** Empty where it had none. */
  readonly fileName: string;
  readonly reason: string;
  /** Its place among what was sent, from 0. Left out by what was written before places were kept. */
  readonly index?: number | undefined;
  /** It can be kept all the same, when somebody says so. */
  readonly keepable?: boolean | undefined;
}

/** A picture shown in the text that is smaller than this is a logotype or a sign, mostly. */
const SMALL_PICTURE = 10 * 1024;

export const isSmallPicture = ({ inline, mediaType, bytes }: MessageAttachment): boolean =>
  inline && bytes.length < SMALL_PICTURE && (/^image\//i.test(mediaType) || kindByMagic(bytes) !== null);

export interface Hints {
  readonly fileName: string | null;
  readonly mediaType: string;
}

/** What is no text though it is called one. */
const MARKUP = /html|xml|script|svg/i;
/** Letters after a dot: what a program takes for the kind. "Protokoll 2019.11.21" has none. */
const EXTENSION = /\.([a-z][a-z0-9]{1,4})$/i;

/**
 * Programs that send e-mail label what they send as they like, and some give it no name. Where the bytes say what it is,
 * and its name does not say another, the label says nothing; a name without an ending promises nothing.
 */
export function hintsOf({ fileName, mediaType, bytes }: MessageAttachment): Hints {
  const name = fileName?.trim().replace(/\.+$/, "") || null;
  const extension = name === null ? undefined : EXTENSION.exec(name)?.[1]?.toLowerCase();
  const byBytes = kindByMagic(bytes);
  const named = DOCUMENT_KINDS.find(
    (kind) => extension !== undefined && KINDS[kind].extensions.includes(extension),
  );
  if (byBytes !== null && (extension === undefined || named === byBytes))
    return { fileName: null, mediaType: "" };
  if ((named === "text" || named === "csv") && !MARKUP.test(mediaType))
    return { fileName: name, mediaType: "" };
  return { fileName: extension === undefined ? null : name, mediaType };
}

/** What its bytes alone say, whatever it is called: for when somebody has looked. */
export const hintsOfBytes = (): Hints => ({ fileName: null, mediaType: "" });
