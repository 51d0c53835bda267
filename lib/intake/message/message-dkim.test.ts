import { generateKeyPairSync } from "node:crypto";
import dns from "node:dns";
import { Socket } from "node:net";
import { dkimSign } from "mailauth/lib/dkim/sign.js";
import { afterAll, describe, expect, test, vi } from "vitest";
import { orThrow } from "../../core/result.ts";
import { CRLF, eml, latin1, mixed } from "./message.fixture.ts";
import { type ResolveTxt, verifyDkim } from "./message-dkim.ts";
import { readMessage } from "./message-read.ts";

const rsa = (bits: number) => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: bits });
  const der = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  return {
    pem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    record: `v=DKIM1; k=rsa; p=${der}`,
  };
};
const ed25519 = () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("base64");
  return {
    pem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    record: `v=DKIM1; k=ed25519; p=${raw}`,
  };
};

const ours = rsa(2048);
const NOW = new Date("2026-11-25T12:00:00.000Z");
const KEY = "nov._domainkey.exempelby.example";

interface Signing {
  readonly domain?: string;
  readonly selector?: string;
  readonly pem?: string;
  readonly algorithm?: string;
  readonly signTime?: Date;
  readonly expires?: Date;
  readonly maxBodyLength?: number;
  readonly headers?: string[];
}

/** The message with a signature of its own before it. */
async function signed(
  message: Uint8Array,
  {
    domain = "exempelby.example",
    selector = "nov",
    pem = ours.pem,
    algorithm,
    signTime = NOW,
    expires,
    maxBodyLength,
    headers,
  }: Signing = {},
): Promise<Uint8Array> {
  const key = { signingDomain: domain, selector, privateKey: pem, algorithm, maxBodyLength };
  const { signatures, errors } = await dkimSign(Buffer.from(message), {
    canonicalization: "relaxed/relaxed",
    signTime,
    expires,
    ...(headers ? { headerList: headers } : {}),
    ...key,
    signatureData: [key],
  });
  expect(errors).toEqual([]);
  return Buffer.concat([Buffer.from(signatures), message]);
}

const missing = (code: string) => Object.assign(new Error(code), { code });
const publishing =
  (records: Readonly<Record<string, string>>): ResolveTxt =>
  async (name) => {
    const record = records[name];
    if (record === undefined) throw missing("ENOTFOUND");
    // As DNS has it: strings of 255 characters at the most.
    return [record.match(/.{1,255}/g) ?? [""]];
  };
const published = publishing({ [KEY]: ours.record });
const check = (message: Uint8Array, resolve: ResolveTxt = published) =>
  verifyDkim(message, resolve, { now: NOW });
const changed = (message: Uint8Array, from: string, to: string) =>
  latin1(Buffer.from(message).toString("latin1").replace(from, to));

const letter = eml("Hej Anna,\n\nIngen av dem kom från er.\n");

describe("a signature by the sender's own domain", () => {
  test("that fits is verified, and the key found is kept with it", async () => {
    const result = await check(await signed(letter));
    expect(result).toMatchObject({
      state: "verified",
      reason: null,
      domain: "exempelby.example",
      fromDomain: "exempelby.example",
      checkedAt: NOW.toISOString(),
    });
    expect(result.signatures).toEqual([
      {
        domain: "exempelby.example",
        selector: "nov",
        algorithm: "rsa-sha256",
        state: "verified",
        reason: null,
        aligned: true,
        signedHeaders: expect.arrayContaining(["from", "to", "subject", "date", "message-id"]),
        unsignedHeaders: [],
        bodyHashMatches: true,
        bodyLengthLimited: false,
        unsignedBodyBytes: 0,
        signedAt: NOW.toISOString(),
        expiresAt: null,
        testing: false,
        key: { name: KEY, text: ours.record, bits: 2048 },
      },
    ]);
  });

  test("is verified with Ed25519 (RFC 8463)", async () => {
    const key = ed25519();
    const message = await signed(letter, { pem: key.pem, algorithm: "ed25519-sha256" });
    expect(await check(message, publishing({ [KEY]: key.record }))).toMatchObject({
      state: "verified",
      signatures: [{ algorithm: "ed25519-sha256" }],
    });
  });

  test("is verified when a part of the organisation signs, and when the sender is at a part of it", async () => {
    const name = "nov._domainkey.post.exempelby.example";
    expect(
      await check(
        await signed(letter, { domain: "post.exempelby.example" }),
        publishing({ [name]: ours.record }),
      ),
    ).toMatchObject({ state: "verified", domain: "post.exempelby.example" });
    const atPart = eml("Hej", { From: "a@skola.exempelby.example" });
    expect(await check(await signed(atPart))).toMatchObject({ state: "verified" });
  });

  test("is verified in a file saved on Unix, or out of a mailbox", async () => {
    const message = Buffer.from(await signed(letter)).toString("latin1");
    expect(await check(latin1(message.replaceAll(CRLF, "\n")))).toMatchObject({ state: "verified" });
    expect(await check(latin1(`From a@b Thu Nov 28 14:02:00 2019${CRLF}${message}`))).toMatchObject({
      state: "verified",
    });
  });

  test("is verified in a message that somebody has attached to another", async () => {
    const inner = Buffer.from(await signed(letter))
      .toString()
      .replaceAll(CRLF, "\n");
    const outer = await readMessage(mixed([{ headers: { "Content-Type": "message/rfc822" }, body: inner }]));
    const [attached] = orThrow(outer).attachments;
    expect(await check(attached?.bytes ?? letter)).toMatchObject({ state: "verified" });
  });

  test("tells which shown headers it leaves out", async () => {
    const result = await check(await signed(letter, { headers: ["From", "Date"] }));
    expect(result).toMatchObject({
      state: "verified",
      signatures: [{ unsignedHeaders: ["to", "subject", "message-id", "content-type"] }],
    });
  });

  test("is found among others that do not fit", async () => {
    const twice = await signed(await signed(letter), { selector: "borta" });
    expect(await check(twice)).toMatchObject({
      state: "verified",
      signatures: [{ state: "key_not_obtainable" }, { state: "verified" }],
    });
  });
});

describe("a message that is not as it was signed", () => {
  test.each([
    ["content", "Ingen av dem", "Alla av dem!", "body-changed", false],
    ["subject", "Subject: Svar", "Subject: Svor", "signature-does-not-fit", true],
    ["sender", "<registrator@", "<registrat0r@", "signature-does-not-fit", true],
    ["date", "28 Nov 2019", "29 Nov 2019", "signature-does-not-fit", true],
  ])("fails when the %s was changed", async (_what, from, to, reason, bodyHashMatches) => {
    expect(await check(changed(await signed(letter), from, to))).toMatchObject({
      state: "failed",
      reason,
      domain: null,
      signatures: [{ state: "failed", reason, bodyHashMatches }],
    });
  });

  test("fails when something was added after what a limited signature covers", async () => {
    const limited = await signed(letter, { maxBodyLength: 20 });
    expect(await check(limited)).toMatchObject({
      state: "failed",
      reason: "body-partly-signed",
      signatures: [{ bodyLengthLimited: true, bodyHashMatches: true }],
    });
    const whole = await signed(letter, { maxBodyLength: 10_000 });
    expect(await check(whole)).toMatchObject({ state: "verified", signatures: [{ unsignedBodyBytes: 0 }] });
    expect(await check(Buffer.concat([whole, latin1("Tillagt\r\n")]))).toMatchObject({ state: "failed" });
  });

  test.each([
    "From: kommun@annanby.example",
    "Subject: Något annat",
    "To: bo@annanby.example",
    "Content-Type: text/html",
  ])("fails when a second header was set before: %s", async (header) => {
    const message = Buffer.concat([latin1(header + CRLF), await signed(letter)]);
    expect(await check(message)).toMatchObject({ state: "failed", reason: "header-twice" });
  });

  test("fails when its headers can be read in two ways", async () => {
    const message = changed(await signed(letter), "Subject: Svar", "X: a\rSubject: annat\r\nSubject: Svar");
    expect(await check(message)).toMatchObject({ state: "failed", reason: "headers-malformed" });
  });
});

describe("a signature whose time has run out since", () => {
  const expires = new Date("2026-11-20T12:00:00Z");
  const old = { signTime: new Date("2026-11-18T12:00:00Z"), expires };

  test("fitted when it was made, and that is said", async () => {
    expect(await check(await signed(letter, old))).toMatchObject({
      state: "verified",
      reason: "expired-since",
      signatures: [{ state: "verified", expiresAt: expires.toISOString(), bodyHashMatches: true }],
    });
  });

  test("does not make a changed letter fit", async () => {
    const message = changed(await signed(letter, old), "Hej", "Nej");
    const result = await check(message);
    expect(result.state).toBe("failed");
    expect(result.reason).not.toBe("expired-since");
  });
});

describe("a signature that may not be relied upon", () => {
  test("is made with a key that is too short", async () => {
    const key = rsa(512);
    const message = await signed(letter, { pem: key.pem });
    expect(await check(message, publishing({ [KEY]: key.record }))).toMatchObject({
      state: "failed",
      reason: "weak-key",
      signatures: [{ key: { text: key.record } }],
    });
  });

  test("is made with SHA-1", async () => {
    expect(await check(await signed(letter, { algorithm: "rsa-sha1" }))).toMatchObject({
      state: "failed",
      reason: "weak-algorithm",
    });
  });

  test.each([
    ["leaves the sender out", / h=[^;]*;/, " h=Subject;", "from-not-signed"],
    ["is of a kind we do not know", /a=rsa-sha256/, "a=dsa-sha256", "unknown-algorithm"],
    ["is not written as the standard says", /v=1;/, "v=2;", "signature-malformed"],
  ])("%s", async (_what, from, to, reason) => {
    const message = Buffer.from(await signed(letter)).toString("latin1");
    expect(message).toMatch(from);
    expect(await check(latin1(message.replace(from, to)))).toMatchObject({ state: "failed", reason });
  });

  test("stands among more than anybody needs", async () => {
    const many = Array.from({ length: 11 }, () => `DKIM-Signature: v=1${CRLF}`).join("");
    const asked = vi.fn(published);
    expect(await check(Buffer.concat([latin1(many), letter]), asked)).toMatchObject({
      state: "failed",
      reason: "too-much-to-check",
    });
    expect(asked).not.toHaveBeenCalled();
  });
});

describe("a signature by somebody else", () => {
  const name = "nov._domainkey.utskick.example";
  const resolve = publishing({ [name]: ours.record });

  test("that fits vouches for its own domain alone", async () => {
    const message = await signed(letter, { domain: "utskick.example" });
    expect(await check(message, resolve)).toMatchObject({
      state: "verified_other_domain",
      domain: "utskick.example",
      fromDomain: "exempelby.example",
      signatures: [{ state: "verified", aligned: false }],
    });
  });

  test("is not the sender's because it shares a public suffix, or because the sender's name begins alike", async () => {
    for (const [from, domain] of [
      ["a@annanby.co.uk", "utskick.co.uk"],
      ["a@exempelby.example.utskick.example.net", "exempelby.example"],
      ['"a@utskick.example" <a@exempelby.example>', "utskick.example"],
    ] as const) {
      const message = await signed(eml("Hej", { From: from }), { domain });
      expect(await check(message, publishing({ [`nov._domainkey.${domain}`]: ours.record }))).toMatchObject({
        state: "verified_other_domain",
        domain,
      });
    }
  });

  test("does not vouch for the second of two senders", async () => {
    const message = await signed(eml("Hej", { From: "a@utskick.example, b@exempelby.example" }), {
      domain: "utskick.example",
    });
    expect(await check(message, resolve)).toMatchObject({ state: "failed", reason: "from-not-clear" });
  });
});

describe("a key that cannot be had", () => {
  test.each<[string, ResolveTxt, string]>([
    ["is not there", async () => Promise.reject(missing("ENOTFOUND")), "no-key"],
    ["is not there, though the name is", async () => Promise.reject(missing("ENODATA")), "no-key"],
    ["is an empty answer", async () => [], "no-key"],
    ["was withdrawn", async () => [["v=DKIM1; p="]], "key-revoked"],
    ["is no key", async () => [["v=spf1 -all"]], "key-unreadable"],
    ["is broken", async () => [["v=DKIM1; k=rsa; p=AAAA"]], "key-unreadable"],
    ["is not answered for", async () => Promise.reject(missing("ESERVFAIL")), "dns-failed"],
    ["is never answered for", () => new Promise(() => {}), "dns-failed"],
  ])("because it %s says nothing of the message", async (_why, resolve, reason) => {
    const result = await verifyDkim(await signed(letter), resolve, { now: NOW, lookupMs: 50 });
    expect(result).toMatchObject({
      state: "key_not_obtainable",
      reason,
      signatures: [{ state: "key_not_obtainable", reason, bodyHashMatches: true, key: { name: KEY } }],
    });
  });

  test("is another matter than one that has been changed", async () => {
    expect(await check(await signed(letter), publishing({ [KEY]: rsa(2048).record }))).toMatchObject({
      state: "failed",
      reason: "signature-does-not-fit",
    });
  });

  test("is found beside other records at its name", async () => {
    expect(
      await check(await signed(letter), async () => [["google-verification=x"], [ours.record]]),
    ).toMatchObject({
      state: "verified",
    });
  });
});

describe("checking", () => {
  const out = [
    vi.spyOn(Socket.prototype, "connect"),
    vi.spyOn(dns, "lookup"),
    vi.spyOn(dns, "resolve"),
    vi.spyOn(dns, "resolveTxt"),
    vi.spyOn(dns.promises, "resolve"),
    vi.spyOn(dns.promises, "resolveTxt"),
    vi.spyOn(globalThis, "fetch"),
  ];
  afterAll(() => vi.restoreAllMocks());

  test("says of a message without a signature that it has none", async () => {
    const asked = vi.fn(published);
    expect(await check(letter, asked)).toMatchObject({ state: "not_signed", reason: null, signatures: [] });
    expect(asked).not.toHaveBeenCalled();
  });

  test("asks for nothing but the keys, whatever else the headers offer", async () => {
    const asked = vi.fn(published);
    const offers = [
      "BIMI-Selector: v=BIMI1; s=default",
      "Authentication-Results: x; dkim=pass",
      "List-Unsubscribe: <https://track.example>",
    ];
    await check(
      Buffer.concat([latin1(offers.map((line) => line + CRLF).join("")), await signed(letter)]),
      asked,
    );
    expect(asked.mock.calls).toEqual([[KEY, "TXT"]]);
    for (const way of out) expect(way).not.toHaveBeenCalled();
  });

  test.each([
    ["20 MB of empty lines", () => Buffer.concat([letter, Buffer.alloc(20 * 1024 * 1024, "\n")])],
    ["20 MB on one line", () => Buffer.concat([letter, Buffer.alloc(20 * 1024 * 1024, "a")])],
  ])("%s is read to its end, and refused", async (_what, long) => {
    const message = Buffer.concat([
      latin1(`DKIM-Signature: v=1; a=rsa-sha256; d=exempelby.example; s=nov; h=From; bh=AAAA; b=AAAA${CRLF}`),
      long(),
    ]);
    expect(await check(message)).toMatchObject({ state: "failed", reason: "body-changed" });
  });
});
