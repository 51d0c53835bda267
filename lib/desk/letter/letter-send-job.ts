import "server-only";
import { createTransport } from "nodemailer";
import { env } from "../../core/env.ts";
import { orThrow } from "../../core/result.ts";
import { TryAgain } from "../job/job.ts";
import { worker } from "../job/job-actor.ts";
import type { Try } from "../job/job-worker.ts";
import { troubleOf } from "./letter.ts";
import { handLetterOver, type Mail, parkLetter, type SendMail, sendLetter } from "./letter-send-commands.ts";

/**
 * The way to a mail server.
 *
 * @param smtpUrl - `smtp://…` or `smtps://…`
 * @param from - an address, with or without a name: `Belagt <desk@example.org>`
 */
function mailer(smtpUrl: string, from: string): SendMail {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    // A letter is text. Nothing in one makes this process read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (mail: Mail) => transport.sendMail({ ...mail, from });
}

/** The job that sends a letter. One that is no longer waiting is left as it is. */
export async function sendWaitingLetter(
  { letterId: id }: { readonly letterId: string },
  { number }: Pick<Try, "number">,
): Promise<void> {
  const { BELAGT_SMTP_URL: smtpUrl, BELAGT_MAIL_FROM: from } = env;
  // What the operator has taken away since it was written: somebody sends it instead.
  if (!smtpUrl || !from) {
    orThrow(await handLetterOver(worker, { id }));
    return;
  }
  const host = /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";
  const { problem } = orThrow(
    await sendLetter(worker, { id, tries: number, host, send: mailer(smtpUrl, from) }),
  );
  // What the mail server said is for administrators, and the list of jobs is not.
  if (problem !== null) throw new TryAgain(problem === "held" ? "held" : troubleOf(problem));
}

export async function parkWaitingLetter({ letterId: id }: { readonly letterId: string }): Promise<void> {
  orThrow(await parkLetter(worker, { id }));
}
