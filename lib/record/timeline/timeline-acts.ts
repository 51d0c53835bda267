/**
 * What we have done with a dispute in public: every kind of entry that the log has, each said as what it is, in our own lane
 * on the day it was done. The table is over all kinds, so that a new one does not compile until somebody has said how it is
 * told, or why it is not.
 */
import { capitalised } from "../../core/language/capitalised.ts";
import { numberWords } from "../../core/language/number-words.ts";
import { changedFields } from "../amendment/amendment-words.ts";
import type { EntryType } from "../record-log/record-log.ts";
import type { ActType, PublicAct } from "../record-log/record-log-act.ts";
import type { Post } from "./timeline.ts";
import { actWords } from "./timeline-act-words.ts";
import { askedPosts, declinedReplyPosts, publishedReplyPosts } from "./timeline-asking-posts.ts";
import { type Context, type DatedPost, ownPost, tail } from "./timeline-context.ts";

/** How each kind is told. */
export const TOLD: { readonly [T in EntryType]: (context: Context) => DatedPost[] } = {
  "dispute.published": actPosts("dispute.published"),
  "evidence.published": actPosts("evidence.published"),
  "verdict.published": verdictPosts,
  "withdrawal.published": withdrawalPosts,
  "source.withdrawn": sourceWithdrawalPosts,
  "correction.published": correctionPosts,
  "fact.corrected": amendmentPosts,
  // That a party is not asked is told at the claim, and is no day's.
  "request.published": askedPosts,
  "reply.published": publishedReplyPosts,
  "reply.declined": declinedReplyPosts,
  "copy.published": actPosts("copy.published"),
  "copy.attested": actPosts("copy.attested"),
  "passage.rechecked": actPosts("passage.rechecked"),
  "taint.cleared": actPosts("taint.cleared"),
  "objection.answered": actPosts("objection.answered"),
  "removal.published": actPosts("removal.published"),
  "removal.decided": actPosts("removal.decided"),
  "address.changed": actPosts("address.changed"),
  "merge.published": actPosts("merge.published"),
  // Who publishes the record is said of all of it, and is about no dispute.
  "imprint.published": () => [],
};

/** All of it, in the order in which it was done. */
export const ownPosts = (context: Context): Post[] =>
  Object.values(TOLD)
    .flatMap((postsOf) => postsOf(context))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ at: _, ...post }) => post);

/**
 * Every verdict there has been: those of one day are one post, what was published then. One that was taken back was said all
 * the same, and says that it was.
 */
function verdictPosts({ dispute, t, locale, date, dayOf }: Context): DatedPost[] {
  const all = dispute.claims.flatMap((claim) => claim.versions.map((verdict) => ({ ...verdict, claim })));
  return [...Map.groupBy(all, ({ publishedAt }) => dayOf(publishedAt))].map(([day, verdicts]) => {
    const count = verdicts.length;
    const n = numberWords(count, locale);
    const [single] = count === 1 ? verdicts : [];
    const each = verdicts.map(({ claim, rating, version }) =>
      t("timeline.verdictText", { number: claim.number, rating: t(`ratings.${rating}`), version }),
    );
    const taken = verdicts.filter(({ withdrawal }) => withdrawal !== null).length;
    const text = [
      ...(single ? [] : [capitalised(t("timeline.verdictsText", { count, n }))]),
      ...each,
      ...(taken > 0 ? [t("timeline.laterWithdrawn", { count: taken })] : []),
    ].join(" ");
    return {
      ...ownPost(date(day, null), t),
      ...{ kind: "verdict" as const, id: `v-${day}`, at: verdicts[0]?.publishedAt ?? day, text },
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

/** That we no longer stand behind a verdict: one post for each, since each has its own reason. */
function withdrawalPosts({ dispute, t, locale, date, dayOf }: Context): DatedPost[] {
  return dispute.claims.flatMap(({ number, slug, versions }) =>
    versions.flatMap(({ version, withdrawal }) =>
      withdrawal
        ? [
            {
              ...ownPost(date(dayOf(withdrawal.publishedAt), null), t),
              ...{ id: version === 1 ? `w-${number}` : `w-${number}-${version}`, at: withdrawal.publishedAt },
              text: t("timeline.withdrawnText", { number, version, reason: withdrawal.reason[locale] }),
              short: t("timeline.withdrawnShort"),
              claim: { number, slug, rating: null },
            },
          ]
        : [],
    ),
  );
}

/** That we no longer rely on a source. */
function sourceWithdrawalPosts({ dispute, t, locale, date, dayOf }: Context): DatedPost[] {
  return dispute.sources.flatMap(({ id, title, withdrawn }) =>
    withdrawn
      ? [
          {
            ...ownPost(date(dayOf(withdrawn.publishedAt), null), t),
            ...{ id: `x-${tail(id)}`, at: withdrawn.publishedAt },
            text: t("timeline.sourceText", { title: title[locale], reason: withdrawn.reason[locale] }),
            short: t("timeline.sourceShort"),
          },
        ]
      : [],
  );
}

/** What we were wrong about, on the day we said so. */
function correctionPosts({ dispute, t, locale, date, dayOf, byNumber }: Context): DatedPost[] {
  return dispute.corrections.map((correction) => {
    const about = [...byNumber.values()].find(({ slug }) => slug === correction.claim?.slug);
    const words = { wrong: correction.wrong[locale], number: about?.number ?? 0 };
    return {
      ...ownPost(date(dayOf(correction.publishedAt), null), t),
      ...{ id: `k-${tail(correction.id)}`, at: correction.publishedAt },
      text: t(about ? "timeline.correctedClaim" : "timeline.corrected", words),
      short: t("timeline.correctedShort"),
    };
  });
}

/** What has a next version: which fact, what of it, and why. */
function amendmentPosts({ dispute, t, locale, date, dayOf }: Context): DatedPost[] {
  return dispute.amendments.map(({ id, of, changes, why, publishedAt }) => ({
    ...ownPost(date(dayOf(publishedAt), null), t),
    ...{ id: `f-${tail(id)}`, at: publishedAt },
    text: t("acts.fact", {
      of: of.words[locale],
      fields: changedFields(changes, locale),
      why: why[locale],
    }),
    short: t("acts.factShort"),
  }));
}

/** What is told from the log itself. */
function actPosts(type: ActType) {
  return (context: Context): DatedPost[] =>
    (context.dispute.acts ?? []).filter((act) => act.type === type).map((act) => actPost(act, context));
}

function actPost(act: PublicAct, context: Context): DatedPost {
  const { date, dayOf, t, byNumber } = context;
  const claim = act.claim === null ? undefined : byNumber.get(act.claim);
  return {
    ...ownPost(date(dayOf(act.at), null), t),
    ...{ id: `l-${act.id}`, at: act.at, ...actWords(act, context) },
    claim: claim ? { number: claim.number, slug: claim.slug, rating: null } : null,
  };
}
