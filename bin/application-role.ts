import { randomBytes } from "node:crypto";
import { asRole, makeRole, type Power, powerOf } from "../prisma/rights.ts";
import { exitCodes, Refusal } from "./exit-codes.ts";
import type { Settings } from "./settings.ts";

/** What the application works under in the embedded database. */
export const embeddedRole = "belagt_app";

/** What migrations give rights to. */
export interface ApplicationRole {
  readonly name: string;
  /** It is made if it is not there: in a database of our own. */
  readonly isOurs: boolean;
}

/** @returns null where the application works as the owner of the tables, since no other role is named */
export function applicationRole({ databaseUrl, appDatabaseUrl }: Settings): ApplicationRole | null {
  if (appDatabaseUrl !== undefined)
    return { name: decodeURIComponent(new URL(appDatabaseUrl).username), isOurs: false };
  return databaseUrl === undefined ? { name: embeddedRole, isOurs: true } : null;
}

/** How the web server and the worker reach the database. */
export interface ApplicationDatabase {
  readonly url: string;
  /** What the operator is told, if the role is one that can undo the refusals. */
  readonly warning: string | null;
}

/**
 * The database as the application has it: under a role that owns nothing.
 *
 * The embedded one gives that role another password at each start: only the processes that are started then know it.
 *
 * @param ownerUrl - brought up to date, with rights for that role (bin/migrate.ts)
 * @throws Refusal where the role that is named owns tables or is a superuser, or cannot be used
 */
export async function openAsApplication(settings: Settings, ownerUrl: string): Promise<ApplicationDatabase> {
  if (settings.databaseUrl === undefined) {
    const password = randomBytes(24).toString("base64url");
    await makeRole(ownerUrl, embeddedRole, password);
    return { url: asRole(ownerUrl, embeddedRole, password), warning: null };
  }
  if (settings.appDatabaseUrl === undefined) return { url: ownerUrl, warning: WARNING };
  const power = await powerOfOther(settings.appDatabaseUrl);
  if (power.isSuperuser || power.owns) {
    throw new Refusal(
      exitCodes.usage,
      `The role ${power.role} of BELAGT_APP_DATABASE_URL ${power.isSuperuser ? "is a superuser" : "owns tables of the record"}: it could undo what the database refuses.`,
      "Name a role that owns nothing; docs/operations.md says how to make one.",
    );
  }
  return { url: settings.appDatabaseUrl, warning: null };
}

const WARNING =
  "The web server works under the role that owns the tables, which could drop the triggers that keep published rows. " +
  "Give it one of its own: BELAGT_APP_DATABASE_URL, docs/operations.md.";

async function powerOfOther(url: string): Promise<Power> {
  try {
    return await powerOf(url);
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new Refusal(
      exitCodes.databaseUnreachable,
      `The database at ${host}${pathname} cannot be used under the role of BELAGT_APP_DATABASE_URL: ${error instanceof Error ? error.message : String(error)}.`,
      "It must be the database that DATABASE_URL names, and the role must be able to sign in.",
    );
  }
}
