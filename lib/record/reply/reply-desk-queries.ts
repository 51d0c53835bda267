import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db, oneMoment } from "../../core/db.ts";
import { type Bilingual, DEFAULT_LOCALE, isLocale, type Locale } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import { claimText } from "../claim/claim.ts";
import { newestName } from "../party/party.ts";
import { seenRow, toPublish } from "../seen/seen-queries.ts";
import { letterOf, questionTo } from "./reply-letter-queries.ts";
import { type RequestLine, requestLine, requestLineInclude } from "./reply-line.ts";
import { decliningShown, questionShown } from "./reply-queries.ts";
import { savedAs } from "./reply-recorded.ts";
import type { ReplyWay } from "./reply-way.ts";

const party = { select: { id: true, slug: true, wordings: newest } };

export interface SentAnswer {
  readonly id: string;
  /** The word for having seen it, for whoever publishes it; so below. */
  readonly seen: string;
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
  readonly seen: string;
  readonly reason: Bilingual;
  readonly publishedAt: string | null;
  /** Whoever asks has proposed it. */
  readonly own: boolean;
}

export interface RecordedAnswer {
  readonly id: string;
  readonly seen: string;
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
  readonly seen: string;
  readonly claim: {
    readonly disputeId: string;
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
    readonly seen: string;
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
      claim: { select: { id: true, disputeId: true, slug: true, publishedAt: true, wordings: newest } },
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
  return isId(id) && atLeast(actor, "journalist") ? oneMoment(() => readRequest(actor, id, now)) : null;
}

async function readRequest(actor: Actor, id: string, now: Date): Promise<RequestView | null> {
  const row = await findRequest(id);
  if (!row) return null;
  const line = requestLine({ ...row, replies: row.replies.toReversed() }, now);
  const sent: SentAnswer[] = [];
  for (const answer of row.submitted)
    sent.push({
      id: answer.id,
      seen: await seenRow("SubmittedReply", answer.id),
      text: answer.text,
      language: answer.language,
      signedBy: answer.signedBy,
      receivedAt: answer.receivedAt.toISOString(),
      accepted: answer.accepted,
      declining: await decliningView(answer.declining, actor),
    });
  const recorded: RecordedAnswer[] = [];
  for (const reply of row.replies)
    recorded.push({
      id: reply.id,
      seen: await seenRow("Reply", reply.id),
      text: reply.text,
      language: reply.language,
      way: reply.way,
      receivedAt: reply.receivedAt.toISOString(),
      publishedAt: reply.publishedAt?.toISOString() ?? null,
      declining: await decliningView(reply.declining, actor),
      own: reply.createdBy === actor.id,
      revision: savedAs(reply),
    });
  return {
    ...line,
    revision: row.revision,
    seen: await seenRow("ReplyRequest", id),
    claim: {
      id: row.claim.id,
      disputeId: row.claim.disputeId,
      slug: row.claim.slug,
      text: claimText(row.claim),
      published: row.claim.publishedAt !== null,
    },
    party: newestName(row.party),
    inSources: { sv: row.inSourcesSv, en: row.inSourcesEn },
    question: row.asking && {
      ...questionView(row.asking),
      seen: (await toPublish(questionShown(id)))?.seen ?? "",
    },
    links: row.links.map((link) => linkView(link, now)),
    sent,
    recorded,
  };
}

const decliningView = async (
  row: RequestRow["replies"][number]["declining"],
  actor: Actor,
): Promise<ProposedDeclining | null> =>
  row && {
    id: row.id,
    seen: (await toPublish(decliningShown(row.id)))?.seen ?? "",
    reason: { sv: row.reasonSv, en: row.reasonEn },
    publishedAt: row.publishedAt?.toISOString() ?? null,
    own: row.createdBy === actor.id,
  };

const questionView = (asking: NonNullable<RequestRow["asking"]>) => ({
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
