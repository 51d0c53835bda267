/** The certificates of an authority: whether one may sign timestamps, and whether it leads to a root we trust. */
import { createHash, X509Certificate } from "node:crypto";
import { BaseBlock, OctetString } from "asn1js";
import { AltName, BasicConstraints, Certificate, ExtKeyUsage, type GeneralName } from "pkijs";
import { signatureHash } from "./timestamp-algorithms.ts";

/** One certificate, read twice: node:crypto checks signatures, pkijs names the fields that node:crypto does not. */
export interface TimestampCertificate {
  readonly der: Buffer;
  readonly x509: X509Certificate;
  readonly fields: Certificate;
}

const KEY_USAGE = "2.5.29.15";
const ALT_NAME = "2.5.29.17";
const BASIC_CONSTRAINTS = "2.5.29.19";
const EXT_KEY_USAGE = "2.5.29.37";
const KEY_ID = "2.5.29.14";
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const DIRECTORY_NAME = 4;

/** Extensions that we heed, or that forbid nothing. */
const UNDERSTOOD = new Set([
  KEY_ID,
  KEY_USAGE,
  ALT_NAME,
  BASIC_CONSTRAINTS,
  EXT_KEY_USAGE,
  "2.5.29.32", // certificate policies
  "2.5.29.35", // authority key identifier
]);

/** So many certificates above one are looked at; authorities have two or three. */
const MOST_ABOVE = 6;

/** @throws Error when it is no certificate */
export function readCertificate(der: Uint8Array): TimestampCertificate {
  const bytes = Buffer.from(der);
  return { der: bytes, x509: new X509Certificate(bytes), fields: Certificate.fromBER(new Uint8Array(bytes)) };
}

/**
 * The roots an operator trusts to name time-stamping authorities.
 * @param pem - one certificate after the other (RFC 7468); text between them is passed over
 * @throws Error when a certificate cannot be read, or there is none
 */
export function timestampRoots(pem: string): TimestampCertificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) throw new Error("No certificate in PEM form was found.");
  return found.map((text) => readCertificate(new X509Certificate(text).raw));
}

const extension = ({ fields }: TimestampCertificate, oid: string) =>
  fields.extensions?.find(({ extnID }) => extnID === oid);

export const isValidAt = ({ x509 }: TimestampCertificate, at: Date): boolean =>
  x509.validFromDate <= at && at <= x509.validToDate;

/** For timestamps and nothing else, said so that nobody may pass over it (RFC 3161 §2.3). */
export function maySignTimestamps(certificate: TimestampCertificate): boolean {
  const purpose = extension(certificate, EXT_KEY_USAGE);
  if (!purpose?.critical || !(purpose.parsedValue instanceof ExtKeyUsage)) return false;
  const { keyPurposes } = purpose.parsedValue;
  return keyPurposes.length === 1 && keyPurposes[0] === TIME_STAMPING && maySign(certificate);
}

/** digitalSignature or nonRepudiation, where the certificate says what its key is for (RFC 5280 §4.2.1.3). */
function maySign(certificate: TimestampCertificate): boolean {
  const usage = extension(certificate, KEY_USAGE);
  if (!usage) return true;
  // A BIT STRING: tag, length, how many bits are unused, the bits.
  const bits = usage.extnValue.valueBlock.valueHexView[3] ?? 0;
  return (bits & 0b1100_0000) !== 0;
}

/** The key identifier a signature may name its certificate by (RFC 5280 §4.2.1.2). */
export function keyIdentifier(certificate: TimestampCertificate): Uint8Array | null {
  const value = extension(certificate, KEY_ID)?.parsedValue;
  return value instanceof OctetString ? value.valueBlock.valueHexView : null;
}

/** Whether the certificate is of this name: its subject, or another of its names. */
export function isNamed({ fields, ...rest }: TimestampCertificate, name: GeneralName): boolean {
  if (name.type === DIRECTORY_NAME && fields.subject.isEqual(name.value)) return true;
  const others = extension({ fields, ...rest }, ALT_NAME)?.parsedValue;
  return others instanceof AltName && others.altNames.some((other) => isSame(other, name));
}

function isSame(one: GeneralName, other: GeneralName): boolean {
  const [a, b]: readonly unknown[] = [one.toSchema(), other.toSchema()];
  return a instanceof BaseBlock && b instanceof BaseBlock && a.isEqual(b);
}

/** The subject in one line, and the SHA-256 of the certificate. */
export const nameOf = ({ x509, der }: TimestampCertificate) => ({
  subject: x509.subject.replaceAll("\n", ", "),
  sha256: createHash("sha256").update(der).digest("hex"),
});

/**
 * Whether the signer is a trusted root or was certified by one, over the certificates that came along, as of the moment
 * it signed (RFC 5280 §6). Nearest first, so that a ring of certificates ends and each is tried once. A certificate
 * that restricts names or policies, or anything else that we do not heed, leads nowhere. Revocation is not looked up.
 */
export function leadsToRoot(
  signer: TimestampCertificate,
  others: readonly TimestampCertificate[],
  roots: readonly TimestampCertificate[],
  at: Date,
): boolean {
  if (!isUnderstood(signer)) return false;
  if (roots.some(({ der }) => der.equals(signer.der))) return true;
  const seen = new Set([signer]);
  let reached: TimestampCertificate[] = [signer];
  for (let between = 0; reached.length > 0 && between < MOST_ABOVE; between++) {
    const above = (candidates: readonly TimestampCertificate[]) =>
      candidates.filter(
        (issuer) => mayIssue(issuer, at, between) && reached.some((below) => hasIssued(issuer, below)),
      );
    if (above(roots).length > 0) return true;
    reached = above(others.filter((other) => !seen.has(other)));
    for (const certificate of reached) seen.add(certificate);
  }
  return false;
}

/** @param between - how many certificates stand between this one and the signer */
function mayIssue(certificate: TimestampCertificate, at: Date, between: number): boolean {
  const constraints = extension(certificate, BASIC_CONSTRAINTS)?.parsedValue;
  if (!certificate.x509.ca || !(constraints instanceof BasicConstraints)) return false;
  const { pathLenConstraint: most } = constraints;
  const isNearEnough = most === undefined || (typeof most === "number" && between <= most);
  return isNearEnough && isValidAt(certificate, at) && isUnderstood(certificate);
}

/** RFC 5280 §4.2: what is critical and not understood must be refused. */
const isUnderstood = ({ fields }: TimestampCertificate) =>
  (fields.extensions ?? []).every(({ critical, extnID }) => !critical || UNDERSTOOD.has(extnID));

function hasIssued(issuer: TimestampCertificate, below: TimestampCertificate): boolean {
  try {
    return (
      signatureHash(below.fields.signatureAlgorithm) !== null &&
      below.x509.checkIssued(issuer.x509) &&
      below.x509.verify(issuer.x509.publicKey)
    );
  } catch {
    // A key of a kind that node:crypto does not know has signed nothing that we can check.
    return false;
  }
}
