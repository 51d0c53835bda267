/** The question to a time-stamping authority: TimeStampReq of RFC 3161 §2.4.1. */
import { randomBytes } from "node:crypto";
import { Integer, Null, OctetString } from "asn1js";
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from "pkijs";

export const SHA256_OID = "2.16.840.1.101.3.4.2.1";

export interface TimestampRequest {
  readonly der: Buffer;
  /** Comes back in the answer, which is thereby an answer to this question and no older one. */
  readonly nonce: bigint;
}

/** @param sha256 - of the bytes that are to be stamped, 64 hexadecimal digits: the bytes themselves go nowhere */
export function timestampRequest(sha256: string): TimestampRequest {
  const nonce = randomBytes(8).readBigUInt64BE();
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256_OID, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: bytesOf(sha256) }),
    }),
    nonce: Integer.fromBigInt(nonce),
    // The token is to be verified after the authority has gone: its certificates come along.
    certReq: true,
  });
  return { der: Buffer.from(request.toSchema().toBER()), nonce };
}

/** @throws Error when it is no SHA-256, since a token of something else would be worse than none */
export function bytesOf(sha256: string): Uint8Array<ArrayBuffer> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("Not a SHA-256 in lower-case hexadecimal");
  return new Uint8Array(Buffer.from(sha256, "hex"));
}
