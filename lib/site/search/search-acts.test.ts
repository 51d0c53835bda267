/**
 * Whatever is published, taken down, put back or merged: what may be found afterwards is what readers see, and nothing else.
 * Compared with what would be found if all of it were read anew.
 */
import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { editor, otherEditor } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { type Published, startPublishing } from "../../record/record-log/record-log.fixture.ts";
import { parseSearch } from "./search-schema.ts";

const NOW = new Date("2026-11-24T09:00:00Z");
standAt(NOW);

const load = async () => ({
  ...(await import("../../record/removal/removal.fixture.ts")),
  ...(await import("../../record/removal/removal-commands.ts")),
  ...(await import("./search-queries.ts")),
});
let app: Published["app"] & Awaited<ReturnType<typeof load>>;
let published: Published;

beforeAll(async () => {
  await ownDatabase();
  published = await startPublishing(NOW);
  app = { ...published.app, ...(await load()) };
});

/** What readers see that is not found as it is, and what is found that they do not see. */
async function astray() {
  const [row] = await app.db().$queryRaw<{ waiting: number; others: number; astray: bigint }[]>`
    WITH things AS (
      SELECT "id" FROM "Claim" UNION SELECT "id" FROM "Party" UNION SELECT "id" FROM "Dispute" UNION SELECT "id" FROM "Source"
      UNION SELECT "id" FROM "Event" UNION SELECT "id" FROM "Evidence" UNION SELECT "id" FROM "SearchEntry"
    )
    SELECT (SELECT count(*)::int FROM "SearchStale") AS "waiting",
      (SELECT count(*)::int FROM shown."SearchEntry") - (SELECT count(*)::int FROM public."SearchEntry") AS "others",
      public.search_make((SELECT array_agg("id") FROM things)) AS "astray"`;
  return { ...row, astray: Number(row?.astray) };
}
const NOTHING = { waiting: 0, others: 0, astray: 0 };

const found = async (q: string) =>
  (await app.asReaders(() => app.searchClaims(parseSearch({ q: `"${q}"` })))).total;

test("after every act that publishes", async () => {
  expect(await astray()).toEqual(NOTHING);
  for (const [act, give] of published.given) {
    await give();
    expect([act, await astray()]).toEqual([act, NOTHING]);
  }
});

test("after what is taken down, at once, and after it is put back", async () => {
  const rows = await app.disputeOfWords();
  expect(await astray()).toEqual(NOTHING);
  for (const [table, rowId] of Object.entries(rows) as [keyof typeof app.WORD, string][]) {
    const before = await found(app.WORD[table]);
    const reason = { sv: "Begärt.", en: "Asked for." };
    const { id } = orThrow(await app.takeDown(editor, { table, rowId, ground: "court_order", reason }));
    expect([table, await astray()]).toEqual([table, NOTHING]);
    expect([table, await found(app.WORD[table])]).toEqual([table, 0]);
    orThrow(await app.proposeRemovalDecision(editor, { removalId: id, outcome: "undone", reason }));
    const { id: decisionId } = await app.db().removalDecision.findFirstOrThrow({ where: { removalId: id } });
    orThrow(await app.publishRemovalDecision(otherEditor, { id: decisionId }));
    expect([table, await astray()]).toEqual([table, NOTHING]);
    expect([table, await found(app.WORD[table])]).toEqual([table, before]);
  }
});
