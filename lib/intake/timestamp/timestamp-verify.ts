/** Whether a token is a timestamp of these bytes (RFC 3161 §2.2 and §2.4.2): at once when it comes, and ever after. */
import { createHash } from "node:crypto";
import { BaseBlock, ObjectIdentifier, OctetString, Primitive } from "asn1js";
import { IssuerAndSerialNumber, type SignerInfo } from "pkijs";
import { done, type Result, refused } from "../../core/result.ts";
import type { TokenProblem, VerifiedToken } from "./timestamp.ts";
import { hashName, hashToSign, signatureHolds } from "./timestamp-algorithms.ts";
import {
  isNamed,
  isValidAt,
  keyIdentifier,
  leadsToRoot,
  maySignTimestamps,
  nameOf,
  type TimestampCertificate,
} from "./timestamp-certificate.ts";
import { bytesOf, SHA256_OID } from "./timestamp-query.ts";
import { namedCertificate, readToken, type Token, TST_INFO } from "./timestamp-token.ts";

const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
const SHA1_OID = "1.3.14.3.2.26";

/**
 * @param token - DER of the TimeStampToken
 * @param sha256 - of the bytes it should be of, 64 hexadecimal digits
 * @param roots - those the operator trusts now; without any, no token is `trusted`
 */
export function verifyToken(
  token: Uint8Array,
  sha256: string,
  roots: readonly TimestampCertificate[] = [],
): Result<VerifiedToken, TokenProblem> {
  return verifyAnswer(token, sha256, null, roots);
}

/** @param nonce - of the question it answers; null when the question is no longer known */
export function verifyAnswer(
  der: Uint8Array,
  sha256: string,
  nonce: bigint | null,
  roots: readonly TimestampCertificate[],
): Result<VerifiedToken, TokenProblem> {
  const wanted = Buffer.from(bytesOf(sha256));
  try {
    const token = readToken(der);
    const ofOther = contentProblem(token, wanted, nonce);
    if (ofOther) return refused(ofOther);
    const certificate = signerOf(token);
    if (!certificate) return refused("timestamp-signer-unclear");
    const problem = signatureProblem(token, certificate) ?? certificateProblem(token, certificate);
    return problem ? refused(problem) : done(verified(token, certificate, roots));
  } catch {
    // The parsers throw at whatever they cannot read; what was read and is wrong has a name of its own.
    return refused("timestamp-unreadable");
  }
}

function contentProblem({ info }: Token, sha256: Buffer, nonce: bigint | null): TokenProblem | null {
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const isOurs =
    hashAlgorithm.algorithmId === SHA256_OID && sha256.equals(hashedMessage.valueBlock.valueHexView);
  if (!isOurs) return "timestamp-of-other-bytes";
  if (nonce !== null && info.nonce?.toBigInt() !== nonce) return "timestamp-of-other-question";
  return null;
}

/** RFC 5652 §5.4 and §5.6: the attributes are signed, and they hold the digest of the content. */
function signatureProblem({ content, signer }: Token, { x509 }: TimestampCertificate): TokenProblem | null {
  const digest = hashName(signer.digestAlgorithm.algorithmId);
  const hash = digest && hashToSign(signer.signatureAlgorithm, digest);
  if (!digest || !hash) return "timestamp-algorithm-weak";
  const type = attribute(signer, CONTENT_TYPE);
  const own = attribute(signer, MESSAGE_DIGEST);
  const isOfContent =
    type instanceof ObjectIdentifier &&
    type.valueBlock.toString() === TST_INFO &&
    own instanceof OctetString &&
    createHash(digest).update(content).digest().equals(own.valueBlock.valueHexView);
  const signed = new Uint8Array(signer.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  const signature = signer.signature.valueBlock.valueHexView;
  const holds =
    isOfContent && signatureHolds(signer.signatureAlgorithm, hash, x509.publicKey, signed, signature);
  return holds ? null : "timestamp-signature-wrong";
}

function certificateProblem({ info }: Token, certificate: TimestampCertificate): TokenProblem | null {
  if (!maySignTimestamps(certificate)) return "timestamp-certificate-unfit";
  if (!isValidAt(certificate, info.genTime)) return "timestamp-certificate-expired";
  return info.tsa && !isNamed(certificate, info.tsa) ? "timestamp-of-other-name" : null;
}

/**
 * The certificate that both the signature and the signed attribute name. The attribute is what keeps somebody from
 * putting another certificate of the same key in its place (RFC 2634 §5).
 */
function signerOf({ signer, certificates }: Token): TimestampCertificate | null {
  const named = [
    { value: attribute(signer, SIGNING_CERTIFICATE), usual: SHA1_OID },
    { value: attribute(signer, SIGNING_CERTIFICATE_V2), usual: SHA256_OID },
  ].flatMap(({ value, usual }) => (value ? [{ certificate: namedCertificate(value), usual }] : []));
  if (named.length === 0) return null;
  const isIt = (candidate: TimestampCertificate) =>
    isMeant(signer, candidate) &&
    named.every(({ certificate, usual }) => {
      const oid = certificate?.algorithm ?? usual;
      // The first version of the attribute knew SHA-1 only; it names a certificate here and proves nothing by itself.
      const hash = oid === SHA1_OID ? "sha1" : hashName(oid);
      return hash && certificate?.hash.equals(createHash(hash).update(candidate.der).digest());
    });
  return certificates.find(isIt) ?? null;
}

/** By issuer and serial number, or by key identifier (RFC 5652 §5.3). */
function isMeant({ sid }: SignerInfo, certificate: TimestampCertificate): boolean {
  const { fields } = certificate;
  if (sid instanceof IssuerAndSerialNumber)
    return sid.issuer.isEqual(fields.issuer) && sid.serialNumber.isEqual(fields.serialNumber);
  const own = keyIdentifier(certificate);
  return own !== null && sid instanceof Primitive && Buffer.from(own).equals(sid.valueBlock.valueHexView);
}

/** The only value of a signed attribute; undefined when there is not exactly one (RFC 5652 §11). */
function attribute({ signedAttrs }: SignerInfo, type: string): BaseBlock | undefined {
  const [found, ...more] = (signedAttrs?.attributes ?? []).filter((one) => one.type === type);
  const values: readonly unknown[] = found?.values ?? [];
  return values.length === 1 && values[0] instanceof BaseBlock && more.length === 0 ? values[0] : undefined;
}

function verified(
  { info, certificates }: Token,
  certificate: TimestampCertificate,
  roots: readonly TimestampCertificate[],
): VerifiedToken {
  const { seconds = 0, millis = 0, micros = 0 } = info.accuracy ?? {};
  return {
    at: info.genTime,
    accuracy: info.accuracy ? seconds * 1000 + millis + micros / 1000 : null,
    serial: Buffer.from(info.serialNumber.valueBlock.valueHexView).toString("hex"),
    policy: info.policy,
    authority: nameOf(certificate),
    trusted: leadsToRoot(certificate, certificates, roots, info.genTime),
  };
}
