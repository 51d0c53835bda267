/**
 * Hears of everything that is published, by whichever process: this server, another one, or a command. The database
 * tells it (migration: tell_of_publication) once the change is committed, and the pages it touches are made anew when they
 * are next asked for.
 */
import pg from "pg";
import { z } from "zod";
import { clock } from "../../core/clock.ts";
import { heardUpTo, NEWS_CHANNEL } from "../../core/heard.ts";
import { keepPublicationName } from "../../core/language/publication-name.ts";
import { keepRatingNames } from "../../core/rating/rating-names.ts";
import { claimTags } from "../../record/claim/claim-tags.ts";
import { disputeTags } from "../../record/dispute/dispute-tags.ts";
import { readRatingNames } from "../../record/imprint/imprint-schema.ts";
import { LEAST_NOTICE_HOURS } from "../../record/reply/reply-deadline.ts";
import { outdate } from "./outdated.ts";

const [SOONEST, LATEST] = [500, 30_000];

/**
 * How often the connection is asked whether it still is one, ms: nobody else would notice that it is not. A deadline that
 * passes is seen this much later at most.
 */
const PULSE = 30_000;

/**
 * Listens until the process ends. A lost connection is made again, and what may have been published meanwhile counts as
 * published. Needs a session of its own: a pooler that hands out transactions delivers no news.
 *
 * @param options.wait - before it is tried again, ms; doubles with each failure
 * @param options.every - the pulse, ms
 * @returns once it listens, or once the first attempt has failed: pages can be served while the database cannot
 */
export async function listenForPublications(
  databaseUrl: string,
  { wait = SOONEST, every = PULSE }: { readonly wait?: number; readonly every?: number } = {},
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true, query_timeout: PULSE / 3 });
  let pulse: NodeJS.Timeout | undefined;
  let over = false;
  const startAgain = (error: unknown, soon: number) => {
    if (over) return;
    over = true;
    clearInterval(pulse);
    console.warn(`Not hearing of publications: ${error instanceof Error ? error.message : String(error)}`);
    client.end().catch(() => undefined);
    setTimeout(() => void listenForPublications(databaseUrl, { wait: soon, every }), soon).unref();
  };
  client.on("error", (error) => startAgain(error, SOONEST));
  // One after the other: what is said to have been heard comes after what was to be heard.
  let hearing: Promise<void> = Promise.resolve();
  client.on("notification", ({ payload }) => {
    hearing = hearing
      .then(() => receive(client, payload))
      .catch((error: unknown) => startAgain(error, SOONEST));
  });
  try {
    await client.connect();
    // At once, or what is heard in between would be said to have been heard before.
    await client.query(`LISTEN ${NEWS_CHANNEL}; ${heardUpTo(0)}`);
    await outdateEverything(client);
    let passed = await deadlinesPassed(client);
    pulse = setInterval(() => {
      deadlinesPassed(client)
        .then((now) => {
          if (now !== passed) outdate([disputeTags.everything()]);
          passed = now;
        })
        .catch((error: unknown) => startAgain(error, SOONEST));
    }, every).unref();
  } catch (error) {
    startAgain(error, Math.min(wait * 2, LATEST));
  }
}

/**
 * How many deadlines for an answer have passed (those of questions, and the least that anybody is given who got one
 * late), asked as the pulse. When one does, pages that say an answer is awaited
 * are no longer true, though nobody has published anything. By this process's clock, which is the one pages are made by: a
 * database whose clock is ahead would outdate a page a moment before it can be made differently.
 */
async function deadlinesPassed(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ passed: number }>(
    `SELECT (SELECT count(*) FROM "Asking" WHERE "publishedAt" IS NOT NULL AND "deadline" <= $1)::int
          + (SELECT count(*) FROM "ReplyLink" WHERE "sentAt" <= $1::timestamptz - interval '${LEAST_NOTICE_HOURS} hours')::int AS passed`,
    [clock.now()],
  );
  return rows[0]?.passed ?? 0;
}

const news = z.object({ seq: z.int(), type: z.string(), subject: z.string() });
/** Somebody waits until this has been heard, and with it all that came before. */
const question = z.object({ heard: z.int().nonnegative() });
/** Of what the log does not tell, whoever changed it names the pages (`outdatePages`). */
const pages = z.object({ tags: z.array(z.string()) });

/**
 * Outdates the pages a publication touches: at once those of its subject and the lists, then those of everything else in
 * the same dispute. News that cannot be read may be about anything.
 */
async function receive(client: pg.Client, payload: string | undefined): Promise<void> {
  const said = parsed(payload);
  const asked = question.safeParse(said);
  if (asked.success) return void (await client.query(heardUpTo(asked.data.heard)));
  const named = pages.safeParse(said);
  if (named.success) return outdate(named.data.tags);
  const heard = news.safeParse(said);
  // What has been taken down may have been shown anywhere, and what has another address linked from anywhere.
  if (!heard.success || /^(?:imprint|removal|address|merge)\./.test(heard.data.type))
    return outdateEverything(client);
  const { seq, subject } = heard.data;
  outdate([disputeTags.record(), disputeTags.dispute(subject), claimTags.claim(subject)]);
  try {
    const { rows } = await client.query<{ tag: string }>(TOUCHED, [seq]);
    outdate(rows.map(({ tag }) => tag));
  } catch {
    outdate([disputeTags.everything()]);
  }
}

function parsed(payload = ""): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}

/**
 * The tags of every page about a dispute in which something was published, of every other dispute with a party that has
 * another name since, and of claims elsewhere that these bear on.
 */
const TOUCHED = `
  WITH entry AS (SELECT "type", "subject" FROM "LogEntry" WHERE "seq" = $1),
  named AS (
    SELECT (w ->> 'partyId')::uuid AS "id" FROM "PublicationDocument" d, jsonb_array_elements(d."document"::jsonb -> 'rows' -> 'partyWording') w
     WHERE d."seq" = $1
  ),
  dispute AS (
    SELECT d."id", d."slug" FROM "Dispute" d, entry
     WHERE d."slug" = entry."subject"
        OR d."id" IN (SELECT c."disputeId" FROM "Claim" c WHERE c."slug" = entry."subject")
        OR d."id" IN (SELECT r."disputeId" FROM "PartyRole" r WHERE r."partyId" IN (SELECT "id" FROM named))
  ),
  claim AS (SELECT "id", "slug" FROM "Claim" WHERE "disputeId" IN (SELECT "id" FROM dispute))
  SELECT 'dispute:' || "slug" AS tag FROM dispute
  UNION SELECT 'claim:' || "slug" FROM claim
  UNION SELECT 'claim:' || c."slug" FROM "Claim" c JOIN "Relation" r ON c."id" IN (r."fromId", r."toId")
   WHERE r."fromId" IN (SELECT "id" FROM claim) OR r."toId" IN (SELECT "id" FROM claim)
  UNION SELECT 'source:' || "id" FROM "Source" WHERE "disputeId" IN (SELECT "id" FROM dispute)
  UNION SELECT 'party:' || p."slug" FROM "Party" p
   WHERE EXISTS (SELECT FROM "PartyRole" r WHERE r."partyId" = p."id" AND r."disputeId" IN (SELECT "id" FROM dispute))
      OR EXISTS (SELECT FROM "Party" part JOIN "PartyRole" r ON r."partyId" = part."id"
                  WHERE part."partOfId" = p."id" AND r."disputeId" IN (SELECT "id" FROM dispute))`;

/** For what may be about anything. The names first, the publication's and the ratings': pages made from then on have the new ones. */
async function outdateEverything(client: pg.Client): Promise<void> {
  try {
    const { rows } = await client.query<{ name: string; ratingNames: unknown }>(
      `SELECT "name", "ratingNames" FROM "Imprint" WHERE "publishedAt" IS NOT NULL ORDER BY "version" DESC LIMIT 1`,
    );
    keepPublicationName(rows[0]?.name ?? null);
    keepRatingNames(readRatingNames(rows[0]?.ratingNames ?? {}));
  } catch (error) {
    console.warn(
      `The publication and its ratings keep their names: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  outdate([disputeTags.everything()]);
}
