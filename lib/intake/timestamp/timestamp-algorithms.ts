/**
 * What a token and its certificates may be hashed and signed with. A list of what is allowed: SHA-1 and older can be
 * forged, and what is not known here cannot be checked.
 */
import { constants, type KeyObject, verify } from "node:crypto";
import { type AlgorithmIdentifier, RSASSAPSSParams } from "pkijs";

const HASHES: Readonly<Record<string, string>> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

/** RSA (RFC 8017) and ECDSA (RFC 5758), each with its hash. */
const SIGNATURES: Readonly<Record<string, string>> = {
  "1.2.840.113549.1.1.11": "sha256",
  "1.2.840.113549.1.1.12": "sha384",
  "1.2.840.113549.1.1.13": "sha512",
  "1.2.840.10045.4.3.2": "sha256",
  "1.2.840.10045.4.3.3": "sha384",
  "1.2.840.10045.4.3.4": "sha512",
};
/** RSA without a hash of its own: CMS takes that of the digest (RFC 3370 §3.2). */
const PLAIN_RSA = "1.2.840.113549.1.1.1";
const RSA_PSS = "1.2.840.113549.1.1.10";

/** @returns as node:crypto names it; null when it is not allowed */
export const hashName = (oid: string): string | null => HASHES[oid] ?? null;

/** @returns the hash of a signature; null when it or the signature is not allowed */
export function signatureHash({ algorithmId, algorithmParams }: AlgorithmIdentifier): string | null {
  if (algorithmId !== RSA_PSS) return SIGNATURES[algorithmId] ?? null;
  const { hashAlgorithm, maskGenAlgorithm } = new RSASSAPSSParams({ schema: algorithmParams });
  if (!hashAlgorithm || !maskGenAlgorithm) return null;
  return hashName(hashAlgorithm.algorithmId);
}

/** The hash a signature is made over when the message was digested with `digest`; null: they do not fit. */
export function hashToSign(signature: AlgorithmIdentifier, digest: string): string | null {
  if (signature.algorithmId === PLAIN_RSA) return digest;
  const hash = signatureHash(signature);
  // RFC 5652 §5.4 would let them differ; no authority does, and one that did would be as strong as the weaker.
  return hash === digest ? hash : null;
}

export function signatureHolds(
  algorithm: AlgorithmIdentifier,
  hash: string,
  key: KeyObject,
  signed: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (algorithm.algorithmId !== RSA_PSS) return verify(hash, signed, key, signature);
  const { saltLength } = new RSASSAPSSParams({ schema: algorithm.algorithmParams });
  return verify(hash, signed, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, signature);
}
