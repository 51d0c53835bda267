import { AsyncResource } from "node:async_hooks";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { administrator } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { db, transaction } from "../../core/db.ts";
import { env } from "../../core/env.ts";
import { orThrow } from "../../core/result.ts";
import { signIn } from "../auth/sign-in-commands.ts";
import { markLetterSent } from "../letter/letter-commands.ts";
import { actingAs, aMember, visitor } from "./member.fixture.ts";
import { changeEmail, disableMember, makeResetLink } from "./member-commands.ts";
import { resetPassword } from "./member-entry-commands.ts";
import { ANSWER_AFTER, askForResetLink } from "./member-reset-commands.ts";

vi.mock("node:crypto", async (original) =>
  (await import("../auth/password.fixture.ts")).cheaply(await original<typeof import("node:crypto")>()),
);

const MINUTE = 60_000;
const START = new Date("2026-11-23T12:00:00Z");
standAt(START);
const plus = (ms: number) => new Date(START.getTime() + ms);
const NEW = "åtta röda kajaker i Härnösand";

beforeAll(ownDatabase);
beforeEach(async () => {
  await db().attempt.deleteMany();
});

const ask = (email: string, from = "203.0.113.7", now = START) =>
  askForResetLink({ email, locale: "sv" }, visitor(from), now);
const lettersTo = (to: string) => db().letter.findMany({ where: { to }, orderBy: { id: "asc" } });
/** The letter is not waited for by whoever asks. */
const letterTo = (to: string, nth = 0) =>
  vi.waitFor(
    async () => {
      const letter = (await lettersTo(to))[nth];
      if (!letter) throw new Error("No letter yet");
      return letter;
    },
    { timeout: 5_000 },
  );
const tokenIn = (letter: { link: string | null }) => letter.link?.split("/").at(-1) ?? "";

/** Nothing that was begun here is in a transaction of later. */
const outside: <T>(work: () => Promise<T>) => Promise<T> = AsyncResource.bind((work) => work());

describe("asking for a link to set a new password", () => {
  test("writes to the member, who sets one by it; every other link is then worth nothing", async () => {
    const member = await aMember();
    orThrow(await ask(member.email));
    const first = await letterTo(member.email);
    expect(first).toMatchObject({ state: "by_hand", createdBy: "visitor" });
    expect(first.text).toContain("Någon, förmodligen du");
    orThrow(await markLetterSent(administrator, { id: first.id }));
    orThrow(await ask(member.email));
    const second = await letterTo(member.email, 1);
    // The first one has gone: a stranger who asks must not end it.
    orThrow(await resetPassword(tokenIn(first), NEW, visitor(), plus(MINUTE)));
    expect(await resetPassword(tokenIn(second), NEW, visitor(), plus(MINUTE))).toMatchObject({
      reason: "link-not-good",
    });
    expect((await lettersTo(member.email)).map(({ link }) => link)).toEqual([null, null]);
    const given = { email: member.email, password: NEW };
    expect((await signIn(given, visitor(), undefined, plus(MINUTE))).ok).toBe(true);
  });

  test("writes no second letter while the first waits to be handed over", async () => {
    const member = await aMember();
    orThrow(await ask(member.email));
    await letterTo(member.email);
    orThrow(await ask(member.email));
    orThrow(await ask(member.email));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await lettersTo(member.email)).toHaveLength(1);
  });

  test("makes one letter of several at once", async () => {
    const member = await aMember();
    await Promise.all(Array.from({ length: 3 }, () => ask(member.email)));
    await letterTo(member.email);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await lettersTo(member.email)).toHaveLength(1);
  });

  test("the link is good for a day where somebody has to hand it over, and an hour where a server sends it", async () => {
    const [one, two] = [await aMember(), await aMember()];
    orThrow(await ask(one.email));
    const byHand = await letterTo(one.email);
    expect(byHand.linkUntil).toEqual(plus(24 * 60 * MINUTE));
    expect(byHand.text).toContain("24 timmar");
    const settings = env as { BELAGT_SMTP_URL?: string };
    settings.BELAGT_SMTP_URL = "smtp://mail.example";
    try {
      orThrow(await ask(two.email));
      const sent = await letterTo(two.email);
      expect(sent).toMatchObject({ state: "waiting", linkUntil: plus(60 * MINUTE) });
      expect(sent.text).toContain("en timme");
    } finally {
      delete settings.BELAGT_SMTP_URL;
    }
  });

  test("says the same, by the same wait, to an e-mail nobody has, to a disabled member and to a member", async () => {
    const [member, disabled] = [await aMember(), await aMember()];
    orThrow(await disableMember(administrator, { id: disabled.id }));
    const waits = vi.spyOn(globalThis, "setTimeout");
    const waitsFor = async (email: string) => {
      waits.mockClear();
      expect(await ask(email)).toEqual({ ok: true, value: null });
      return waits.mock.calls.filter(([, ms]) => ms === ANSWER_AFTER).length;
    };
    try {
      for (const email of [member.email, disabled.email, "nobody@belagt.example"])
        expect(await waitsFor(email)).toBe(1);
    } finally {
      waits.mockRestore();
    }
    await letterTo(member.email);
    expect(await lettersTo(disabled.email)).toEqual([]);
    expect(await lettersTo("nobody@belagt.example")).toEqual([]);
  });

  test("does not wait for the work that only a member's e-mail makes", async () => {
    const member = await aMember();
    await transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM "Member" WHERE "id" = ${member.id}::uuid FOR UPDATE`;
      // From outside the transaction: the work stands still as long as it lasts, and the answer comes all the same.
      const answer = await outside(() => ask(member.email));
      expect(answer).toEqual({ ok: true, value: null });
      expect(await tx.letter.count({ where: { to: member.email } })).toBe(0);
    });
    await letterTo(member.email);
  });

  test("is counted for an account nobody has as for one somebody has, and for the network", async () => {
    const member = await aMember();
    const reasons = async (email: string, from: (n: number) => string, times: number) =>
      (await Promise.all(Array.from({ length: times }, (_, n) => ask(email, from(n)))))
        .map((each) => (each.ok ? "asked" : each.reason))
        .sort();
    const each = (n: number) => `198.51.100.${n}`;
    const expected = ["asked", "asked", "asked", "too-often", "too-often"];
    expect(await reasons(member.email, each, 5)).toEqual(expected);
    expect(await reasons("nobody@belagt.example", each, 5)).toEqual(expected);
    expect(await ask(member.email, each(9), plus(16 * MINUTE))).toMatchObject({ ok: true });
    const many = await Promise.all(
      Array.from({ length: 14 }, (_, n) => ask(`a${n}@belagt.example`, `2001:db8:7:7::${n.toString(16)}`)),
    );
    expect(many.filter(({ ok }) => ok)).toHaveLength(10);
  });

  test("leaves no e-mail, link or whole address in the log", async () => {
    const member = await aMember();
    const written: string[] = [];
    const spy = vi.spyOn(console, "log").mockImplementation((line: string) => void written.push(line));
    await ask(member.email, "203.0.113.77");
    const letter = await letterTo(member.email);
    await ask("nobody@belagt.example", "203.0.113.77");
    await vi.waitFor(() => expect(written).toHaveLength(2));
    spy.mockRestore();
    for (const secret of [member.email, "nobody@", tokenIn(letter), "203.0.113.77"])
      expect(written.join()).not.toContain(secret);
  });
});

test("a new e-mail address ends the links that went to the old one, and an administrator's link ends those before", async () => {
  const member = await aMember();
  orThrow(await ask(member.email));
  const asked = await letterTo(member.email);
  const made = orThrow(await makeResetLink(administrator, { id: member.id, locale: "sv" }, START));
  expect(await resetPassword(tokenIn(asked), NEW, visitor(), START)).toMatchObject({
    reason: "link-not-good",
  });
  const letter = await db().letter.findUniqueOrThrow({ where: { id: made.letter } });
  const { actor } = await actingAs(member, START);
  orThrow(await changeEmail(actor, { email: `new-${member.email}` }, START));
  expect(await resetPassword(tokenIn(letter), NEW, visitor(), START)).toMatchObject({
    reason: "link-not-good",
  });
});
