import "server-only";
import { command } from "../../core/command.ts";
import { done } from "../../core/result.ts";
import { queueLetter } from "./letter-commands.ts";

export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** The same at every try, so that a mail system can tell a repeated letter. */
  readonly messageId: string;
}

export type SendMail = (mail: Mail) => Promise<unknown>;

interface Sending {
  readonly id: string;
  /** Which try this is, from 1. */
  readonly tries: number;
  /** What stands behind the @ of message ids. */
  readonly host: string;
  readonly send: SendMail;
}

interface Row {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly link: string | null;
}

/**
 * Sends a letter that waits, and notes what came of it. The row is locked meanwhile: a second worker, which has taken
 * this one for dead, finds it held. It errs towards sending twice, never towards not at all: whoever dies between the
 * mail server's yes and the end of this transaction leaves the letter waiting, and it is repeated under the same message
 * id. Once noted it is not sent again, whatever becomes of the job.
 *
 * @returns what the mail server said against it, in one line; "held" while another worker is at it; null when the
 *   letter has gone, or did not wait
 */
export const sendLetter = command(
  { name: "letter.send", role: "worker" },
  async (tx, _actor, { id, tries, host, send }: Sending, now) => {
    const [letter] = await tx.$queryRaw<Row[]>`
      SELECT "to", "subject", "text", "link" FROM "Letter"
       WHERE "id" = ${id}::uuid AND "state" = 'waiting' FOR UPDATE SKIP LOCKED`;
    if (!letter) {
      const waits = await tx.letter.count({ where: { id, state: "waiting" } });
      return done({ problem: waits === 0 ? null : "held" });
    }
    const { to, subject, text, link } = letter;
    const problem = await send({
      // As an object, so that nothing in it can be read as a list of addresses.
      to: { name: "", address: to },
      subject,
      text: text.replaceAll("{link}", link ?? ""),
      messageId: `<${id}@${host}>`,
    }).then(
      () => null,
      (error: unknown) => errorWords(error, letter),
    );
    await tx.letter.update({
      where: { id },
      data: {
        attempts: tries,
        lastError: problem,
        ...(problem === null ? { state: "sent", sentAt: now, link: null } : {}),
      },
    });
    return done({ problem });
  },
);

/** What the mail server said, in one line; not the letter's secret, should the server have repeated it. */
function errorWords(error: unknown, { link }: Row): string {
  const words = error instanceof Error ? error.message : String(error);
  return (link ? words.replaceAll(link, "…") : words).replaceAll(/\p{Cc}+/gu, " ").slice(0, 300);
}

/** The last try has failed, or its worker died in it: the letter waits for an administrator. */
export const parkLetter = command(
  { name: "letter.park", role: "worker" },
  async (tx, _actor, { id }: { readonly id: string }) => {
    await tx.letter.updateMany({ where: { id, state: "waiting" }, data: { state: "failed" } });
    return done(null);
  },
);

/** There is no mail server any more: the letter waits for somebody to send it. */
export const handLetterOver = command(
  { name: "letter.hand-over", role: "worker" },
  async (tx, _actor, { id }: { readonly id: string }) => {
    await tx.letter.updateMany({ where: { id, state: "waiting" }, data: { state: "by_hand" } });
    return done(null);
  },
);

/**
 * Asks for a job for every letter that waits and has none: those written before letters were jobs, and those whose jobs
 * the queue has lost. The others have theirs already, and asking for it does nothing.
 */
export const queueLetters = command(
  { name: "letter.queue", role: "worker" },
  async (tx, _actor, _input: Readonly<Record<string, never>>) => {
    const waiting = await tx.letter.findMany({
      where: { state: "waiting" },
      orderBy: { createdAt: "asc" },
      select: { id: true },
    });
    for (const { id } of waiting) await queueLetter(id);
    return done(null);
  },
);
