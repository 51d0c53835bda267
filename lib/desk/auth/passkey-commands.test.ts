import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { db } from "../../core/db.ts";
import { orThrow } from "../../core/result.ts";
import { LIMITS, takeAttempt } from "../limit/limit-commands.ts";
import { actingAs, aMember, type TestMember, visitor } from "../member/member.fixture.ts";
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
} from "./passkey-commands.ts";
import { passkeysOf } from "./passkey-queries.ts";
import { sessionByToken } from "./session-queries.ts";
import { signIn } from "./sign-in-commands.ts";

const START = new Date("2026-11-23T12:00:00Z");
standAt(START);
const plus = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const ORIGIN = "https://belagt.example";
const RP_ID = "belagt.example";

beforeAll(ownDatabase);
beforeEach(async () => {
  await db().attempt.deleteMany();
});

const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();

interface Signing {
  readonly challenge: string;
  readonly origin?: string;
  readonly rpId?: string;
  readonly counter?: number;
  /** User present 1, user verified 4. */
  readonly flags?: number;
}

/** What a phone does: one key pair, ES256, CBOR written by hand. */
function authenticator(userHandle: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  const clientData = (type: string, { challenge, origin = ORIGIN }: Signing) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authData = (
    { rpId = RP_ID, counter = 0, flags = 5 }: Signing,
    more: Uint8Array = Buffer.alloc(0),
  ) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, more]);
  };
  const shared = { id: b64(id), rawId: b64(id), type: "public-key" as const, clientExtensionResults: {} };
  return {
    id: b64(id),
    made(signing: Signing) {
      const bytes = (text: string) =>
        Buffer.concat([Buffer.from([0x58, 0x20]), Buffer.from(text, "base64url")]);
      // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
      const key = Buffer.concat([
        Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
        bytes(x),
        Buffer.from([0x22]),
        bytes(y),
      ]);
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, 32]), id, key]);
      const data = authData({ ...signing, flags: (signing.flags ?? 5) | 0x40 }, attested);
      const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
      const object = Buffer.concat([
        Buffer.from([0xa3]),
        text("fmt"),
        text("none"),
        text("attStmt"),
        Buffer.from([0xa0]),
        text("authData"),
        Buffer.from([0x59, data.length >> 8, data.length & 255]),
        data,
      ]);
      return {
        ...shared,
        authenticatorAttachment: undefined,
        response: {
          clientDataJSON: b64(clientData("webauthn.create", signing)),
          attestationObject: b64(object),
        },
      };
    },
    used(signing: Signing & { readonly handle?: string }) {
      const client = clientData("webauthn.get", signing);
      const data = authData(signing);
      const signature = createSign("sha256")
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      return {
        ...shared,
        authenticatorAttachment: undefined,
        response: {
          clientDataJSON: b64(client),
          authenticatorData: b64(data),
          signature: b64(signature),
          userHandle: signing.handle ?? userHandle,
        },
      };
    },
  };
}

async function withPasskey(member?: TestMember) {
  const owner = member ?? (await aMember());
  const { actor } = await actingAs(owner, START);
  const options = orThrow(await beginPasskey(actor, {}, START));
  const phone = authenticator(options.user.id);
  const response = phone.made({ challenge: options.challenge });
  const { id } = orThrow(await addPasskey(actor, { name: "Telefonen", response }, START));
  return { owner, actor, phone, id };
}

const challenge = async (now = START) => orThrow(await beginPasskeySignIn(visitor(), now)).challenge;
const enter = (response: Parameters<typeof signInWithPasskey>[0], now = START) =>
  signInWithPasskey(response, visitor(), undefined, now);

test("a passkey signs in alone, and counts as a second factor", async () => {
  const { owner, phone } = await withPasskey();
  const { token } = orThrow(await enter(phone.used({ challenge: await challenge() })));
  expect(await sessionByToken(token, START)).toMatchObject({
    secondFactor: "passkey",
    member: { id: owner.id },
  });
});

test("it works while the password is locked for too many tries", async () => {
  const { owner, phone } = await withPasskey();
  for (let n = 0; n < 6; n++) await takeAttempt(LIMITS.account, owner.email, START);
  const given = { email: owner.email, password: "vad som helst" };
  expect(await signIn(given, visitor(), undefined, START)).toMatchObject({ reason: "too-often" });
  expect((await enter(phone.used({ challenge: await challenge() }))).ok).toBe(true);
});

test("an answer for another site, another origin, without its owner, or of nobody's challenge is refused", async () => {
  const { phone } = await withPasskey();
  for (const signing of [
    { challenge: await challenge(), rpId: "evil.example" },
    { challenge: await challenge(), origin: "https://evil.example" },
    { challenge: await challenge(), origin: "http://belagt.example" },
    { challenge: await challenge(), flags: 1 },
    { challenge: b64(randomBytes(32)) },
  ])
    expect(await enter(phone.used(signing))).toMatchObject({ reason: "wrong-passkey" });
});

test("a challenge is good once, also of several at once, for five minutes, and for its own purpose", async () => {
  const { actor, phone } = await withPasskey();
  const used = phone.used({ challenge: await challenge() });
  const results = await Promise.all([enter(used), enter(used), enter(used)]);
  expect(results.filter((each) => each.ok)).toHaveLength(1);
  expect(await enter(phone.used({ challenge: await challenge() }), plus(6))).toMatchObject({ ok: false });
  const adding = orThrow(await beginPasskey(actor, {}, START));
  expect(await enter(phone.used({ challenge: adding.challenge }))).toMatchObject({ ok: false });
});

test("a counter that does not go up is a copy of the key", async () => {
  const { phone } = await withPasskey();
  expect((await enter(phone.used({ challenge: await challenge(), counter: 7 }))).ok).toBe(true);
  for (const counter of [7, 3, 0])
    expect(await enter(phone.used({ challenge: await challenge(), counter }))).toMatchObject({ ok: false });
  expect((await enter(phone.used({ challenge: await challenge(), counter: 8 }))).ok).toBe(true);
});

test("nobody gets in with another's id, or another's name on their own key", async () => {
  const [mine, theirs] = [await withPasskey(), await withPasskey()];
  const stolen = {
    ...mine.phone.used({ challenge: await challenge() }),
    id: theirs.phone.id,
    rawId: theirs.phone.id,
  };
  expect(await enter(stolen)).toMatchObject({ ok: false });
  const handle = b64(Buffer.from(theirs.owner.id));
  expect(await enter(mine.phone.used({ challenge: await challenge(), handle }))).toMatchObject({ ok: false });
});

test("a disabled member's passkey opens nothing", async () => {
  const { owner, phone } = await withPasskey();
  await db().member.update({ where: { id: owner.id }, data: { disabledAt: START } });
  expect(await enter(phone.used({ challenge: await challenge() }))).toMatchObject({ ok: false });
});

test("adding, renaming and removing ask for a fresh sign-in, and reach one's own only", async () => {
  const { owner, actor, phone, id } = await withPasskey();
  const stranger = (await actingAs(await aMember(), START)).actor;
  for (const refused of [
    await beginPasskey(actor, {}, plus(6)),
    await renamePasskey(actor, { id, name: "Ny" }, plus(6)),
    await removePasskey(actor, { id }, plus(6)),
  ])
    expect(refused).toMatchObject({ reason: "prove-again" });
  for (const refused of [
    await renamePasskey(stranger, { id, name: "Min" }, START),
    await removePasskey(stranger, { id }, START),
  ])
    expect(refused).toMatchObject({ reason: "unknown-passkey" });
  const options = orThrow(await beginPasskey(actor, {}, START));
  const response = authenticator(options.user.id).made({ challenge: options.challenge });
  expect(await addPasskey(stranger, { name: "Stulen", response }, START)).toMatchObject({
    reason: "wrong-passkey",
  });
  const { token } = orThrow(await enter(phone.used({ challenge: await challenge() })));
  orThrow(await renamePasskey(actor, { id, name: "Ny" }, START));
  expect(await passkeysOf(owner.id)).toMatchObject([{ name: "Ny" }]);
  orThrow(await removePasskey(actor, { id }, START));
  expect(await sessionByToken(token, START)).toBeNull();
  expect(await enter(phone.used({ challenge: await challenge() }))).toMatchObject({ ok: false });
});
