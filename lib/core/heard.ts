/**
 * A publication has not been answered before every web server has heard of it: whoever has read the answer, and tells
 * somebody, may ask any of them, and finds what was published.
 *
 * Servers listen to the database (lib/site/http/publications.ts), which delivers news in the order of commits. So one more
 * piece of news, sent after a commit, is heard after everything in it. What each has heard last stands in the name of its
 * session, `belagt readers 17`, where pg_stat_activity shows it for as long as the server lives and no longer.
 */

/** Where news is told. */
export const NEWS_CHANNEL = "record_published";

const SESSION = "belagt readers";

/** How a server says that it listens, and has heard of everything up to a piece of news. */
export const heardUpTo = (number: number): string =>
  `SET application_name = '${SESSION} ${Math.trunc(number)}'`;

/** How often it is looked, and how long a server is waited for that hears nothing, ms. */
const [EVERY, PATIENCE] = [5, 2_000];

interface Asks {
  $queryRawUnsafe<T>(query: string, ...values: unknown[]): Promise<T>;
}

/**
 * Waits until every server that listens has heard of what is committed by now. One that hangs is not waited for longer than
 * two seconds: what is published is published, and it answers nobody meanwhile.
 *
 * @returns whether all have heard
 */
export async function everyServerHasHeard(database: Asks, patience = PATIENCE): Promise<boolean> {
  const [asked] = await database.$queryRawUnsafe<{ number: bigint }[]>(
    `WITH news AS (SELECT nextval('public."news_number"') AS number)
     SELECT number, pg_notify($1, json_build_object('heard', number)::text)::text FROM news`,
    NEWS_CHANNEL,
  );
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const [behind] = await database.$queryRawUnsafe<{ servers: number }[]>(
      `SELECT count(*)::int AS servers FROM pg_stat_activity
        WHERE datname = current_database() AND starts_with(application_name, $1)
          AND substring(application_name FROM '\\d+$')::bigint < $2`,
      SESSION,
      asked?.number ?? 0n,
    );
    if (behind?.servers === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
  return false;
}
