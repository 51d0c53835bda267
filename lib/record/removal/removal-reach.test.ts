/** What has been taken down is nowhere that a reader can reach, whatever reads it; and is back as it was when it is put back. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { editor, journalist, otherEditor } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import type { RecordAtDoor } from "../../site/http/record-at-door.ts";
import { crawl, places, shownRows } from "../reach.fixture.ts";
import { REMOVABLE, type Removable } from "./removal.ts";

standAt(new Date("2026-11-30T09:00:00Z"));

const load = async () => ({
  ...(await import("../../core/db.ts")),
  ...(await import("../../core/status.ts")),
  ...(await import("../../site/http/outdated.ts")),
  ...(await import("../../site/http/public-addresses.ts")),
  ...(await import("../../site/http/record-at-door.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../dispute/dispute-queries.ts")),
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../source/source-queries.ts")),
  ...(await import("./removal.fixture.ts")),
  ...(await import("./removal-commands.ts")),
  ...(await import("./removal-desk-queries.ts")),
  ...(await import("./removal-queries.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let rows: Record<Removable, string>;
let door: RecordAtDoor;
let before: Record<string, unknown>;
let entries: number;
/** The source of the copy. */
let copied: string;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  rows = await app.disputeOfWords();
  await app.madeUpImprint();
  copied = (await app.db().snapshot.findUniqueOrThrow({ where: { id: rows.Snapshot } })).sourceId;
  door = new app.RecordAtDoor(process.env.DATABASE_URL ?? "", "https://belagt.example");
  before = await crawl();
  entries = await app.db().logEntry.count();
});

afterAll(() => door.end());

/** The addresses that the row of each kind has had. */
const ADDRESSES: Record<Removable, () => string[]> = {
  Claim: () => [
    `/claims/${app.WORD.Claim}`,
    `/claims/${app.WORD.Claim}/v/1`,
    `/share/claims/${app.WORD.Claim}/sv.png`,
  ],
  Dispute: () => [`/disputes/${app.WORD.Dispute}`, "/claims/andra-saken", `/sources/${copied}`],
  Party: () => [`/parties/${app.WORD.Party}`],
  Source: () => [`/sources/${rows.Source}`],
  Snapshot: () => [
    `/sources/${copied}/copies/${rows.Snapshot}`,
    `/sources/${copied}/copies/${rows.Snapshot}/file`,
  ],
};

/** What the web server finds at each of them: that it is there, or by which removal it is not. */
async function atTheDoor(table: Removable): Promise<(string | boolean | null)[]> {
  // As the news of a publication would have it.
  app.outdate(["everything"]);
  const found = ADDRESSES[table]().map((path) => app.addressAt(path, { routes: [] }));
  const all: (string | boolean | null)[] = [];
  for (const each of found) {
    if (each.what !== "record") throw new Error("No address of the record");
    const there = await door.has(each.by, each.values);
    all.push(there || (each.down && (await door.down(each.down, each.values))));
  }
  return all;
}

const take = async (table: Removable, by = editor) =>
  app.takeDown(by, {
    ...{ table, rowId: rows[table], ground: "data_protection" as const },
    reason: { sv: "Den borde inte ha satts ut.", en: "It should not have been published." },
  });
const decide = async (removalId: string, outcome: "stands" | "undone") => {
  const reason = { sv: "Prövat av två.", en: "Looked at by two." };
  const { id } = orThrow(await app.proposeRemovalDecision(otherEditor, { removalId, outcome, reason }));
  expect(await app.publishRemovalDecision(otherEditor, { id })).toMatchObject({
    reason: "author-cannot-approve",
  });
  orThrow(await app.publishRemovalDecision(editor, { id }));
};

/** Of what is told, what removals and their entries of the log do not change. */
const withoutNews = (told: Record<string, unknown>, entries: number) => {
  const { lists, log, ...rest } = told;
  return Object.fromEntries(
    Object.entries(JSON.parse(JSON.stringify(rest)) as Record<string, unknown>)
      .filter(([where]) => !/^log (\d+)$/.test(where) || Number(where.slice(4)) < entries)
      .map(([where, said]) => [where, JSON.stringify(said, isNoNews)]),
  );
};
/** That something was taken down, and is shown again, is told from then on. */
const isNoNews = (key: string, value: unknown) => {
  if (key === "moments") return undefined;
  const isOfRemoval = (act: { type: string }) => act.type.startsWith("removal.");
  return key === "acts" && Array.isArray(value) ? value.filter((act) => !isOfRemoval(act)) : value;
};

describe.each(REMOVABLE)("a %s that is taken down", (table) => {
  test("is nowhere, from the moment one editor says so; and all of it is back when two have put it back", async () => {
    const word = app.WORD[table];
    // Without this nothing below would prove anything. A copy is shown by what is quoted of it, so its text is in its rows alone.
    expect(await shownRows(word)).not.toEqual([]);
    if (table !== "Snapshot") expect(places(before, word).length).toBeGreaterThan(5);

    const all = ADDRESSES[table]();
    expect(await atTheDoor(table)).toEqual(all.map(() => true));
    expect(await take(table, journalist)).toMatchObject({ reason: "not-allowed" });
    const { id } = orThrow(await take(table));
    expect(await take(table)).toMatchObject({ reason: "already-down" });

    const down = await crawl();
    expect(places(down, word)).toEqual([]);
    expect(await shownRows(word)).toEqual([]);
    expect(await atTheDoor(table)).toEqual(all.map(() => id));
    // What else there is still stands.
    if (table !== "Dispute") {
      const kept = await app.asReaders(() => app.readDispute(app.WORD.Dispute));
      expect(kept?.takenDown?.map((each) => each.id)).toEqual(table === "Snapshot" ? [] : [id]);
      expect(await app.asReaders(() => app.readClaim("andra-saken"))).not.toBeNull();
    }
    if (table === "Snapshot")
      expect((await app.asReaders(() => app.readSource(copied)))?.takenDown.map((each) => each.id)).toEqual([
        id,
      ]);
    await decide(id, "stands");
    expect(await shownRows(word)).toEqual([]);
    await decide(id, "undone");
    expect(withoutNews(await crawl(), entries)).toEqual(withoutNews(before, entries));
    expect(await atTheDoor(table)).toEqual(all.map(() => true));
    expect((await app.readRemoval(id))?.decided?.outcome).toBe("undone");
  });
});

test("who asks decides: readers and whoever sends them something see less than the desk, also from within what the desk does", async () => {
  const { id } = orThrow(await take("Claim"));
  const read = () => app.readClaim(app.WORD.Claim);
  const asked = (asking: "public" | "form" | "desk") => app.statusNotes().run({ asking }, read);
  expect([await asked("public"), await asked("form")]).toEqual([null, null]);
  expect(await asked("desk")).not.toBeNull();
  // A page of the desk shows what readers see, and what it keeps for them is theirs.
  expect(await app.oneMoment(() => app.asReaders(read))).toBeNull();
  expect(await app.transaction(() => app.asReaders(read))).toBeNull();
  await decide(id, "undone");
  expect(await asked("public")).not.toBeNull();
});
