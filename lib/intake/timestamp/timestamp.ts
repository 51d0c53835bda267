/**
 * A timestamp says that somebody else had our copy's hash before them at a time of their clock (RFC 3161): the copy is
 * no younger than that. It says nothing of where the bytes came from.
 */
import { namedServices, type Service, type ServiceProblem } from "../assurance/assurance-services.ts";

/** Why an answer is no timestamp of ours. */
export const TOKEN_PROBLEMS = [
  "timestamp-unreadable",
  "timestamp-rejected",
  "timestamp-of-other-bytes",
  "timestamp-of-other-question",
  "timestamp-of-other-name",
  "timestamp-algorithm-weak",
  "timestamp-signature-wrong",
  "timestamp-signer-unclear",
  "timestamp-certificate-unfit",
  "timestamp-certificate-expired",
  "timestamp-clock-differs",
] as const;
export type TokenProblem = (typeof TOKEN_PROBLEMS)[number];
export type TimestampProblem = TokenProblem | ServiceProblem;

/** What a token says, when it has been verified. */
export interface VerifiedToken {
  /** The authority's time. */
  readonly at: Date;
  /** How far `at` may be off, ms; null when the authority does not say. */
  readonly accuracy: number | null;
  /** The authority's own number of it, hexadecimal. */
  readonly serial: string;
  /** The object identifier of the rules it was given under. */
  readonly policy: string;
  /** Who signed: the certificate's subject in one line, and the SHA-256 of the certificate. */
  readonly authority: { readonly subject: string; readonly sha256: string };
  /**
   * Whether the certificate leads to a root that the operator trusts. If not, the chain is self-asserted: anybody could
   * have made it, and the token shows no more than our own word.
   */
  readonly trusted: boolean;
}

/**
 * The authorities an operator names: `name=https://…, name=https://…`.
 * @throws Error with a sentence for the operator
 */
export const timestampAuthorities = (text: string): Service[] => namedServices(text, { placeholder: false });
