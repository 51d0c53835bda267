import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { actingAs, aMember } from "../member/member.fixture.ts";
import { endOtherSessions, endSession, endSessionByToken, markSeen } from "./session-commands.ts";
import { sessionByToken, sessionsOf } from "./session-queries.ts";

const HOUR = 3_600_000;
const START = new Date("2026-11-23T12:00:00Z");
standAt(START);
const plus = (hours: number) => new Date(START.getTime() + hours * HOUR);

beforeAll(ownDatabase);

test("a session that is not used for eight hours is over", async () => {
  const { token } = await actingAs(await aMember(), START);
  expect(await sessionByToken(token, plus(7.99))).not.toBeNull();
  expect(await sessionByToken(token, plus(8.01))).toBeNull();
});

test("use keeps it, but for seven days at most", async () => {
  const { token } = await actingAs(await aMember(), START);
  for (let hour = 6; hour < 168; hour += 6) {
    const session = await sessionByToken(token, plus(hour));
    expect(session).not.toBeNull();
    await markSeen(session?.id ?? "", plus(hour));
  }
  expect(await sessionByToken(token, plus(167.9))).not.toBeNull();
  expect(await sessionByToken(token, plus(168.1))).toBeNull();
});

test("what is no token of ours opens nothing", async () => {
  for (const token of [undefined, "", "x", "A".repeat(43), `${"A".repeat(42)}\0`, "' OR 1=1 --"])
    expect(await sessionByToken(token, START)).toBeNull();
});

test("signing out ends it at once", async () => {
  const { token } = await actingAs(await aMember(), START);
  await endSessionByToken(token);
  expect(await sessionByToken(token, START)).toBeNull();
});

test("a member ends their own sessions and nobody else's", async () => {
  const member = await aMember();
  const [here, there, elsewhere] = [
    await actingAs(member, START),
    await actingAs(member, START),
    await actingAs(member, START),
  ];
  const stranger = await actingAs(await aMember(), START);
  const id = there.actor.session?.id ?? "";
  expect(await endSession(stranger.actor, { id }, START)).toMatchObject({ reason: "unknown-sign-in" });
  orThrow(await endSession(here.actor, { id }, START));
  expect(await sessionByToken(there.token, START)).toBeNull();
  expect(await sessionsOf(member.id, START)).toHaveLength(2);
  expect(orThrow(await endOtherSessions(here.actor, {}, START)).ended).toBe(1);
  expect(await sessionByToken(elsewhere.token, START)).toBeNull();
  expect(await sessionByToken(here.token, START)).not.toBeNull();
  expect(await sessionByToken(stranger.token, START)).not.toBeNull();
});
