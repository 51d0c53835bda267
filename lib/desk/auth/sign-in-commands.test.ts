import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { db } from "../../core/db.ts";
import { orThrow } from "../../core/result.ts";
import { actingAs, aMember, PASSWORD, type TestMember, visitor } from "../member/member.fixture.ts";
import { workedOut } from "./password.fixture.ts";
import { beginSecondFactor, confirmSecondFactor, renewBackupCodes } from "./second-factor-commands.ts";
import { unconfirmedSecret } from "./second-factor-queries.ts";
import { startSession } from "./session-commands.ts";
import { halfSessionByToken, sessionByToken } from "./session-queries.ts";
import { proveAgain, proveSecondFactor, signIn } from "./sign-in-commands.ts";
import { totpAt, totpStep } from "./totp.ts";

vi.mock("node:crypto", async (original) =>
  (await import("./password.fixture.ts")).cheaply(await original<typeof import("node:crypto")>()),
);

vi.hoisted(() => {
  process.env.BELAGT_SECRET = "a secret for tests, long enough for them";
});

const MINUTE = 60_000;
const START = new Date("2026-11-23T12:00:05Z");
standAt(START);
const plus = (ms: number) => new Date(START.getTime() + ms);
const WRONG = { ok: false, reason: "wrong-sign-in", field: undefined };

beforeAll(ownDatabase);
beforeEach(async () => {
  await db().attempt.deleteMany();
});

const lines = () => {
  const written: string[] = [];
  const spy = vi.spyOn(console, "log").mockImplementation((line: string) => void written.push(line));
  return { written, done: () => spy.mockRestore() };
};

describe("signing in with a password", () => {
  test("opens a session whose token the database does not hold", async () => {
    const member = await aMember();
    const { token, halfway } = orThrow(
      await signIn({ email: member.email.toUpperCase(), password: PASSWORD }, visitor(), undefined, START),
    );
    expect(halfway).toBe(false);
    expect(Buffer.from(token, "base64url").length).toBe(32);
    expect(await sessionByToken(token, START)).toMatchObject({
      secondFactor: null,
      member: { id: member.id },
    });
    const rows = await db().$queryRaw<{ row: string }[]>`SELECT to_jsonb(s)::text AS row FROM "Session" s`;
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
  });

  test("never goes on with a token that the browser had before", async () => {
    const member = await aMember();
    const given = { email: member.email, password: PASSWORD };
    const { token: before } = orThrow(await signIn(given, visitor(), undefined, START));
    const { token } = orThrow(await signIn(given, visitor(), before, START));
    expect(token).not.toBe(before);
    expect(await sessionByToken(before, START)).toBeNull();
    const planted = "A".repeat(43);
    const third = orThrow(await signIn(given, visitor(), planted, START));
    expect(third.token).not.toBe(planted);
  });

  test("answers the same for an e-mail nobody has, a disabled member and a wrong password", async () => {
    const member = await aMember();
    const gone = await aMember();
    await db().member.update({ where: { id: gone.id }, data: { disabledAt: START } });
    for (const [email, password] of [
      [member.email, "fel lösenord här"],
      [gone.email, PASSWORD],
      ["nobody@belagt.example", PASSWORD],
      ["not an address", PASSWORD],
      [`${"a".repeat(320)}@belagt.example`, PASSWORD],
      [member.email.replace("@", "\uFF20"), PASSWORD],
      [`${member.email}\0`, PASSWORD],
      [member.email, ""],
    ] as const)
      expect(await signIn({ email, password }, visitor(), undefined, START)).toEqual(WRONG);
  });

  test("works out one password at full cost for a missing account as for an existing one", async () => {
    const [member, gone] = [await aMember(), await aMember()];
    await db().member.update({ where: { id: gone.id }, data: { disabledAt: START } });
    const workFor = async (email: string) => {
      workedOut.length = 0;
      expect(await signIn({ email, password: "fel lösenord" }, visitor(), undefined, START)).toEqual(WRONG);
      return [...workedOut];
    };
    const work = await workFor(member.email);
    expect(work).toEqual([expect.objectContaining({ N: 2 ** 15, r: 8, p: 3 })]);
    for (const email of ["nobody@belagt.example", gone.email, "not an address"])
      expect(await workFor(email)).toEqual(work);
  });

  test("a hundred wrong passwords at once are five tries; then even the right one waits, but not for long", async () => {
    const member = await aMember();
    const tries = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        signIn(
          { email: member.email, password: `fel lösenord ${n}` },
          visitor(`198.51.100.${n}`),
          undefined,
          START,
        ),
      ),
    );
    const reasons = tries.map((each) => (each.ok ? "in" : each.reason));
    expect(reasons.filter((reason) => reason === "wrong-sign-in")).toHaveLength(5);
    expect(reasons.filter((reason) => reason === "too-often")).toHaveLength(95);
    const right = { email: member.email, password: PASSWORD };
    expect(await signIn(right, visitor(), undefined, plus(9 * MINUTE))).toMatchObject({
      reason: "too-often",
    });
    expect((await signIn(right, visitor(), undefined, plus(11 * MINUTE))).ok).toBe(true);
  });

  test("a missing account is locked in the same way", async () => {
    const email = "nobody@belagt.example";
    const reasons = [];
    for (let n = 0; n < 7; n++) {
      const result = await signIn({ email, password: "fel" }, visitor(`198.51.100.${n}`), undefined, START);
      reasons.push(result.ok ? "in" : result.reason);
    }
    expect(reasons).toEqual([...Array(5).fill("wrong-sign-in"), "too-often", "too-often"]);
  });

  test("one password over many accounts stops at the network, also from within one /64", async () => {
    const reasons = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => {
        const from = visitor(`2001:db8:9:9::${n.toString(16)}`);
        const result = await signIn(
          { email: `a${n}@belagt.example`, password: "Sommar2026!" },
          from,
          undefined,
          START,
        );
        return result.ok ? "in" : result.reason;
      }),
    );
    expect(reasons.filter((reason) => reason === "wrong-sign-in")).toHaveLength(30);
  });

  test("leaves neither e-mail, password, token nor whole address in the log", async () => {
    const member = await aMember();
    const log = lines();
    await signIn(
      { email: member.email, password: "hemligt\nord" },
      visitor("203.0.113.77"),
      undefined,
      START,
    );
    const { token } = orThrow(
      await signIn({ email: member.email, password: PASSWORD }, visitor("203.0.113.77"), undefined, START),
    );
    log.done();
    expect(log.written.map((line) => JSON.parse(line))).toEqual([
      {
        at: START.toISOString(),
        security: "sign-in",
        result: "refused",
        how: "password",
        network: "203.0.113.0/24",
      },
      {
        at: START.toISOString(),
        security: "sign-in",
        result: "ok",
        how: "password",
        member: member.id,
        network: "203.0.113.0/24",
      },
    ]);
    for (const secret of [member.email, "hemligt", PASSWORD, token, "203.0.113.77"])
      expect(log.written.join()).not.toContain(secret);
  });
});

/** A member with a second factor confirmed just before `now`, and its secret. */
async function withSecondFactor(
  now: Date,
): Promise<TestMember & { secret: string; codes: readonly string[] }> {
  const member = await aMember();
  const before = new Date(now.getTime() - 2 * MINUTE);
  const { actor } = await actingAs(member, before);
  orThrow(await beginSecondFactor(actor, {}, before));
  const secret = (await unconfirmedSecret(member.id)) ?? "";
  const { codes } = orThrow(
    await confirmSecondFactor(actor, { code: totpAt(secret, totpStep(before)) }, before),
  );
  return { ...member, secret, codes };
}

describe("the second step", () => {
  const half = async (member: TestMember, now = START) =>
    orThrow(await signIn({ email: member.email, password: PASSWORD }, visitor(), undefined, now)).token;

  test("half a session opens nothing but the second step, and ends with it", async () => {
    const member = await withSecondFactor(START);
    const token = await half(member);
    expect(await sessionByToken(token, START)).toBeNull();
    expect(await halfSessionByToken(token, START)).not.toBeNull();
    const whole = orThrow(
      await proveSecondFactor(token, totpAt(member.secret, totpStep(START)), visitor(), START),
    );
    expect(whole.token).not.toBe(token);
    expect(await sessionByToken(whole.token, START)).toMatchObject({ secondFactor: "totp" });
    expect(await halfSessionByToken(token, START)).toBeNull();
    expect(await sessionByToken(token, START)).toBeNull();
  });

  test("half a session is forgotten after ten minutes", async () => {
    const member = await withSecondFactor(START);
    const token = await half(member);
    const later = plus(11 * MINUTE);
    const code = totpAt(member.secret, totpStep(later));
    expect(await proveSecondFactor(token, code, visitor(), later)).toMatchObject({ reason: "signed-out" });
  });

  test("a whole session, a made-up token and none are no half session", async () => {
    const member = await withSecondFactor(START);
    const whole = await startSession({ memberId: member.id, browser: "" }, START);
    for (const token of [whole, "A".repeat(43), "", undefined])
      expect(await proveSecondFactor(token, "000000", visitor(), START)).toMatchObject({
        reason: "signed-out",
      });
  });

  test("the same code is refused the second time, also of ten at once", async () => {
    const member = await withSecondFactor(START);
    const code = totpAt(member.secret, totpStep(START));
    const tokens = await Promise.all(Array.from({ length: 5 }, () => half(member)));
    const results = await Promise.all(
      tokens.map((token) => proveSecondFactor(token, code, visitor(), START)),
    );
    expect(results.filter((each) => each.ok)).toHaveLength(1);
    expect(
      await db().usedCode.count({ where: { memberId: member.id, code: `totp:${totpStep(START)}` } }),
    ).toBe(1);
  });

  test("a code of a minute ago is refused", async () => {
    const member = await withSecondFactor(START);
    const old = totpAt(member.secret, totpStep(plus(-MINUTE)));
    expect(await proveSecondFactor(await half(member), old, visitor(), START)).toMatchObject({
      reason: "wrong-code",
    });
  });

  test("a backup code lets in once, of several at once one; new codes end the old", async () => {
    const member = await withSecondFactor(START);
    const [code = "", other = ""] = member.codes;
    const tokens = await Promise.all(Array.from({ length: 4 }, () => half(member)));
    const results = await Promise.all(
      tokens.map((token) => proveSecondFactor(token, code.toUpperCase(), visitor(), START)),
    );
    const inside = results.filter((each) => each.ok);
    expect(inside).toHaveLength(1);
    const token = inside[0]?.ok ? inside[0].value.token : "";
    expect(await sessionByToken(token, START)).toMatchObject({ secondFactor: "backup_code" });
    const { actor } = await actingAs(member, START);
    const fresh = orThrow(await renewBackupCodes(actor, {}, START));
    expect(fresh.codes).not.toContain(other);
    expect((await proveSecondFactor(await half(member), other, visitor(), START)).ok).toBe(false);
  });

  test("a code of another member is refused", async () => {
    const [one, two] = [await withSecondFactor(START), await withSecondFactor(START)];
    const token = await half(one);
    for (const code of [totpAt(two.secret, totpStep(START)), two.codes[0] ?? ""])
      expect(await proveSecondFactor(token, code, visitor(), START)).toMatchObject({ reason: "wrong-code" });
  });

  test("a hundred guesses at once are five; a new half session does not begin the count anew", async () => {
    const member = await withSecondFactor(START);
    const token = await half(member);
    const guesses = await Promise.all(
      Array.from({ length: 100 }, (_, n) => proveSecondFactor(token, String(100_000 + n), visitor(), START)),
    );
    const reasons = guesses.map((each) => (each.ok ? "in" : each.reason));
    expect(reasons.filter((reason) => reason === "wrong-code").length).toBeLessThanOrEqual(5);
    const again = await half(member, plus(MINUTE));
    const right = totpAt(member.secret, totpStep(plus(MINUTE)));
    expect(await proveSecondFactor(again, right, visitor(), plus(MINUTE))).toMatchObject({
      reason: "too-often",
    });
  });

  test("the secret in the database opens nothing by itself", async () => {
    const member = await withSecondFactor(START);
    const row = await db().twoFactor.findUniqueOrThrow({ where: { memberId: member.id } });
    expect(row.secret).not.toContain(member.secret);
    expect(JSON.stringify(row)).not.toContain(member.codes[0]?.replace("-", ""));
  });
});

describe("proving it again", () => {
  test("makes the session fresh under a new token, and counts wrong passwords", async () => {
    const member = await aMember();
    const { actor, token } = await actingAs(member, START);
    const later = plus(30 * MINUTE);
    expect(await proveAgain(actor, "fel lösenord", visitor(), later)).toMatchObject({
      reason: "wrong-password",
    });
    const { token: renewed } = orThrow(await proveAgain(actor, PASSWORD, visitor(), later));
    expect(await sessionByToken(token, later)).toBeNull();
    const session = await sessionByToken(renewed, later);
    expect(session?.freshUntil).toEqual(plus(35 * MINUTE));
    expect(session?.createdAt).toEqual(START);
    const log = lines();
    const more = await Promise.all(
      Array.from({ length: 20 }, () => proveAgain(actor, "fel", visitor(), later)),
    );
    log.done();
    expect(log.written.join()).toContain('"locked"');
    expect(log.written.join()).not.toContain(member.email);
    expect(more.filter((each) => !each.ok && each.reason === "wrong-password")).toHaveLength(5);
  });
});
