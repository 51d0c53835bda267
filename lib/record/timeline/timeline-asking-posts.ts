/**
 * What was asked of parties and what came of it: a question stands in our own lane, an answer in its party's on the day it
 * came, and that we publish it, or do not, in ours. One post for each party and day, however many claims it was about.
 */
import type { DisputeClaim } from "../dispute/dispute.ts";
import { OWN_LANE, type Post } from "./timeline.ts";
import { aboutClaims, type Context, type DatedPost, ownPost } from "./timeline-context.ts";

type Request = DisputeClaim["requests"][number];

interface OfOneDay {
  readonly day: string;
  readonly at: string;
  readonly request: Request;
  readonly claims: number[];
}

const requestsIn = ({ dispute }: Context) =>
  dispute.claims.flatMap((claim) => claim.requests.map((request) => ({ claim, request })));

function byDay(context: Context, moment: (request: Request) => string | null | undefined): OfOneDay[] {
  const days = new Map<string, OfOneDay>();
  for (const { claim, request } of requestsIn(context)) {
    const at = moment(request);
    if (!at) continue;
    const day = context.dayOf(at);
    const there = days.get(`${request.party} ${day}`);
    if (there) there.claims.push(claim.number);
    else days.set(`${request.party} ${day}`, { day, at, request, claims: [claim.number] });
  }
  return [...days.values()];
}

const askedId = ({ dayOf }: Context, { party, sentAt }: Request) =>
  sentAt === null ? null : `q-${party}-${dayOf(sentAt)}`;

/** In the lane of the party that answered. */
function answer({ date, lane, name }: Context, { party }: Request, came: string, known: string) {
  return {
    ...{ kind: "event" as const, lane: lane(party), by: lane(party) === party ? null : name(party) },
    ...{ parties: [party], claim: null, attribution: name(party), conclusion: null },
    ...{ happened: date(came, null), known: date(known, null), beforePost: null, afterPost: null },
  };
}

/** That parties answered, published or not, each in its own lane. */
export function answerPosts(context: Context): Post[] {
  const { t, name, locale, dayOf } = context;
  const about = (claims: readonly number[]) => aboutClaims(claims, locale, t);
  const answered = byDay(context, ({ answeredAt }) => answeredAt).map(({ day, request, claims }) => {
    const to = askedId(context, request);
    const words = { party: name(request.party), claims: about(claims) };
    const known = request.answerKnownAt ? dayOf(request.answerKnownAt) : day;
    return {
      ...answer(context, request, day, known),
      id: `r-${request.party}-${day}`,
      text: t(to ? "replyPosts.answered" : "replyPosts.answeredUnasked", words),
      short: t("replyPosts.answeredShort"),
      relations: to ? [{ kind: "answers" as const, to }] : [],
    };
  });
  const declined = declinedIn(context).map(({ id, request, words, receivedAt, publishedAt }) => ({
    ...answer(context, request, dayOf(receivedAt), dayOf(publishedAt)),
    id: `d-${id}`,
    text: t("replyPosts.declined", words),
    short: t("replyPosts.declinedShort"),
    relations: [],
  }));
  return [...answered, ...declined];
}

function declinedIn(context: Context) {
  const { t, name, locale } = context;
  return requestsIn(context).flatMap(({ claim, request }) =>
    request.declined.map(({ receivedAt, publishedAt, reason }, index) => ({
      ...{ id: `${request.party}-${claim.number}-${index}`, request, receivedAt, publishedAt },
      words: {
        party: name(request.party),
        claims: aboutClaims([claim.number], locale, t),
        reason: reason[locale],
      },
    })),
  );
}

/** That a party was asked. */
export function askedPosts(context: Context): DatedPost[] {
  const { t, name, locale, date, dayWords } = context;
  return byDay(context, ({ sentAt }) => sentAt).map(({ day, at, request, claims }) => {
    const party = name(request.party);
    const words = {
      ...{ party, claims: aboutClaims(claims, locale, t) },
      deadline: dayWords(request.deadline ?? ""),
    };
    return {
      at,
      ...ownPost(date(day, null), t),
      ...{ id: askedId(context, request) ?? "", lane: OWN_LANE, parties: [request.party] },
      text: t("replyPosts.asked", words),
      short: t("replyPosts.askedShort", { party }),
    };
  });
}

/** That an answer is published. */
export function publishedReplyPosts(context: Context): DatedPost[] {
  const { t, name, locale, date } = context;
  return byDay(context, ({ answerKnownAt }) => answerKnownAt).map(({ day, at, request, claims }) => ({
    at,
    ...ownPost(date(day, null), t),
    ...{ id: `rp-${request.party}-${day}`, parties: [request.party] },
    text: t("acts.reply", { party: name(request.party), claims: aboutClaims(claims, locale, t) }),
    short: t("acts.replyShort"),
  }));
}

/** That an answer is not published, and why. */
export function declinedReplyPosts(context: Context): DatedPost[] {
  const { t, date, dayOf } = context;
  return declinedIn(context).map(({ id, request, words, publishedAt }) => ({
    at: publishedAt,
    ...ownPost(date(dayOf(publishedAt), null), t),
    ...{ id: `dp-${id}`, parties: [request.party] },
    text: t("acts.declined", words),
    short: t("acts.declinedShort"),
  }));
}
