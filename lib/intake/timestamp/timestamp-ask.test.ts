/** An authority is asked, and its answer is believed only as far as it proves something. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type AuthorityMode,
  startTimestampAuthority,
  type TimestampAuthority,
} from "../../../e2e/fixtures/timestamp-authority.ts";
import type { TimestampProblem } from "./timestamp.ts";
import { askAuthority } from "./timestamp-ask.ts";
import { timestampRoots } from "./timestamp-certificate.ts";
import { verifyToken } from "./timestamp-verify.ts";

const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex");
const SHA256 = sha256Of("Protokoll för Exempelby kommun");

let authority: TimestampAuthority;
let stranger: TimestampAuthority;
beforeAll(async () => {
  [authority, stranger] = await Promise.all([startTimestampAuthority(), startTimestampAuthority()]);
});
afterAll(() => {
  authority.close();
  stranger.close();
});

const rootsOf = ({ rootPem }: TimestampAuthority) => timestampRoots(rootPem);

describe("a timestamp that is right", () => {
  test("says when, by whom, under which rules and how exactly", async () => {
    const before = Date.now();
    const answer = await askAuthority(authority.at("good"), SHA256, { roots: rootsOf(authority) });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        accuracy: 1500,
        policy: "1.3.6.1.4.1.99999.1",
        serial: expect.stringMatching(/^01[0-9a-f]{16}$/),
        authority: {
          subject: "CN=Exempelbyns tidsstämpling",
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        trusted: true,
      },
    });
    const at = answer.ok ? answer.value.at.getTime() : 0;
    expect(at).toBeGreaterThanOrEqual(before - 1000);
    expect(at).toBeLessThanOrEqual(Date.now());
  });

  test("holds when it is looked at again, with the token alone", async () => {
    const answer = await askAuthority(authority.at("good"), SHA256);
    if (!answer.ok) throw new Error(answer.reason);
    const { token, trusted, ...said } = answer.value;
    expect(trusted).toBe(false);
    expect(verifyToken(token, SHA256, rootsOf(authority))).toEqual({
      ok: true,
      value: { ...said, trusted: true },
    });
  });

  test("holds for these bytes and no others", async () => {
    const answer = await askAuthority(authority.at("good"), SHA256);
    const token = answer.ok ? answer.value.token : Buffer.alloc(0);
    expect(verifyToken(token, sha256Of("Annat protokoll"))).toEqual({
      ok: false,
      reason: "timestamp-of-other-bytes",
    });
  });

  test.each([
    ["names its certificate as the first version of the rules did", "first-version"],
    ["names its certificate by its key", "by-key"],
    ["is made over a longer hash", "sha-512"],
    ["is signed with RSA", "rsa"],
    ["is signed with RSA-PSS", "rsa-pss"],
  ] as const)("is one too when it %s", async (_what, mode) => {
    const answer = await askAuthority(authority.at(mode), SHA256, { roots: rootsOf(authority) });
    expect(answer).toMatchObject({ ok: true, value: { trusted: true } });
  });

  test("is not trusted without a root, or with somebody else's root of the same name", async () => {
    for (const roots of [[], rootsOf(stranger)]) {
      const answer = await askAuthority(authority.at("good"), SHA256, { roots });
      expect(answer).toMatchObject({ ok: true, value: { trusted: false } });
    }
  });

  test("is asked for with the hash and nothing of the bytes, and never twice with the same question", async () => {
    const from = authority.asked.length;
    await askAuthority(authority.at("good"), SHA256);
    await askAuthority(authority.at("good"), SHA256);
    const [first, second] = authority.asked.slice(from);
    expect(first?.toString("hex")).toContain(SHA256);
    expect(first?.equals(second ?? first)).toBe(false);
    expect(first?.length).toBeLessThan(80);
  });
});

describe("no timestamp is taken", () => {
  const wrong: readonly (readonly [string, AuthorityMode, TimestampProblem])[] = [
    ["of other bytes", "wrong-imprint", "timestamp-of-other-bytes"],
    ["that answers another question", "wrong-nonce", "timestamp-of-other-question"],
    ["that answers no question", "no-nonce", "timestamp-of-other-question"],
    ["that was rejected", "rejected", "timestamp-rejected"],
    ["signed after the certificate had expired", "expired", "timestamp-certificate-expired"],
    ["by a certificate for anything", "no-purpose", "timestamp-certificate-unfit"],
    ["by a certificate for other things too", "two-purposes", "timestamp-certificate-unfit"],
    [
      "by a certificate whose purpose may be passed over",
      "purpose-not-critical",
      "timestamp-certificate-unfit",
    ],
    ["whose time was changed after it was signed", "changed-content", "timestamp-signature-wrong"],
    ["whose signature was changed", "changed-signature", "timestamp-signature-wrong"],
    [
      "that names another certificate than the one that signed",
      "other-certificate",
      "timestamp-signer-unclear",
    ],
    ["that names another key than that of its certificate", "by-other-key", "timestamp-signer-unclear"],
    ["that came without the certificate we asked for", "no-certificates", "timestamp-signer-unclear"],
    ["in the name of somebody else", "other-name", "timestamp-of-other-name"],
    ["over a hash that can be forged", "sha-1", "timestamp-algorithm-weak"],
    ["of a clock an hour from ours", "late-clock", "timestamp-clock-differs"],
    ["with something after it", "trailing", "timestamp-unreadable"],
    ["that is a web page", "garbage", "timestamp-unreadable"],
    ["of more than a megabyte", "huge", "service-answer-too-large"],
    ["from elsewhere than we asked", "redirect", "service-redirects"],
    ["from an authority with too much to do", "busy", "service-busy"],
    ["from an authority that fails", "error", "service-fails"],
  ];
  test.each(wrong)("%s", async (_what, mode, reason) => {
    const answer = await askAuthority(authority.at(mode), SHA256, { roots: rootsOf(authority) });
    expect(answer).toEqual({ ok: false, reason });
  });

  test("that does not come in time", async () => {
    const answer = await askAuthority(authority.at("slow"), SHA256, { timeout: 150 });
    expect(answer).toEqual({ ok: false, reason: "service-slow" });
  });

  test("from nobody at all", async () => {
    const gone = await startTimestampAuthority();
    gone.close();
    expect(await askAuthority(gone.at("good"), SHA256)).toEqual({ ok: false, reason: "service-unreachable" });
  });
});

test("a token with one bit changed never says anything else", async () => {
  const answer = await askAuthority(authority.at("good"), SHA256);
  if (!answer.ok) throw new Error(answer.reason);
  const { token, ...said } = answer.value;
  const roots = rootsOf(authority);
  let refused = 0;
  for (let at = 0; at < token.length; at += 5) {
    const changed = Buffer.from(token);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const read = verifyToken(changed, SHA256, roots);
    // What no signature covers may differ: the root that came along, the numbers of the forms used.
    if (read.ok) expect(read.value).toEqual({ ...said, trusted: true });
    else refused++;
  }
  expect(refused).toBeGreaterThan(100);
});
