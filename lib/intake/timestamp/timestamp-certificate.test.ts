/** Which certificates lead to a root that the operator trusts (RFC 5280 §6), and which may sign timestamps. */
import { beforeAll, describe, expect, test } from "vitest";
import {
  basicConstraints,
  certify,
  criticalUnknown,
  DAY,
  derOf,
  forCertificates,
  forPurposes,
  forSigning,
  type Holder,
  pemOf,
  TIME_STAMPING,
} from "../../../e2e/fixtures/timestamp-certificates.ts";
import {
  leadsToRoot,
  maySignTimestamps,
  nameOf,
  readCertificate,
  timestampRoots,
} from "./timestamp-certificate.ts";

const NOW = new Date();
const STAMPING = [basicConstraints(false), forSigning(), forPurposes([TIME_STAMPING])];
const CERTIFYING = [basicConstraints(true), forCertificates()];

const read = ({ certificate }: Holder) => readCertificate(derOf(certificate));
const leads = (signer: Holder, others: readonly Holder[], roots: readonly Holder[], at = NOW) =>
  leadsToRoot(read(signer), others.map(read), roots.map(read), at);

let root: Holder;
let middle: Holder;
let signer: Holder;
beforeAll(async () => {
  root = await certify({ name: "Rot", extensions: CERTIFYING });
  middle = await certify({ name: "Mellan", by: root, extensions: CERTIFYING });
  signer = await certify({ name: "Stämpel", by: middle, extensions: STAMPING });
});

describe("a certificate leads to a root", () => {
  test("over those in between, in whatever order they came", () => {
    expect(leads(signer, [middle], [root])).toBe(true);
    expect(leads(signer, [signer, root, middle], [root])).toBe(true);
  });

  test("when the one in between is trusted itself, or the signer is", () => {
    expect(leads(signer, [], [middle])).toBe(true);
    expect(leads(signer, [], [signer])).toBe(true);
  });

  test("for as many as the root allows in between", async () => {
    const strict = await certify({
      name: "Sträng",
      extensions: [basicConstraints(true, 0), forCertificates()],
    });
    const under = await certify({ name: "Under", by: strict, extensions: CERTIFYING });
    const direct = await certify({ name: "Direkt", by: strict, extensions: STAMPING });
    const indirect = await certify({ name: "Indirekt", by: under, extensions: STAMPING });
    expect(leads(direct, [], [strict])).toBe(true);
    expect(leads(indirect, [under], [strict])).toBe(false);
  });
});

describe("a certificate leads nowhere", () => {
  test("without a root, or without the one in between", () => {
    expect(leads(signer, [middle], [])).toBe(false);
    expect(leads(signer, [], [root])).toBe(false);
  });

  test("when a root only came along with it", () => {
    expect(leads(signer, [middle, root], [])).toBe(false);
  });

  test("to a root of the same name with another key", async () => {
    const namesake = await certify({ name: "Rot", extensions: CERTIFYING });
    expect(leads(signer, [middle], [namesake])).toBe(false);
  });

  test("over one that may not certify", async () => {
    const seller = await certify({
      name: "Säljare",
      by: root,
      extensions: [basicConstraints(false), forSigning()],
    });
    const sold = await certify({ name: "Såld", by: seller, extensions: STAMPING });
    expect(leads(sold, [seller], [root])).toBe(false);
  });

  test("over one that had expired when the token was signed, though not before", async () => {
    const until = new Date(NOW.getTime() - 10 * DAY);
    const old = await certify({ name: "Gammal", by: root, extensions: CERTIFYING, until });
    const late = await certify({ name: "Sen", by: old, extensions: STAMPING });
    expect(leads(late, [old], [root])).toBe(false);
    expect(leads(late, [old], [root], new Date(until.getTime() - DAY))).toBe(true);
  });

  test("over a signature that can be forged", async () => {
    const weak = await certify({ name: "Svag", by: root, extensions: STAMPING, hash: "SHA-1" });
    expect(leads(weak, [], [root])).toBe(false);
  });

  test("over one with a condition that we do not understand", async () => {
    const bound = await certify({ name: "Bunden", by: root, extensions: [...CERTIFYING, criticalUnknown()] });
    const under = await certify({ name: "Under", by: bound, extensions: STAMPING });
    const itself = await certify({ name: "Själv", by: root, extensions: [...STAMPING, criticalUnknown()] });
    expect(leads(under, [bound], [root])).toBe(false);
    expect(leads(itself, [], [root])).toBe(false);
  });

  test("round and round, when two certify each other", async () => {
    const one = await certify({ name: "Ena", extensions: CERTIFYING });
    const other = await certify({ name: "Andra", by: one, extensions: CERTIFYING });
    const back = await certify({ name: "Ena", keys: one.keys, by: other, extensions: CERTIFYING });
    const lost = await certify({ name: "Vilse", by: other, extensions: STAMPING });
    expect(leads(lost, [other, back, one], [root])).toBe(false);
  });
});

describe("a certificate may sign timestamps", () => {
  const may = async (...extensions: Parameters<typeof certify>[0]["extensions"]) =>
    maySignTimestamps(read(await certify({ name: "Stämpel", by: root, extensions })));

  test("when it is for that alone and says so to everybody", async () => {
    expect(await may(...STAMPING)).toBe(true);
    expect(await may(forPurposes([TIME_STAMPING]))).toBe(true);
  });

  test("not when its key is for certificates", async () => {
    expect(await may(forCertificates(), forPurposes([TIME_STAMPING]))).toBe(false);
  });
});

describe("the roots of an operator", () => {
  test("are read one after the other, with whatever stands between them", () => {
    const pem = `The first\r\n${pemOf(root.certificate)}\nThe second\n${pemOf(middle.certificate)}`;
    expect(timestampRoots(pem).map((one) => nameOf(one).subject)).toEqual(["CN=Rot", "CN=Mellan"]);
  });

  test("are none of the operator's when they cannot be read", () => {
    expect(() => timestampRoots("")).toThrow("No certificate");
    expect(() => timestampRoots(pemOf(root.certificate).replace(/\n\w{20}/, "\nAAAA"))).toThrow();
  });
});

test("a certificate is named by its subject in one line", () => {
  expect(nameOf(read(signer))).toEqual({
    subject: "CN=Stämpel",
    sha256: read(signer).x509.fingerprint256.replaceAll(":", "").toLowerCase(),
  });
});
