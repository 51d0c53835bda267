/** Certificates made for a test: an authority of its own, and servers that it vouches for, or does not. */
import { webcrypto } from "node:crypto";
import { BitString, Integer, Utf8String } from "asn1js";
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CryptoEngine,
  Extension,
  GeneralName,
  GeneralNames,
  setEngine,
} from "pkijs";

setEngine("test", new CryptoEngine({ name: "test", crypto: webcrypto as Crypto }));

const DAY = 24 * 60 * 60 * 1000;
const COMMON_NAME = "2.5.4.3";

interface Issued {
  readonly certificate: Certificate;
  readonly keys: CryptoKeyPair;
  readonly cert: string;
  readonly key: string;
}

const pem = (label: string, bytes: ArrayBuffer) =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString("base64")}\n-----END ${label}-----\n`;

let serial = 1;

export async function issued(options: {
  readonly name: string;
  /** Nobody: it signs itself. */
  readonly by?: Issued;
  readonly authority?: boolean;
  readonly ends?: Date;
}): Promise<Issued> {
  const keys = (await webcrypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
    "verify",
  ])) as CryptoKeyPair;
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: serial++ });
  certificate.notBefore.value = new Date(Date.now() - 30 * DAY);
  certificate.notAfter.value = options.ends ?? new Date(Date.now() + 30 * DAY);
  certificate.subject.typesAndValues.push(
    new AttributeTypeAndValue({ type: COMMON_NAME, value: new Utf8String({ value: options.name }) }),
  );
  const issuer = options.by?.certificate.subject ?? certificate.subject;
  certificate.issuer.typesAndValues = issuer.typesAndValues;
  const names = new GeneralNames({ names: [new GeneralName({ type: 2, value: options.name })] });
  certificate.extensions = options.authority
    ? [
        new Extension({
          extnID: "2.5.29.19",
          critical: true,
          extnValue: new BasicConstraints({ cA: true }).toSchema().toBER(false),
        }),
        new Extension({
          extnID: "2.5.29.15",
          critical: true,
          extnValue: new BitString({ valueHex: new Uint8Array([0x06]).buffer, unusedBits: 1 }).toBER(false),
        }),
      ]
    : [new Extension({ extnID: "2.5.29.17", extnValue: names.toSchema().toBER(false) })];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(options.by?.keys.privateKey ?? keys.privateKey, "SHA-256");
  return {
    certificate,
    keys,
    cert: pem("CERTIFICATE", certificate.toSchema(true).toBER(false)),
    key: pem("PRIVATE KEY", await webcrypto.subtle.exportKey("pkcs8", keys.privateKey)),
  };
}
