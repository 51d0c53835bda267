/** Members for tests: rows like any other, made the way the commands make them. */

import type { Actor, Role } from "../../core/actor.ts";
import { transaction } from "../../core/db.ts";
import { hashPassword } from "../auth/password.ts";
import { startSession } from "../auth/session-commands.ts";
import { sessionByToken } from "../auth/session-queries.ts";
import { actorOf } from "../auth/session-request.ts";
import { createMember } from "./member-entry-commands.ts";

export const PASSWORD = "sju gröna båtar i Kramfors";
let hash: Promise<string> | undefined;
let made = 0;

export interface TestMember {
  readonly id: string;
  readonly email: string;
}

export async function aMember(role: Role = "journalist", now = new Date()): Promise<TestMember> {
  hash ??= hashPassword(PASSWORD);
  const passwordHash = await hash;
  const email = `person-${++made}-${crypto.randomUUID().slice(0, 8)}@belagt.example`;
  const name = `Testperson ${made}`;
  const member = { email, name, role, byline: { sv: name, en: name } };
  return { email, id: await transaction((tx) => createMember(tx, member, passwordHash, now)) };
}

/** The member with a session begun at `now`, as a request at that moment would see them. */
export async function actingAs(
  { id }: TestMember,
  now = new Date(),
): Promise<{ actor: Actor; token: string }> {
  const token = await startSession({ memberId: id, browser: "Testwebbläsare" }, now);
  const session = await sessionByToken(token, now);
  if (!session) throw new Error("A session begun just now is not there");
  return { actor: actorOf(session), token };
}

export const visitor = (address = "203.0.113.7") => ({ address, browser: "Testwebbläsare" });
