import "server-only";
import { type Actor, atLeast } from "../auth/actor.ts";
import { bilingualOf } from "../columns.ts";
import { db } from "../db.ts";
import { asFields } from "../form/form.ts";
import type { GainsIf } from "../generated/prisma/client.ts";
import { type Bilingual, DEFAULT_LOCALE, isLocale, type Locale } from "../language/language.ts";
import { isId } from "../language/language-schema.ts";
import { newestName } from "../party/party.ts";
import { publishedAsking } from "../published.ts";
import { type ReplyState, replyState } from "./reply.ts";
import { swedishClock } from "./reply-deadline.ts";
import { letterOf, questionTo } from "./reply-letter-queries.ts";
import { savedAs } from "./reply-recorded.ts";

const newest = { orderBy: { version: "desc" as const }, take: 1 };
const party = { select: { id: true, slug: true, wordings: newest } };

/** A request as a line of the desk. */
export interface RequestLine {
  readonly id: string;
  readonly published: boolean;
  readonly state: ReplyState;
  readonly reasonNotAsked: Bilingual | null;
  readonly askedAt: string | null;
  readonly deadline: string | null;
  /** The newest published answer's day. */
  readonly answeredAt: string | null;
  /** A question is written and not put. */
  readonly questionDraft: boolean;
  /** Answers no editor has decided on: sent through a link, or written down. */
  readonly toDecide: number;
}

export interface ConcernedParty {
  readonly party: { readonly id: string; readonly name: Bilingual };
  readonly about: boolean;
  readonly gainsIf: GainsIf | null;
  readonly request: RequestLine | null;
}

const lineInclude = {
  asking: true,
  replies: { orderBy: { receivedAt: "desc" as const }, select: { publishedAt: true, receivedAt: true } },
  submitted: { where: { accepted: null }, select: { id: true } },
};

interface LineRow {
  id: string;
  publishedAt: Date | null;
  reasonNotAskedSv: string | null;
  reasonNotAskedEn: string | null;
  asking: { askedAt: Date; deadline: Date; publishedAt: Date | null } | null;
  replies: { publishedAt: Date | null; receivedAt: Date }[];
  submitted: { id: string }[];
}

function requestLine(row: LineRow, now: Date): RequestLine {
  const asking = publishedAsking(row.asking, null);
  const answers = row.replies.filter(({ publishedAt }) => publishedAt !== null);
  const deadline = asking?.deadline.toISOString() ?? null;
  return {
    id: row.id,
    published: row.publishedAt !== null,
    state: replyState({ answered: answers.length > 0, deadline }, now.toISOString()),
    reasonNotAsked: bilingualOf(row.reasonNotAskedSv, row.reasonNotAskedEn),
    askedAt: asking?.askedAt.toISOString() ?? null,
    deadline,
    answeredAt: answers[0]?.receivedAt.toISOString() ?? null,
    questionDraft: row.asking !== null && asking === null,
    toDecide: row.submitted.length + (row.replies.length - answers.length),
  };
}

/** The parties a claim concerns, drafts included, each with what became of asking it. Null: not for this actor. */
export async function partiesToAsk(
  actor: Actor,
  claimId: string,
  now: Date = new Date(),
): Promise<{ claim: { id: string; text: Bilingual }; parties: ConcernedParty[] } | null> {
  if (!isId(claimId) || !atLeast(actor, "journalist")) return null;
  const claim = await db().claim.findUnique({
    where: { id: claimId },
    select: {
      id: true,
      wordings: newest,
      interests: { orderBy: { id: "asc" }, include: { party } },
      requests: { orderBy: { id: "asc" }, include: { ...lineInclude, party } },
    },
  });
  if (!claim) return null;
  const lines = new Map(claim.requests.map((row) => [row.partyId, requestLine(row, now)]));
  const concerned = new Set(claim.interests.map(({ partyId }) => partyId));
  const [wording] = claim.wordings;
  return {
    claim: { id: claim.id, text: { sv: wording?.textSv ?? "", en: wording?.textEn ?? "" } },
    parties: [
      ...claim.interests.map((interest) => ({
        party: newestName(interest.party),
        about: interest.about,
        gainsIf: interest.gainsIf,
        request: lines.get(interest.partyId) ?? null,
      })),
      // A request whose party is no longer, or not yet, among those the claim concerns is not lost sight of.
      ...claim.requests
        .filter(({ partyId }) => !concerned.has(partyId))
        .map((row) => ({
          party: newestName(row.party),
          about: false,
          gainsIf: null,
          request: lines.get(row.partyId) ?? null,
        })),
    ],
  };
}

export interface SentAnswer {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly signedBy: string;
  readonly receivedAt: string;
  /** Null: waits for an editor. */
  readonly accepted: boolean | null;
  readonly note: string | null;
}

export interface RecordedAnswer {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly receivedAt: string;
  readonly publishedAt: string | null;
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
    readonly state: "open" | "over" | "revoked";
    readonly answers: number;
  }[];
  /** Sent through a link, each as it came. Those published stand among `recorded`. */
  readonly sent: readonly SentAnswer[];
  readonly recorded: readonly RecordedAnswer[];
}

/** A request with all that belongs to it. Null: there is none, or it is not for this actor. */
export async function requestFor(
  actor: Actor,
  id: string,
  now: Date = new Date(),
): Promise<RequestView | null> {
  if (!isId(id) || !atLeast(actor, "journalist")) return null;
  const row = await db().replyRequest.findUnique({
    where: { id },
    include: {
      ...lineInclude,
      party,
      claim: { select: { id: true, slug: true, publishedAt: true, wordings: newest } },
      links: { orderBy: { id: "asc" }, include: { _count: { select: { submitted: true } } } },
      submitted: { orderBy: { receivedAt: "asc" } },
      replies: { orderBy: { receivedAt: "asc" } },
    },
  });
  if (!row) return null;
  const [wording] = row.claim.wordings;
  const line = requestLine(
    {
      ...row,
      replies: row.replies.toReversed(),
      submitted: row.submitted.filter(({ accepted }) => accepted === null),
    },
    now,
  );
  return {
    ...line,
    revision: row.revision,
    claim: {
      id: row.claim.id,
      slug: row.claim.slug,
      text: { sv: wording?.textSv ?? "", en: wording?.textEn ?? "" },
      published: row.claim.publishedAt !== null,
    },
    party: newestName(row.party),
    inSources: { sv: row.inSourcesSv, en: row.inSourcesEn },
    question: row.asking && {
      by: row.asking.channel,
      language: isLocale(row.asking.language) ? row.asking.language : DEFAULT_LOCALE,
      question: row.asking.question,
      to: row.asking.sentTo,
      deadline: row.asking.deadline.toISOString(),
      published: row.asking.publishedAt !== null,
      revision: row.asking.revision,
    },
    links: row.links.map((link) => ({
      id: link.id,
      createdAt: link.createdAt.toISOString(),
      expiresAt: link.expiresAt.toISOString(),
      revokedAt: link.revokedAt?.toISOString() ?? null,
      state: link.revokedAt ? "revoked" : link.expiresAt <= now ? "over" : "open",
      answers: link._count.submitted,
    })),
    sent: row.submitted.map((answer) => ({
      id: answer.id,
      text: answer.text,
      language: answer.language,
      signedBy: answer.signedBy,
      receivedAt: answer.receivedAt.toISOString(),
      accepted: answer.accepted,
      note: answer.note,
    })),
    recorded: row.replies.map((reply) => ({
      id: reply.id,
      text: reply.text,
      language: reply.language,
      receivedAt: reply.receivedAt.toISOString(),
      publishedAt: reply.publishedAt?.toISOString() ?? null,
      revision: savedAs(reply),
    })),
  };
}

/** The letter with a question, put or about to be, with `{link}` where its link stands. */
export async function letterTo(actor: Actor, id: string) {
  if (!isId(id) || !atLeast(actor, "journalist")) return null;
  const question = await questionTo(id, { drafts: true });
  return question && { ...letterOf(question, "{link}"), language: question.language };
}

/** A draft request in the fields of its form. */
export async function requestFields(actor: Actor, { id }: { id: string }) {
  const request = await requestFor(actor, id);
  if (!request) return null;
  const { inSources, reasonNotAsked, revision } = request;
  return { fields: asFields({ inSources, reasonNotAsked }), revision };
}

/** A question in the fields of its form; of none, what the form begins with. */
export async function askingFields(actor: Actor, { id }: { id: string }) {
  const request = await requestFor(actor, id);
  if (!request) return null;
  const { question } = request;
  if (!question) return { fields: asFields({ language: "sv", deadline: { time: "17:00" } }), revision: 0 };
  const { by, language, to, deadline, revision } = question;
  const words = { by, language, question: question.question, to, deadline: swedishClock(new Date(deadline)) };
  return { fields: asFields(words), revision };
}

/** A recorded answer that is a draft still, in the fields of its form. Null: none, or not for this actor. */
export async function recordedReplyFields(actor: Actor, { id }: { id: string }) {
  if (!isId(id) || !atLeast(actor, "journalist")) return null;
  const reply = await db().reply.findUnique({ where: { id, publishedAt: null } });
  if (!reply) return null;
  const { text, language, receivedAt } = reply;
  return {
    requestId: reply.requestId,
    fields: asFields({ text, language, received: swedishClock(receivedAt) }),
    revision: savedAs(reply),
  };
}

/** Who can be named in a new request: the parties a claim concerns that have none. Null: not for this actor. */
export async function partiesWithoutRequest(actor: Actor, claimId: string) {
  const found = await partiesToAsk(actor, claimId);
  return (
    found && {
      claim: found.claim,
      parties: found.parties.flatMap(({ party: each, request }) => (request ? [] : [each])),
    }
  );
}
