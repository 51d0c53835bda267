/**
 * What the web server asks of the database before the application is: whether an address is one of the record's, which
 * state of a dispute a moment belongs to, who sends a file, and whether the database answers at all. By connections of its
 * own and in a few seconds at most, so that a database that hangs is found here, for every kind of page alike.
 */
import pg from "pg";
import { clock } from "../../core/clock.ts";
import { cookiesOf } from "../../desk/auth/cookies.ts";
import { SESSION } from "../../desk/auth/session.ts";
import { isToken, tokenHash } from "../../desk/auth/token.ts";
import { disputeTags } from "../../record/dispute/dispute-tags.ts";
import { isOutdated } from "./outdated.ts";

/** How long a connection and an answer are waited for, ms each: a busy machine needs some of it to make a connection. */
const PATIENCE = 2_000;

/** How long a connection is kept that nobody uses, ms. */
const IDLE = 300_000;

/** How long an answer of the database's is taken for its being there, ms. */
const PULSE = 1_000;

/** How long a session is taken for alive, ms: whoever has just signed out may send one more file. */
const SESSION_KEPT = 5_000;

/** How many rows of the record, disputes and sessions are remembered; the oldest go first. */
const ROOM = 20_000;

/** Remembers so many, the oldest of them least long. */
class Remembered<T> extends Map<string, T> {
  override set(key: string, value: T): this {
    this.delete(key);
    super.set(key, value);
    const [oldest] = this.keys();
    if (this.size > ROOM && oldest !== undefined) this.delete(oldest);
    return this;
  }
}

/** A state of the record at a time: its moment, or that there was nothing yet. */
export type Stood = { readonly at: string } | "nothing-yet" | "no-such-dispute";

export class RecordAtDoor {
  /** For addresses, of which a stranger may invent as many as they like; and for what the desk waits for. */
  readonly #addresses: pg.Pool;
  readonly #own: pg.Pool;
  readonly #cookie: string;
  readonly #there = new Remembered<true>();
  readonly #moments = new Remembered<{
    readonly moments: readonly string[] | null;
    readonly readAt: number;
  }>();
  readonly #members = new Remembered<{ readonly member: string | null; readonly until: number }>();
  #answered = 0;
  #pulse: Promise<unknown> | undefined;

  constructor(databaseUrl: string, baseUrl: string, patience = PATIENCE) {
    const pool = (max: number) => {
      const made = new pg.Pool({
        ...{ connectionString: databaseUrl, max },
        ...{ connectionTimeoutMillis: patience, query_timeout: patience, statement_timeout: patience },
        // A busy machine takes longer to make a connection than to answer.
        ...{ keepAlive: true, idleTimeoutMillis: IDLE, allowExitOnIdle: true },
      });
      // A connection that is lost while nobody uses it is made again when somebody does.
      made.on("error", () => undefined);
      return made;
    };
    this.#addresses = pool(4);
    this.#own = pool(2);
    this.#cookie = cookiesOf(baseUrl).session;
  }

  async #ask<Row extends pg.QueryResultRow>(
    pool: pg.Pool,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const { rows } = await pool.query<Row>(text, [...values]);
    this.#answered = clock.now().getTime();
    return rows;
  }

  /** @throws when the database does not answer */
  async answers(): Promise<void> {
    if (clock.now().getTime() - this.#answered <= PULSE) return;
    // Asked once for all who come meanwhile.
    this.#pulse ??= this.#ask(this.#own, "SELECT 1", []).finally(() => {
      this.#pulse = undefined;
    });
    await this.#pulse;
  }

  /**
   * Whether the record has a row. What is once published stays, so that is asked once for each.
   *
   * @throws when the database does not answer
   */
  async has(by: string, values: readonly string[]): Promise<boolean> {
    const key = `${by} ${values.join(" ")}`;
    if (this.#there.has(key)) return true;
    const [row] = await this.#ask<{ there: boolean }>(
      this.#addresses,
      `SELECT EXISTS (${by}) AS there`,
      values,
    );
    if (row?.there === true) this.#there.set(key, true);
    return row?.there === true;
  }

  /**
   * Which state of a dispute stood at a time: the last entry of the log before it that is about the dispute. All moments of
   * a dispute are remembered until a publication outdates its pages, so that asking for another costs nothing.
   *
   * @throws when the database does not answer
   */
  async stood(slug: string, time: Date): Promise<Stood> {
    const kept = this.#moments.get(slug);
    const tags = [disputeTags.dispute(slug), disputeTags.everything()];
    let moments = kept && !isOutdated(tags, kept.readAt) ? kept.moments : undefined;
    if (moments === undefined) {
      // One less, as for pages: what is outdated within the same millisecond was read before it.
      const readAt = clock.now().getTime() - 1;
      const [row] = await this.#ask<{ moments: Date[] | null }>(this.#addresses, MOMENTS, [slug]);
      moments = row ? (row.moments ?? []).map((at) => at.toISOString()) : null;
      // There are as many wrong addresses as anyone cares to invent.
      if (moments !== null) this.#moments.set(slug, { moments, readAt });
    }
    if (moments === null) return "no-such-dispute";
    const text = time.toISOString();
    const at = moments.find((each) => each <= text);
    return at === undefined ? "nothing-yet" : { at };
  }

  /**
   * Whose session a cookie opens; null: nobody's.
   *
   * @throws when the database does not answer
   */
  async member(cookies = ""): Promise<string | null> {
    const token = cookies
      .split(";")
      .map((one) => one.trim())
      .find((one) => one.startsWith(`${this.#cookie}=`))
      ?.slice(this.#cookie.length + 1);
    if (!isToken(token)) return null;
    const hash = tokenHash(token);
    const now = clock.now().getTime();
    const kept = this.#members.get(hash);
    if (kept && now < kept.until) return kept.member;
    const [row] = await this.#ask<{ memberId: string }>(this.#own, ALIVE, [
      hash,
      new Date(now - SESSION.idle),
      new Date(now - SESSION.whole),
    ]);
    const member = row?.memberId ?? null;
    this.#members.set(hash, { member, until: now + SESSION_KEPT });
    return member;
  }

  /** Lets go of the connections. */
  async end(): Promise<void> {
    await Promise.all([this.#addresses.end(), this.#own.end()]);
  }
}

/** The same entries, in the same order, as a dispute's own page lists (dispute-queries.ts). */
const MOMENTS = `
  SELECT (
    SELECT array_agg(DISTINCT l."at" ORDER BY l."at" DESC) FROM "LogEntry" l
     WHERE l."subject" = d."slug"
        OR l."subject" IN (SELECT c."slug" FROM "Claim" c WHERE c."disputeId" = d."id" AND c."publishedAt" IS NOT NULL)
  ) AS moments
  FROM "Dispute" d WHERE d."slug" = $1 AND d."publishedAt" IS NOT NULL`;

/** What a session must be now to be one (session-queries.ts): whole, not too old, of a member who is not disabled. */
const ALIVE = `
  SELECT s."memberId" FROM "Session" s JOIN "Member" m ON m."id" = s."memberId"
   WHERE s."tokenHash" = $1 AND NOT s."halfway" AND s."seenAt" > $2 AND s."createdAt" > $3 AND m."disabledAt" IS NULL`;
