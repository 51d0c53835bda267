/** Everything that can be published is told on the timeline of its dispute, as what it is, in our own lane; drafts are not. */
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { LOCALES } from "../../core/language/language.ts";
import { translator } from "../../core/language/translator.ts";
import { type Published, startPublishing } from "../record-log/record-log.fixture.ts";
import { ENTRY_TYPES, type EntryType } from "../record-log/record-log.ts";
import { OWN_LANE } from "./timeline.ts";
import { TOLD } from "./timeline-acts.ts";
import { contextOf } from "./timeline-context.ts";
import { timelineOf } from "./timeline-posts.ts";

const NOW = new Date("2026-11-24T09:00:00Z");
standAt(NOW);
const more = async () => ({
  ...(await import("../dispute/dispute-queries.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../../site/interop/sitemap-queries.ts")),
});
let app: Published["app"] & Awaited<ReturnType<typeof more>>;
let given: Published["given"];
let disputeId: string;
let claimId: string;

beforeAll(async () => {
  await ownDatabase();
  const published = await startPublishing(NOW);
  app = { ...published.app, ...(await more()) };
  ({ given } = published);
  ({ disputeId, claimId } = published.those);
});

/** About no dispute. */
const ABOUT_NONE: readonly EntryType[] = ["imprint.published"];

const dispute = async (asOf: Date | null = null) => {
  const { slug } = await app.db().dispute.findUniqueOrThrow({ where: { id: disputeId } });
  const view = await app.readDispute(slug, asOf);
  if (!view) throw new Error("The dispute is gone");
  return view;
};
/** What is said of when it was changed: the dispute's page and its line in lists, the claim's page, and both in the sitemap. */
const changed = async () => {
  const view = await dispute();
  const { slug } = await app.db().claim.findUniqueOrThrow({ where: { id: claimId } });
  const listed = (await app.readDisputes()).find((each) => each.slug === view.slug);
  const claim = await app.readClaim(slug);
  const pages = await app.readRecordPages();
  const inMap = (path: string) => pages.find((page) => page.path === path)?.changedAt;
  const [ofDispute, ofClaim] = [inMap(`/disputes/${view.slug}`), inMap(`/claims/${slug}`)];
  return [view.changedAt, listed?.changedAt, claim?.changedAt, ofDispute, ofClaim];
};
const entries = () => app.db().logEntry.findMany({ orderBy: { seq: "asc" } });
const since = async (count: number) => (await entries()).slice(count);

describe("an entry of the log about a dispute", () => {
  test("is told in our own lane when it is made, whatever its kind, and as of that moment", async () => {
    const told = new Set<string>();
    let minute = 0;
    for (const [name, give] of given) {
      const before = (await entries()).length;
      minute += 1;
      vi.setSystemTime(NOW.getTime() + minute * 60_000);
      await give();
      // A party counts as asked once it has the question: here at once.
      if (name === "reply.ask") await app.db().replyLink.updateMany({ data: { sentAt: new Date() } });
      const made = await since(before);
      for (const { type, at } of made) {
        const kind = ENTRY_TYPES.find((each) => each === type);
        if (!kind || ABOUT_NONE.includes(kind)) continue;
        // Its page, its claim's and the lists say that they have changed.
        expect([name, await changed()]).toEqual([name, Array(5).fill(at.toISOString())]);
        for (const moment of [null, at]) {
          const view = await dispute(moment);
          // That a party is not asked stands at the claim, and is no day's.
          if (name === "reply.publish-request") continue;
          for (const locale of LOCALES) {
            const t = translator(locale);
            const posts = TOLD[kind](contextOf(view, locale, t)).filter(
              (post) => post.at === at.toISOString(),
            );
            const alike = made.filter((entry) => entry.type === type);
            expect([name, posts.length]).toEqual([name, alike.length]);
            const [post] = posts;
            expect([name, post?.lane]).toEqual([name, OWN_LANE]);
            expect(post?.short.length).toBeLessThanOrEqual(40);
            expect(post?.text).not.toMatch(/undefined|\{|\}|ICU|acts\.|timeline\./);
            const drawn = timelineOf(view, locale, t).posts;
            expect(drawn.some(({ id }) => id === post?.id)).toBe(true);
          }
        }
        told.add(kind);
      }
    }
    const before = ["dispute.published", "verdict.published"];
    expect([...told, ...before, ...ABOUT_NONE].sort()).toEqual([...ENTRY_TYPES].sort());
  });

  test("is told that was made before: the dispute and its verdict", async () => {
    const texts = timelineOf(await dispute(), "sv", translator("sv")).posts.map(({ text }) => text);
    expect(texts.some((text) => /^Tvisten publiceras: ett påstående, /.test(text))).toBe(true);
    expect(texts.some((text) => /^Påstående 1 bedöms som .+, version 1\./.test(text))).toBe(true);
  });

  test("has a post of its own, with an id of its own", async () => {
    const ids = timelineOf(await dispute(), "sv", translator("sv")).posts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("is told in the order in which it was made", async () => {
    const posts = timelineOf(await dispute(), "sv", translator("sv")).posts.filter(
      ({ lane }) => lane === OWN_LANE,
    );
    const view = await dispute();
    const at = new Map(
      Object.values(TOLD)
        .flatMap((postsOf) => postsOf(contextOf(view, "sv", translator("sv"))))
        .map((post) => [post.id, post.at]),
    );
    const moments = posts.map(({ id }) => at.get(id) ?? "");
    expect(moments).toEqual([...moments].sort());
  });
});
