/** From the record of a dispute to the posts on its timeline. Pure: the same dispute gives the same posts. */
import { inOrder } from "../../core/edtf/edtf-order.ts";
import type { Locale } from "../../core/language/language.ts";
import type { Translator } from "../../core/language/translator.ts";
import type { DisputeClaim, DisputeView } from "../dispute/dispute.ts";
import { type Lane, OWN_LANE, type Post, type Timeline } from "./timeline.ts";
import { ownPosts } from "./timeline-acts.ts";
import { answerPosts } from "./timeline-asking-posts.ts";
import { aboutClaims, type Context, contextOf, tail } from "./timeline-context.ts";

export function timelineOf(dispute: DisputeView, locale: Locale, t: Translator): Timeline {
  const context = contextOf(dispute, locale, t);
  const unordered = [
    ...dispute.events.map((event) => eventPost(event, context)),
    ...dispute.claims.flatMap((claim) => claimPosts(claim, context)),
    ...silencePosts(context),
    ...answerPosts(context),
    ...ownPosts(context),
  ];
  const posts = inOrder(unordered, ({ id, happened, beforePost, afterPost }) => ({
    ...{ id, date: happened.edtf, before: beforePost, after: afterPost },
  }));
  const used = new Set(posts.map((post) => post.lane));
  return { lanes: lanesOf(context).filter((lane) => used.has(lane.id)), posts };
}

function lanesOf({ dispute, locale, t, lane }: Context): Lane[] {
  const own = dispute.parties.filter((party) => lane(party.slug) === party.slug);
  return [
    ...own.map((party) => ({
      id: party.slug,
      name: party.name[locale],
      // Of a party on no side nothing is said beside its name.
      role: party.side === "none" ? "" : t(`sides.${party.side}`),
    })),
    { id: OWN_LANE, name: t("site.name"), role: t("sides.belagt") },
  ];
}

function eventPost(event: DisputeView["events"][number], { locale, lane, name, date }: Context): Post {
  const happened = date(event.happened, event.dateNote);
  return {
    id: `e-${tail(event.id)}`,
    kind: "event",
    lane: lane(event.actor),
    // A label that names the actor already need not say it twice.
    by:
      lane(event.actor) === event.actor || event.short[locale].includes(name(event.actor))
        ? null
        : name(event.actor),
    parties: [event.actor, ...(event.target ? [event.target] : [])],
    text: event.text[locale],
    short: event.short[locale],
    claim: null,
    happened,
    known: event.known === null ? happened : date(event.known, null),
    beforePost: event.before && `e-${tail(event.before)}`,
    afterPost: event.after && event.happened === null ? `e-${tail(event.after)}` : null,
    relations: event.answers ? [{ kind: "answers", to: `e-${tail(event.answers)}` }] : [],
    attribution: name(event.actor),
    conclusion: null,
  };
}

const appearancePostId = (claim: DisputeClaim, index: number) => {
  const appearance = claim.appearances[index];
  return appearance ? `c${claim.number}-${tail(appearance.id)}` : null;
};

function claimPosts(claim: DisputeClaim, { byNumber, locale, t, lane, name, date }: Context): Post[] {
  return claim.appearances.map((appearance, index) => {
    const relations = claim.relations.flatMap(({ kind, to }) => {
      const target = byNumber.get(to);
      const post = target && appearancePostId(target, 0);
      return post ? [{ kind, to: post }] : [];
    });
    return {
      id: `c${claim.number}-${tail(appearance.id)}`,
      kind: "claim",
      lane: lane(appearance.party),
      by: lane(appearance.party) === appearance.party ? null : name(appearance.party),
      parties: [appearance.party],
      text: claim.text[locale],
      short: claim.short[locale],
      claim: { number: claim.number, slug: claim.slug, rating: claim.rating },
      happened: date(appearance.happened, appearance.dateNote),
      known: date(appearance.known, null),
      beforePost: null,
      afterPost: null,
      // Sources seldom say who said it first: a second claimant is not made to repeat the first.
      relations: index === 0 ? relations : [],
      attribution: t(
        appearance.relatedBy ? `says.${appearance.mode}AccordingTo` : `says.${appearance.mode}`,
        {
          party: name(appearance.party),
          relater: appearance.relatedBy ? name(appearance.relatedBy) : "",
        },
      ),
      conclusion: claim.conclusion?.[locale] ?? null,
      ...(index === 0 && notAsked(claim, { locale, t, name })),
    };
  });
}

/** Who was not asked about a claim: said where the claim stands, and drawn in nobody's lane. */
function notAsked(claim: DisputeClaim, { locale, t, name }: Pick<Context, "locale" | "t" | "name">) {
  const parties = claim.requests.filter(({ state }) => state === "not_asked").map(({ party }) => name(party));
  if (parties.length === 0) return {};
  const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(parties);
  return { note: t("timeline.notAskedNote", { parties: list }) };
}

/**
 * A post for each party whose questions have not been answered, from when the first of them was sent, with the claims they
 * were about: it may have answered about others. Those that still have their time are not those whose time is out. Of a
 * party that was not asked nothing is drawn: there is nothing that it has not done.
 */
function silencePosts({ dispute, t, lane, name, locale, dayOf, dayWords }: Context): Post[] {
  interface Silent {
    readonly request: DisputeClaim["requests"][number];
    readonly sentAt: string;
    readonly claims: readonly number[];
  }
  const silent = new Map<string, Silent>();
  for (const { number, requests } of dispute.claims) {
    for (const request of requests) {
      const { sentAt, state, party } = request;
      if (sentAt === null || (state !== "waiting" && state !== "no_answer")) continue;
      const key = `${state} ${party}`;
      const before = silent.get(key);
      const first = before && Date.parse(before.sentAt) <= Date.parse(sentAt) ? before : { request, sentAt };
      silent.set(key, { ...first, claims: [...(before?.claims ?? []), number] });
    }
  }
  return [...silent.values()].map(({ request, sentAt, claims }) => {
    const party = name(request.party);
    const about = aboutClaims(claims, locale, t);
    const isOut = request.state === "no_answer";
    const date = dayWords(sentAt);
    const when = {
      edtf: `${dayOf(sentAt)}/..`,
      words: t("timeline.askedSince", { date }),
    };
    return {
      id: `${isOut ? "s" : "a"}-${request.party}`,
      kind: "silence",
      lane: lane(request.party),
      by: lane(request.party) === request.party ? null : party,
      parties: [request.party],
      text: isOut
        ? t("timeline.askedText", { party, date, claims: about })
        : t("replyPosts.waiting", {
            ...{ party, date, claims: about },
            deadline: dayWords(request.deadline ?? ""),
          }),
      short: t(isOut ? "timeline.askedShort" : "replyPosts.waitingShort"),
      claim: null,
      happened: when,
      known: when,
      beforePost: null,
      afterPost: null,
      relations: [],
      attribution: t(isOut ? "timeline.noAnswer" : "timeline.awaited"),
      conclusion: null,
    };
  });
}
