/**
 * Reads what an authority answers: TimeStampResp and TimeStampToken of RFC 3161 §2.4.2, in the CMS of RFC 5652. Nothing
 * is believed here: lib/intake/timestamp/timestamp-verify.ts says whether it holds.
 */
import { type BaseBlock, Constructed, fromBER, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import { ContentInfo, PKIStatus, SignedData, type SignerInfo, TimeStampResp, TSTInfo } from "pkijs";
import { readCertificate, type TimestampCertificate } from "./timestamp-certificate.ts";

export const TST_INFO = "1.2.840.113549.1.9.16.1.4";

/** More than any authority sends along. */
const MOST_CERTIFICATES = 16;

export interface Token {
  readonly info: TSTInfo;
  /** The bytes of `info` as they were signed. */
  readonly content: Buffer;
  readonly signer: SignerInfo;
  readonly certificates: readonly TimestampCertificate[];
}

/**
 * @returns the token byte for byte as it came, null when the authority gave none
 * @throws Error when it is no answer
 */
export function tokenOfAnswer(der: Uint8Array): Buffer | null {
  const [, token] = parts(readDer(der));
  const { status } = new TimeStampResp({ schema: readDer(der) }).status;
  const isGranted = status === PKIStatus.granted || status === PKIStatus.grantedWithMods;
  return isGranted && token ? Buffer.from(token.valueBeforeDecodeView) : null;
}

/** @throws Error when it is no token with one signer */
export function readToken(der: Uint8Array): Token {
  const envelope = new ContentInfo({ schema: readDer(der) });
  if (envelope.contentType !== ContentInfo.SIGNED_DATA) throw new Error("Not signed data");
  const { encapContentInfo, signerInfos } = new SignedData({ schema: envelope.content });
  const { eContent, eContentType } = encapContentInfo;
  const [signer, ...more] = signerInfos;
  if (eContentType !== TST_INFO || !eContent) throw new Error("Not a timestamp");
  // RFC 3161 §2.4.2: no signatures other than the authority's.
  if (!signer || more.length > 0) throw new Error("Not one signer");
  const content = Buffer.from(eContent.getValue());
  const info = new TSTInfo({ schema: readDer(content) });
  if (info.version !== 1 || !isUtc(content)) throw new Error("Not a timestamp that we can read");
  return { info, content, signer, certificates: certificatesOf(der) };
}

/** The certificates as they came: a hash over them is signed, so they are not written anew. */
function certificatesOf(der: Uint8Array): TimestampCertificate[] {
  const [, content] = parts(readDer(der));
  const signedData = parts(content)[0];
  const set = parts(signedData).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0);
  // Attribute certificates have tags of their own and sign no timestamps.
  const given = parts(set).filter((certificate) => certificate instanceof Sequence);
  if (given.length > MOST_CERTIFICATES) throw new Error("Too many certificates");
  return given.map((certificate) => readCertificate(certificate.valueBeforeDecodeView));
}

/** RFC 3161 §2.4.2: the time is written with Z. Without it, it would be read as this machine's own time. */
function isUtc(info: Uint8Array): boolean {
  const time = parts(readDer(info))[4];
  return time !== undefined && Buffer.from(time.valueBeforeDecodeView).toString("latin1").endsWith("Z");
}

/**
 * Which certificate the signature names, by a hash (RFC 2634 §5.4, RFC 5035 §4): the first one of the list is the
 * signer's own.
 * @param value - of the attribute signing-certificate or signing-certificate-v2
 * @returns null when it cannot be read; `algorithm` null when it is left out
 */
export function namedCertificate(
  value: BaseBlock,
): { readonly algorithm: string | null; readonly hash: Buffer } | null {
  const fields = parts(parts(parts(value)[0])[0]);
  const hash = fields.find((field) => field instanceof OctetString);
  if (!hash) return null;
  const [algorithm] = fields[0] === hash ? [] : parts(fields[0]);
  return {
    algorithm: algorithm instanceof ObjectIdentifier ? algorithm.valueBlock.toString() : null,
    hash: Buffer.from(hash.valueBlock.valueHexView),
  };
}

/** @throws Error when it is no ASN.1, or has something after it */
function readDer(der: Uint8Array): BaseBlock {
  const { result, offset } = fromBER(new Uint8Array(der));
  if (offset !== der.byteLength) throw new Error("Not ASN.1");
  return result;
}

const parts = (block: BaseBlock | undefined): readonly BaseBlock[] =>
  block instanceof Constructed ? block.valueBlock.value : [];
