/** From the record of a dispute to the posts on its timeline. Pure: the same dispute gives the same posts. */
import { dateWords, dayWords as wordsOfDay } from "../../core/date-words/date-words.ts";
import { inOrder } from "../../core/edtf/edtf-order.ts";
import { capitalised } from "../../core/language/capitalised.ts";
import type { Locale } from "../../core/language/language.ts";
import { numberWords } from "../../core/language/number-words.ts";
import type { Translator } from "../../core/language/translator.ts";
import { dayIn, edtfIn } from "../../core/zone.ts";
import type { DisputeClaim, DisputeView } from "../dispute/dispute.ts";
import { type Lane, OWN_LANE, type Post, type PostDate, type Timeline } from "./timeline.ts";

/** Ids in the record are UUIDs of version 7: their tail is random, and enough to name a post within one dispute. */
const tail = (id: string) => id.slice(-12);

export function timelineOf(dispute: DisputeView, locale: Locale, t: Translator): Timeline {
  const context = contextOf(dispute, locale, t);
  const unordered = [
    ...dispute.events.map((event) => eventPost(event, context)),
    ...dispute.claims.flatMap((claim) => claimPosts(claim, context)),
    ...silencePosts(context),
    ...askingPosts(context),
    ...verdictPosts(context),
    ...withdrawalPosts(context),
    ...correctionPosts(context),
  ];
  const posts = inOrder(unordered, ({ id, happened, beforePost, afterPost }) => ({
    ...{ id, date: happened.edtf, before: beforePost, after: afterPost },
  }));
  const used = new Set(posts.map((post) => post.lane));
  return {
    lanes: lanesOf(context).filter((lane) => used.has(lane.id)),
    posts,
    until: dispute.asOf ?? dispute.changedAt,
  };
}

interface Context {
  readonly dispute: DisputeView;
  readonly locale: Locale;
  readonly t: Translator;
  readonly byNumber: ReadonlyMap<number, DisputeClaim>;
  readonly name: (slug: string) => string;
  /** The outermost body a party belongs to: its lane. */
  readonly lane: (slug: string) => string;
  readonly date: (text: string | null, note: { sv: string; en: string } | null) => PostDate;
  /** The day that a moment was of, where the dispute is. */
  readonly dayOf: (moment: string) => string;
  readonly dayWords: (moment: string) => string;
}

function contextOf(dispute: DisputeView, locale: Locale, t: Translator): Context {
  const parties = new Map(dispute.parties.map((party) => [party.slug, party]));
  const lane = (slug: string) => {
    const seen = new Set<string>();
    let here = slug;
    for (
      let body = parties.get(here)?.body;
      body && parties.has(body) && !seen.has(body);
      body = parties.get(here)?.body
    ) {
      seen.add(body);
      here = body;
    }
    return here;
  };
  return {
    dispute,
    locale,
    t,
    byNumber: new Map(dispute.claims.map((claim) => [claim.number, claim])),
    name: (slug) => parties.get(slug)?.name[locale] ?? slug,
    dayOf: (moment) => dayIn(moment, dispute.timeZone),
    dayWords: (moment) => wordsOfDay(moment, locale, dispute.timeZone),
    lane,
    date: (text, note) => {
      if (text === null) return { edtf: null, words: note?.[locale] ?? t("timeline.undated") };
      const words = dateWords(text, locale, dispute.timeZone);
      return { edtf: edtfIn(text, dispute.timeZone), words: note ? `${words}, ${note[locale]}` : words };
    },
  };
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

function claimPosts(claim: DisputeClaim, context: Context): Post[] {
  const { byNumber, locale, t, lane, name, date, dispute } = context;
  const titles = new Map(dispute.sources.map(({ id, title }) => [id, title[locale]]));
  const quoted = ({ quote, paragraph }: DisputeClaim["appearances"][number]) =>
    quote
      ? {
          words: quote.words,
          language: quote.language,
          where: [titles.get(quote.source), paragraph && t("timeline.paragraph", { n: paragraph })]
            .filter(Boolean)
            .join(", "),
        }
      : null;
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
      quote: quoted(appearance),
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
    readonly request: Request;
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

type Request = DisputeClaim["requests"][number];

const aboutClaims = (claims: readonly number[], locale: Locale, t: Translator) =>
  t("replyPosts.claims", {
    count: claims.length,
    list: new Intl.ListFormat(locale, { type: "conjunction" }).format(claims.map(String)),
  });

/**
 * That a party was asked, in our own lane, and that it answered, in its own: one post for each party and day, however
 * many claims it was about. An answer that is not published has a post of its own, with the reason.
 */
function askingPosts(context: Context): Post[] {
  const { dispute, t, lane, name, date, locale, dayOf, dayWords } = context;
  const requests = dispute.claims.flatMap((claim) => claim.requests.map((request) => ({ claim, request })));
  const byDay = (moment: (request: Request) => string | null) => {
    const days = new Map<string, { day: string; at: string; request: Request; claims: number[] }>();
    for (const { claim, request } of requests) {
      const at = moment(request);
      if (at === null) continue;
      const day = dayOf(at);
      const there = days.get(`${request.party} ${day}`);
      if (there) there.claims.push(claim.number);
      else days.set(`${request.party} ${day}`, { day, at, request, claims: [claim.number] });
    }
    return [...days.values()];
  };
  const about = (claims: readonly number[]) => aboutClaims(claims, locale, t);
  const askedId = (request: Request) =>
    request.sentAt === null ? null : `q-${request.party}-${dayOf(request.sentAt)}`;
  const post = (
    rest: Pick<Post, "id" | "lane" | "by" | "text" | "short" | "attribution">,
    request: Request,
    day: string,
  ) => ({
    ...rest,
    kind: "event" as const,
    parties: [request.party],
    claim: null,
    happened: date(day, null),
    known: date(day, null),
    beforePost: null,
    afterPost: null,
    relations: [],
    conclusion: null,
  });
  const asked = byDay(({ sentAt }) => sentAt).map(({ day, request, claims }) => {
    const party = name(request.party);
    const words = { party, claims: about(claims), deadline: dayWords(request.deadline ?? "") };
    return post(
      {
        id: askedId(request) ?? "",
        lane: OWN_LANE,
        by: null,
        text: t("replyPosts.asked", words),
        short: t("replyPosts.askedShort", { party }),
        attribution: t("site.name"),
      },
      request,
      day,
    );
  });
  const answered = byDay(({ answeredAt }) => answeredAt).map(({ day, request, claims }) => {
    const party = name(request.party);
    const to = askedId(request);
    return {
      ...post(
        {
          id: `r-${request.party}-${day}`,
          lane: lane(request.party),
          by: lane(request.party) === request.party ? null : party,
          text: t(to ? "replyPosts.answered" : "replyPosts.answeredUnasked", {
            party,
            claims: about(claims),
          }),
          short: t("replyPosts.answeredShort"),
          attribution: party,
        },
        request,
        day,
      ),
      known: date(request.answerKnownAt ? dayOf(request.answerKnownAt) : day, null),
      relations: to ? [{ kind: "answers" as const, to }] : [],
    };
  });
  const declined = requests.flatMap(({ claim, request }) =>
    request.declined.map(({ receivedAt, publishedAt, reason }, index) => {
      const party = name(request.party);
      return {
        ...post(
          {
            id: `d-${request.party}-${claim.number}-${index}`,
            lane: lane(request.party),
            by: lane(request.party) === request.party ? null : party,
            text: t("replyPosts.declined", { party, claims: about([claim.number]), reason: reason[locale] }),
            short: t("replyPosts.declinedShort"),
            attribution: party,
          },
          request,
          dayOf(receivedAt),
        ),
        known: date(dayOf(publishedAt), null),
      };
    }),
  );
  return [...asked, ...answered, ...declined];
}

/**
 * Every verdict there has been: those of one day are one post, what was published then. One that was taken back was said all
 * the same, and says that it was.
 */
function verdictPosts({ dispute, t, locale, date, dayOf }: Context): Post[] {
  const all = dispute.claims.flatMap((claim) => claim.versions.map((verdict) => ({ ...verdict, claim })));
  return [...Map.groupBy(all, ({ publishedAt }) => dayOf(publishedAt))].map(([day, verdicts]) => {
    const count = verdicts.length;
    const n = numberWords(count, locale);
    const [single] = count === 1 ? verdicts : [];
    const text = single
      ? t("timeline.verdictText", {
          number: single.claim.number,
          rating: t(`ratings.${single.rating}`),
          version: single.version,
        })
      : capitalised(t("timeline.verdictsText", { count, n }));
    const taken = verdicts.filter(({ withdrawal }) => withdrawal !== null).length;
    return {
      ...ownPost(date(day, null), t),
      id: `v-${day}`,
      text: taken > 0 ? `${text} ${t("timeline.laterWithdrawn", { count: taken })}` : text,
      short: capitalised(t("timeline.verdictsShort", { count, n })),
      claim: single
        ? {
            number: single.claim.number,
            slug: single.claim.slug,
            rating: single.withdrawal ? null : single.rating,
          }
        : null,
    };
  });
}

/** What we do ourselves, in our own lane: known when it happens. */
const ownPost = (when: PostDate, t: Translator) => ({
  ...{ kind: "verdict" as const, lane: OWN_LANE, by: null, parties: [], claim: null },
  ...{ happened: when, known: when, beforePost: null, afterPost: null, relations: [] },
  ...{ attribution: t("site.name"), conclusion: null },
});

/** That we no longer stand behind a verdict, or rely on a source: one post for each, since each has its own reason. */
function withdrawalPosts({ dispute, t, locale, date, dayOf }: Context): Post[] {
  const ofVerdicts = dispute.claims.flatMap(({ number, slug, versions }) =>
    versions.flatMap(({ version, withdrawal }) =>
      withdrawal
        ? [
            {
              ...ownPost(date(dayOf(withdrawal.publishedAt), null), t),
              id: version === 1 ? `w-${number}` : `w-${number}-${version}`,
              text: t("timeline.withdrawnText", { number, version, reason: withdrawal.reason[locale] }),
              short: t("timeline.withdrawnShort"),
              claim: { number, slug, rating: null },
            },
          ]
        : [],
    ),
  );
  const ofSources = dispute.sources.flatMap(({ id, title, withdrawn }) =>
    withdrawn
      ? [
          {
            ...ownPost(date(dayOf(withdrawn.publishedAt), null), t),
            id: `x-${tail(id)}`,
            text: t("timeline.sourceText", { title: title[locale], reason: withdrawn.reason[locale] }),
            short: t("timeline.sourceShort"),
          },
        ]
      : [],
  );
  return [...ofVerdicts, ...ofSources];
}

/** What we were wrong about, on the day we said so. */
function correctionPosts({ dispute, t, locale, date, dayOf, byNumber }: Context): Post[] {
  return dispute.corrections.map((correction) => {
    const about = [...byNumber.values()].find(({ slug }) => slug === correction.claim?.slug);
    const words = { wrong: correction.wrong[locale], number: about?.number ?? 0 };
    return {
      ...ownPost(date(dayOf(correction.publishedAt), null), t),
      id: `k-${tail(correction.id)}`,
      text: t(about ? "timeline.correctedClaim" : "timeline.corrected", words),
      short: t("timeline.correctedShort"),
    };
  });
}
