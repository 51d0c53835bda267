import { clock } from "../../core/clock.ts";
import { type HeaderField, hasRepeated, headerAddresses, headerBlock } from "./message-headers.ts";
import { COMMENTS, type Comment, type DKIMResult, dkimVerify, RULES } from "./message-mailauth.ts";

/**
 * What the signatures of an e-mail (DKIM, RFC 6376) come to.
 *
 * - verified: a signature fits, made by the domain that the sender's address belongs to
 * - verified_other_domain: a signature fits, but its domain is another than the sender's: a mailing list, a sending
 *   service, or somebody who writes in another's name. It vouches for the content, not for the sender
 * - failed: there are signatures, and none that can be relied upon; the reason says why
 * - key_not_obtainable: the key to try it with could not be had. That says nothing for or against the message: keys
 *   are changed, and the old ones taken away
 */
export type DkimState = "verified" | "verified_other_domain" | "not_signed" | "failed" | "key_not_obtainable";

/** Why a signature is not relied upon. */
export type DkimReason =
  | "body-changed"
  | "body-partly-signed"
  | "signature-does-not-fit"
  | "signature-malformed"
  | "signature-expired"
  /** It fits; only its time has run out since. */
  | "expired-since"
  | "from-not-signed"
  | "from-not-clear"
  | "header-twice"
  | "headers-malformed"
  | "weak-key"
  | "weak-algorithm"
  | "unknown-algorithm"
  | "key-not-for-this"
  | "key-unreadable"
  | "key-revoked"
  | "no-key"
  | "dns-failed"
  | "too-much-to-check";

export interface DkimSignature {
  /** d= and s=, as the signature has them. */
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: string;
  readonly state: "verified" | "failed" | "key_not_obtainable";
  readonly reason: DkimReason | null;
  /** Whether the domain and the sender's share an organisational domain (RFC 9989 §3.2.10.1, relaxed). */
  readonly aligned: boolean;
  readonly signedHeaders: readonly string[];
  /** Headers that readers are shown and that this signature does not cover. */
  readonly unsignedHeaders: readonly string[];
  /** Whether the content is what was signed; null when that was not reached. */
  readonly bodyHashMatches: boolean | null;
  /** l= was used: the signature covers only the beginning of the content. */
  readonly bodyLengthLimited: boolean;
  readonly unsignedBodyBytes: number;
  /** t= and x=, by the signer's clock. */
  readonly signedAt: string | null;
  readonly expiresAt: string | null;
  /** The key's owner says that it only tries DKIM out (t=y). */
  readonly testing: boolean;
  /** The name that was asked for, and what stood there then; text is null when nothing was got. */
  readonly key: { readonly name: string; readonly text: string | null; readonly bits: number | null };
}

export interface DkimResult {
  readonly state: DkimState;
  readonly reason: DkimReason | null;
  /** The domain whose signature the state rests on. */
  readonly domain: string | null;
  /** The domain of the sender's address. */
  readonly fromDomain: string | null;
  readonly signatures: readonly DkimSignature[];
  readonly checkedAt: string;
}

/** As `dns.promises.resolveTxt`: rejects with `code` ENOTFOUND or ENODATA where there is no such record. */
export type ResolveTxt = (name: string, type: "TXT") => Promise<string[][]>;

/** A signature costs a hash over the whole message and a question to a stranger's name server. */
const MOST_SIGNATURES = 10;
const MOST_FIELDS = 2_000;
const MOST_FIELD_CHARACTERS = 256 * 1024;
const MOST_KEY_CHARACTERS = 4_096;
const LEAST_RSA_BITS = 1024;
const LOOKUP_MS = 5_000;

/**
 * Tries every signature of an e-mail with the key that its domain publishes now. The resolver is the only way out: the
 * verifier asks nobody else.
 * RFC 6376, 8301 and 8463 are followed to the letter.
 *
 * @param bytes the message exactly as it was received; a changed byte is a changed message
 */
export async function verifyDkim(
  bytes: Uint8Array,
  resolve: ResolveTxt,
  { now = clock.now(), lookupMs = LOOKUP_MS }: { readonly now?: Date; readonly lookupMs?: number } = {},
): Promise<DkimResult> {
  const block = headerBlock(bytes);
  const fields = block.ok ? block.value.fields : [];
  const senders = fields.filter(({ key }) => key === "from").flatMap(({ value }) => headerAddresses(value));
  const domains = new Set(senders.map(({ address }) => domainOf(address)));
  const fromDomain = domains.size === 1 ? ([...domains][0] ?? null) : null;
  const answer = (
    state: DkimState,
    reason: DkimReason | null,
    signatures: readonly DkimSignature[] = [],
    domain: string | null = null,
  ): DkimResult => ({ state, reason, domain, fromDomain, signatures, checkedAt: now.toISOString() });

  if (!block.ok) return answer("failed", "headers-malformed");
  const signed = fields.filter(({ key }) => key === "dkim-signature").length;
  if (signed === 0) return answer("not_signed", null);
  const characters = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  if (signed > MOST_SIGNATURES || fields.length > MOST_FIELDS || characters > MOST_FIELD_CHARACTERS) {
    return answer("failed", "too-much-to-check");
  }
  // A signature covers the last of two like headers, and what is shown is the first: somebody may have added it since.
  if (hasRepeated(fields)) return answer("failed", "header-twice");

  const keys = new Map<string, string>();
  const message = withCrlf(bytes.subarray(block.value.start));
  const triedAt = (moment: Date) =>
    dkimVerify(message, {
      strict: true,
      minBitLength: LEAST_RSA_BITS,
      curTime: moment,
      resolver: async (name) => {
        const known = keys.get(name);
        const text = known ?? keyText(await inTime(resolve(name, "TXT"), lookupMs));
        keys.set(name, text);
        return [[text]];
      },
    });
  const found = await triedAt(now);
  // A letter is handed in weeks or years after it came. That the time of its signature is over (x=, which RFC 6376 §3.5
  // leaves to the verifier) says nothing about whether it fitted: that is tried as of its last second.
  // Once for all of them, as of the first to end: however many a letter carries, it is read twice at the most.
  const ends = found.results.map(({ expiresAfter }) =>
    expiresAfter ? Date.parse(expiresAfter) : Number.NaN,
  );
  const over = ends.filter((end) => end <= now.getTime());
  if (over.length > 0) {
    const then = await triedAt(new Date(Math.min(...over) - 1000));
    for (const [index, result] of then.results.entries()) {
      if ((ends[index] ?? Number.NaN) <= now.getTime()) found.results[index] = result;
    }
  }
  // Whose address this is must be the same to whoever shows the message and to whoever checks it.
  const read = senders.map(({ address }) => address.toLowerCase());
  const clear =
    fromDomain !== null && read.join() === found.headerFrom.map((address) => address.toLowerCase()).join();
  const signatures = found.results.map((result) => signatureOf(result, fields, keys, clear, now));
  return answer(...verdict(signatures, clear));
}

type Verdict = [DkimState, DkimReason | null, readonly DkimSignature[], string | null];

/** The best of the signatures decides; among those that do not verify, one by the sender's own domain goes first. */
function verdict(signatures: readonly DkimSignature[], clear: boolean): Verdict {
  const fitting = signatures.filter(({ state }) => state === "verified");
  const own = fitting.find(({ aligned }) => aligned);
  if (own) return ["verified", own.reason, signatures, own.domain];
  const [other] = fitting;
  if (other && !clear) return ["failed", "from-not-clear", signatures, null];
  if (other) return ["verified_other_domain", other.reason, signatures, other.domain];

  const ownDomain = signatures.filter(({ aligned }) => aligned);
  const tried = ownDomain.length > 0 ? ownDomain : signatures;
  const decisive = tried.find(({ state }) => state === "key_not_obtainable") ?? tried[0];
  return [decisive?.state ?? "failed", decisive?.reason ?? "signature-malformed", signatures, null];
}

function signatureOf(
  result: DKIMResult,
  fields: readonly HeaderField[],
  keys: ReadonlyMap<string, string>,
  clear: boolean,
  now: Date,
): DkimSignature {
  const domain = (result.signingDomain ?? "").toLowerCase();
  const selector = result.selector ?? "";
  const name = `${selector}._domainkey.${result.signingDomain ?? ""}`;
  const text = keys.get(name) ?? result.rr ?? null;
  const signedHeaders = headerNames(result.signingHeaders?.keys);
  return {
    domain,
    selector,
    algorithm: result.algo ?? "",
    ...outcome(result, text, now),
    aligned: clear && typeof result.status.aligned === "string",
    signedHeaders,
    unsignedHeaders: SHOWN.filter(
      (header) => fields.some(({ key }) => key === header) && !signedHeaders.includes(header),
    ),
    bodyHashMatches: result.bodyHash === undefined ? null : result.bodyHash === result.bodyHashExpecting,
    bodyLengthLimited: result.canonBodyLengthLimited === true,
    unsignedBodyBytes: result.status.underSized ?? 0,
    signedAt: result.signTime ?? null,
    expiresAt: result.expiresAfter ?? null,
    testing: result.status.testing === true,
    key: { name, text, bits: result.modulusLength ?? null },
  };
}

/** What readers see of a message, and what decides how its content is read. */
const SHOWN = [
  "from",
  "to",
  "cc",
  "reply-to",
  "subject",
  "date",
  "message-id",
  "in-reply-to",
  "references",
  "content-type",
  "content-transfer-encoding",
];

const headerNames = (keys = ""): string[] => [
  ...new Set(
    keys
      .split(":")
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ""),
  ),
];

/** By the comments of the verifier. One that is not here is a fault in the signature. */
const REASONS: Readonly<Record<Comment, DkimReason>> = {
  "body hash did not verify": "body-changed",
  "bad signature": "signature-does-not-fit",
  expired: "signature-expired",
  "From field not signed": "from-not-signed",
  "unknown algorithm": "unknown-algorithm",
  "no key": "no-key",
  "unknown key version": "key-unreadable",
  "unknown key type": "key-unreadable",
  "invalid public key": "key-unreadable",
  "inappropriate hash algorithm": "key-not-for-this",
  "inappropriate key algorithm": "key-not-for-this",
  "key not for email": "key-not-for-this",
};
const KEY_NOT_OBTAINABLE: ReadonlySet<DkimReason> = new Set([
  "no-key",
  "key-unreadable",
  "key-revoked",
  "dns-failed",
]);

function outcome(
  { status, expiresAfter }: DKIMResult,
  key: string | null,
  now: Date,
): Pick<DkimSignature, "state" | "reason"> {
  if (status.result === "pass") {
    if (status.underSized) return { state: "failed", reason: "body-partly-signed" };
    const isOver = Boolean(expiresAfter) && Date.parse(expiresAfter ?? "") <= now.getTime();
    return { state: "verified", reason: isOver ? "expired-since" : null };
  }
  const reason = reasonOf(status, key);
  return { state: KEY_NOT_OBTAINABLE.has(reason) ? "key_not_obtainable" : "failed", reason };
}

function reasonOf(status: DKIMResult["status"], key: string | null): DkimReason {
  if (status.result === "temperror") return "dns-failed";
  const rule = RULES.find((one) => one === status.policy?.["dkim-rules"]);
  if (rule !== undefined) return rule;
  const comment = COMMENTS.find((one) => one === status.comment);
  const reason = comment === undefined ? "signature-malformed" : REASONS[comment];
  // An empty p= says that the key is withdrawn (RFC 6376 §3.6.1).
  return reason === "key-unreadable" && key !== null && /(?:^|;)\s*p\s*=\s*(?:;|$)/.test(key)
    ? "key-revoked"
    : reason;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** The record that is a key, where several stand at one name; its strings joined (RFC 6376 §3.6.2.2). */
function keyText(records: readonly (readonly string[])[]): string {
  const texts = records.map((strings) => strings.join("").slice(0, MOST_KEY_CHARACTERS));
  const text = texts.find((candidate) => /(?:^|;)\s*p\s*=/.test(candidate)) ?? texts[0];
  if (text === undefined) throw Object.assign(new Error("No TXT record"), { code: "ENODATA" });
  return text;
}

/** A resolver that never answers is one that failed. */
async function inTime<T>(answer: Promise<T>, ms: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(Object.assign(new Error("No answer in time"), { code: "ETIMEOUT" })),
    ms,
  );
  try {
    return await Promise.race([answer, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A file saved on Unix has lost the carriage returns that the signature was made over (RFC 6376 §5.3). mailauth puts
 * them back line by line; doing it at once keeps a message of nothing but empty lines from taking minutes.
 */
function withCrlf(bytes: Uint8Array): Buffer {
  let bare = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at - 1] !== 0x0d) bare++;
  }
  const whole = Buffer.alloc(bytes.length + bare);
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x0a && bytes[at - 1] !== 0x0d) whole[to++] = 0x0d;
    whole[to++] = byte;
  }
  return whole;
}
