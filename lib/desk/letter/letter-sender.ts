/**
 * Sends the letters of the outbox, from the web server's process (lib/site/http/serve.ts). It knows nothing of the
 * application: a connection to the database and one to the mail server are all it needs.
 */
import { createTransport } from "nodemailer";
import pg from "pg";

export interface MailSettings {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  /** An address, with or without a name: `Belagt <desk@example.org>`. */
  readonly from: string;
}

/** How often the outbox is looked at when it was empty, ms. */
const PAUSE = 5_000;

/** After so many failures a letter waits for an administrator instead (/desk/letters). */
const MOST_TRIES = 5;

/** How long to wait after each failure, ms. */
const WAITS = [60_000, 5 * 60_000, 30 * 60_000, 2 * 3_600_000];

interface Row {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string | null;
  readonly attempts: number;
}

export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** The same at every try, so that a mail system can tell a repeated letter. */
  readonly messageId: string;
}

export type SendMail = (mail: Mail) => Promise<unknown>;

/**
 * Sends the next letter that is due, if there is one. It is locked while it is being sent, and passed over by whoever
 * else looks: a process that dies meanwhile leaves it as it was. Sent at least once, then: a crash between the mail
 * server's yes and our own note of it repeats the letter under the same message id.
 *
 * @returns whether there was one
 */
export async function sendNextLetter(client: pg.ClientBase, send: SendMail, host: string): Promise<boolean> {
  await client.query("BEGIN");
  try {
    const { rows } = await client.query<Row>(
      `SELECT "id", "to", "subject", "text", "link", "attempts" FROM "Letter"
        WHERE "state" = 'waiting' AND "tryAt" <= now() ORDER BY "tryAt" LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    const [letter] = rows;
    if (letter) await sendOne(client, letter, send, host);
    await client.query("COMMIT");
    return letter !== undefined;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function sendOne(client: pg.ClientBase, letter: Row, send: SendMail, host: string): Promise<void> {
  const { id, to, subject, text, link, attempts } = letter;
  try {
    await send({
      // As an object, so that nothing in it can be read as a list of addresses.
      to: { name: "", address: to },
      subject,
      text: text.replaceAll("{link}", link ?? ""),
      messageId: `<${id}@${host}>`,
    });
    await client.query(
      `UPDATE "Letter" SET "state" = 'sent', "sentAt" = now(), "link" = NULL, "lastError" = NULL, "attempts" = $2 WHERE "id" = $1`,
      [id, attempts + 1],
    );
  } catch (error) {
    const tries = attempts + 1;
    const state = tries >= MOST_TRIES ? "failed" : "waiting";
    const wait = WAITS[attempts] ?? WAITS.at(-1) ?? 0;
    await client.query(
      `UPDATE "Letter" SET "state" = $2::"LetterState", "attempts" = $3, "lastError" = $4,
              "tryAt" = now() + $5 * interval '1 millisecond' WHERE "id" = $1`,
      [id, state, tries, errorWords(error, letter), wait],
    );
    console.warn(`A letter could not be sent (try ${tries} of ${MOST_TRIES}).`);
  }
}

/** What the mail server said, in one line; not the letter's secret, should the server have repeated it. */
function errorWords(error: unknown, { link }: Row): string {
  const words = error instanceof Error ? error.message : String(error);
  return (link ? words.replaceAll(link, "…") : words).replaceAll(/\p{Cc}+/gu, " ").slice(0, 300);
}

/** The way to a mail server. */
export function mailer(smtpUrl: string, from: string): SendMail {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // A letter is text. Nothing in one makes this process read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (mail) => transport.sendMail({ ...mail, from });
}

/** Sends letters until the process ends. A database or mail server that is away is asked again. */
export function sendLetters({ databaseUrl, smtpUrl, from }: MailSettings): void {
  const host = /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";
  const send = mailer(smtpUrl, from);
  const round = async () => {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      while (await sendNextLetter(client, send, host));
    } catch (error) {
      console.warn(`Letters wait: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await client.end().catch(() => undefined);
      setTimeout(() => void round(), PAUSE).unref();
    }
  };
  void round();
}
