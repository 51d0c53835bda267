/** What there is to be found in the record by whoever asks without an account. */

const load = async () => ({
  ...(await import("../../components/site/share/share-words.ts")),
  ...(await import("../core/db.ts")),
  ...(await import("../site/interop/claim-review.ts")),
  ...(await import("../site/interop/log-json.ts")),
  ...(await import("../site/interop/record-json.ts")),
  ...(await import("../site/interop/sitemap-queries.ts")),
  ...(await import("../site/search/search-queries.ts")),
  ...(await import("../site/search/search-schema.ts")),
  ...(await import("./amendment/amendment-queries.ts")),
  ...(await import("./claim/claim-queries.ts")),
  ...(await import("./correction/correction-queries.ts")),
  ...(await import("./dispute/dispute-queries.ts")),
  ...(await import("./party/party-queries.ts")),
  ...(await import("./record-log/record-log-queries.ts")),
  ...(await import("./removal/removal.fixture.ts")),
  ...(await import("./removal/removal-queries.ts")),
  ...(await import("./snapshot/snapshot-public-queries.ts")),
  ...(await import("./source/source-queries.ts")),
  ...(await import("./tip/tip-queries.ts")),
  ...(await import("./verdict/verdict-version-queries.ts")),
});

const LATER = new Date("2027-01-01T00:00:00Z");

/** Everything that readers, and machines for them, are told: by every address that there is, whatever is there. */
export async function crawl(): Promise<Record<string, unknown>> {
  const app = await load();
  const whole = await Promise.all([
    app.db().claim.findMany({ select: { slug: true } }),
    app.db().dispute.findMany({ select: { slug: true } }),
    app.db().party.findMany({ select: { slug: true } }),
    app.db().source.findMany({ select: { id: true } }),
    app.db().snapshot.findMany({ select: { id: true, sourceId: true } }),
    app.db().logEntry.findMany({ select: { seq: true } }),
  ]);
  const [claims, disputes, parties, sources, copies, entries] = whole;
  return app.asReaders(async () => {
    const told: Record<string, unknown> = {};
    for (const { slug } of claims) {
      const claim = await app.readClaim(slug);
      const version = await app.readVersion(slug, 1);
      told[`claim ${slug}`] = [claim, version, await app.readClaim(slug, LATER)];
      if (!claim) continue;
      told[`machines of ${slug}`] = [
        ...[
          app.claimLinks(claim),
          app.shareCard(claim, version, "sv"),
          app.claimShareAlt(claim, version, "en"),
        ],
        app.claimReview(
          claim,
          "sv",
          { rating: String },
          { baseUrl: "https://belagt.example", name: "Belagt" },
        ),
      ];
      told[`tip about ${slug}`] = await app.tipAbout({ claim: slug });
    }
    for (const { slug } of disputes)
      told[`dispute ${slug}`] = [
        await app.readDispute(slug),
        await app.readDispute(slug, LATER),
        await app.tipAbout({ dispute: slug }),
      ];
    for (const { slug } of parties) told[`party ${slug}`] = await app.readParty(slug);
    for (const { id } of sources) told[`source ${id}`] = await app.readSource(id);
    for (const { id, sourceId } of copies)
      told[`copy ${id}`] = [await app.readCopy(sourceId, id), await app.publicFile(sourceId, id)];
    for (const q of ["", ...Object.values(app.WORD)])
      told[`search ${q}`] = (await app.searchClaims(app.parseSearch({ q }))).hits;
    for (const party of [app.WORD.Party, "andra-parten"])
      told[`party filter ${party}`] = (await app.searchClaims(app.parseSearch({ party }))).hits;
    const log = await app.readLog();
    told.log = [log, app.logJson(log)];
    for (const { seq } of entries) told[`log ${seq}`] = await app.readPublicationDocument(seq);
    told.lists = [
      ...[await app.readDisputes(), await app.readLatestVerdicts(50), await app.readParties()],
      ...[await app.readCorrections(), await app.readRecordPages(), await app.readRemovals()],
      await app.readAmendments(),
    ];
    return told;
  });
}

/** Where in all of it a word stands. */
export const places = (told: Record<string, unknown>, word: string) =>
  Object.entries(told)
    .filter(([, said]) =>
      JSON.stringify(said ?? null)
        .toLowerCase()
        .includes(word),
    )
    .map(([where]) => where);

/** Every row of the record that readers' reads could come upon, whatever they asked for. */
export async function shownRows(word: string): Promise<string[]> {
  const app = await load();
  return app.asReaders(async () => {
    const tables = await app.db().$queryRaw<{ table: string }[]>`
      SELECT DISTINCT c.table_name AS "table" FROM information_schema.columns c
       WHERE c.table_schema = 'shown' AND (c.column_name = 'publishedAt' OR c.table_name IN
         ('Verdict', 'SnapshotPage', 'Message', 'PublicationDocument', 'ClaimFalsifier', 'VerdictEvidence', 'Recheck', 'Capture'))`;
    const found: string[] = [];
    for (const { table } of tables) {
      const hits = await app
        .db()
        .$queryRawUnsafe<unknown[]>(
          `SELECT FROM "${table}" t WHERE to_jsonb(t)::text ILIKE $1 LIMIT 1`,
          `%${word}%`,
        );
      if (hits.length > 0) found.push(table);
    }
    return found;
  });
}
