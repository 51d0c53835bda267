import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import { type Bilingual, DEFAULT_LOCALE, isLocale, type Locale } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import { claimText } from "../claim/claim.ts";
import { newestName } from "../party/party.ts";
import { letterOf, questionTo } from "./reply-letter-queries.ts";
import { type RequestLine, requestLine, requestLineInclude } from "./reply-line.ts";
import { savedAs } from "./reply-recorded.ts";
import type { ReplyWay } from "./reply-way.ts";

const party = { select: { id: true, slug: true, wordings: newest } };

export interface SentAnswer {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly signedBy: string;
  readonly receivedAt: string;
  /** Null: waits for an editor. */
  readonly accepted: boolean | null;
  readonly declining: ProposedDeclining | null;
}

/** That an answer is not published, and why; a proposal until somebody else agrees. */
export interface ProposedDeclining {
  readonly id: string;
  readonly reason: Bilingual;
  readonly publishedAt: string | null;
  /** Whoever asks has proposed it. */
  readonly own: boolean;
}

export interface RecordedAnswer {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly way: ReplyWay;
  readonly receivedAt: string;
  readonly publishedAt: string | null;
  readonly declining: ProposedDeclining | null;
  /** Whoever asks wrote it down. */
  readonly own: boolean;
  /** What a change of it begins from: savedAs. */
  readonly revision: number;
}

export interface RequestView extends RequestLine {
  readonly revision: number;
  readonly claim: {
    readonly id: string;
    readonly slug: string;
    readonly text: Bilingual;
    readonly published: boolean;
  };
  readonly party: { readonly id: string; readonly name: Bilingual };
  readonly inSources: Bilingual;
  readonly question: {
    readonly by: string;
    readonly language: Locale;
    readonly question: string;
    readonly to: string | null;
    readonly deadline: string;
    readonly published: boolean;
    readonly revision: number;
  } | null;
  readonly links: readonly {
    readonly id: string;
    readonly createdAt: string;
    readonly expiresAt: string;
    readonly revokedAt: string | null;
    readonly sentAt: string | null;
    readonly state: "open" | "over" | "revoked";
    readonly answers: number;
  }[];
  /** Sent through a link, each as it came. Those published stand among `recorded`. */
  readonly sent: readonly SentAnswer[];
  readonly recorded: readonly RecordedAnswer[];
}

const findRequest = (id: string) =>
  db().replyRequest.findUnique({
    where: { id },
    include: {
      ...requestLineInclude,
      party,
      claim: { select: { id: true, slug: true, publishedAt: true, wordings: newest } },
      links: { orderBy: { id: "asc" }, include: { _count: { select: { submitted: true } } } },
      submitted: { orderBy: { receivedAt: "asc" }, include: { declining: true } },
      replies: { orderBy: { receivedAt: "asc" }, include: { declining: true } },
    },
  });

type RequestRow = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

/** A request with all that belongs to it. Null: there is none, or it is not for this actor. */
export async function requestFor(
  actor: Actor,
  id: string,
  now: Date = clock.now(),
): Promise<RequestView | null> {
  if (!isId(id) || !atLeast(actor, "journalist")) return null;
  const row = await findRequest(id);
  if (!row) return null;
  const line = requestLine({ ...row, replies: row.replies.toReversed() }, now);
  return {
    ...line,
    revision: row.revision,
    claim: {
      id: row.claim.id,
      slug: row.claim.slug,
      text: claimText(row.claim),
      published: row.claim.publishedAt !== null,
    },
    party: newestName(row.party),
    inSources: { sv: row.inSourcesSv, en: row.inSourcesEn },
    question: row.asking && questionView(row.asking),
    links: row.links.map((link) => linkView(link, now)),
    sent: row.submitted.map((answer) => ({
      id: answer.id,
      text: answer.text,
      language: answer.language,
      signedBy: answer.signedBy,
      receivedAt: answer.receivedAt.toISOString(),
      accepted: answer.accepted,
      declining: decliningView(answer.declining, actor),
    })),
    recorded: row.replies.map((reply) => ({
      id: reply.id,
      text: reply.text,
      language: reply.language,
      way: reply.way,
      receivedAt: reply.receivedAt.toISOString(),
      publishedAt: reply.publishedAt?.toISOString() ?? null,
      declining: decliningView(reply.declining, actor),
      own: reply.createdBy === actor.id,
      revision: savedAs(reply),
    })),
  };
}

const decliningView = (
  row: RequestRow["replies"][number]["declining"],
  actor: Actor,
): ProposedDeclining | null =>
  row && {
    id: row.id,
    reason: { sv: row.reasonSv, en: row.reasonEn },
    publishedAt: row.publishedAt?.toISOString() ?? null,
    own: row.createdBy === actor.id,
  };

const questionView = (asking: NonNullable<RequestRow["asking"]>): RequestView["question"] => ({
  by: asking.channel,
  language: isLocale(asking.language) ? asking.language : DEFAULT_LOCALE,
  question: asking.question,
  to: asking.sentTo,
  deadline: asking.deadline.toISOString(),
  published: asking.publishedAt !== null,
  revision: asking.revision,
});

const linkView = (link: RequestRow["links"][number], now: Date): RequestView["links"][number] => ({
  id: link.id,
  createdAt: link.createdAt.toISOString(),
  expiresAt: link.expiresAt.toISOString(),
  revokedAt: link.revokedAt?.toISOString() ?? null,
  sentAt: link.sentAt?.toISOString() ?? null,
  state: link.revokedAt ? "revoked" : link.expiresAt <= now ? "over" : "open",
  answers: link._count.submitted,
});

/** The letter with a question, put or about to be, with `{link}` where its link stands. */
export async function letterTo(actor: Actor, id: string) {
  if (!isId(id) || !atLeast(actor, "journalist")) return null;
  const question = await questionTo(id, { drafts: true });
  return question && { ...letterOf(question, "{link}"), language: question.language };
}
