import { afterAll, beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { editor, journalist, otherEditor } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { Answer } from "../../site/http/answer.ts";
import type { RecordAtDoor } from "../../site/http/record-at-door.ts";
import { ADDRESSED, type Addressed } from "./address.ts";

standAt(new Date("2026-11-30T09:00:00Z"));

const load = async () => ({
  ...(await import("../../../e2e/fixtures/judged-dispute.ts")),
  ...(await import("../../core/db.ts")),
  ...(await import("../../site/http/door.ts")),
  ...(await import("../../site/http/outdated.ts")),
  ...(await import("../../site/http/record-at-door.ts")),
  ...(await import("../../site/interop/sitemap-queries.ts")),
  ...(await import("../claim/claim-commands.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../claim/claim-schema.ts")),
  ...(await import("../dispute/dispute-queries.ts")),
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../party/party-queries.ts")),
  ...(await import("../record-log/record-log-queries.ts")),
  ...(await import("../removal/removal-commands.ts")),
  ...(await import("./address-commands.ts")),
  ...(await import("./address-desk-queries.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let record: RecordAtDoor;
const START = { Claim: "exempel-claim-1", Dispute: "exempel", Party: "exempel-party-0" };
const rows = { Claim: "", Dispute: "", Party: "" };

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.judgedDispute("exempel");
  await app.madeUpImprint();
  rows.Claim = (await app.db().claim.findUniqueOrThrow({ where: { slug: START.Claim } })).id;
  rows.Dispute = (await app.db().dispute.findUniqueOrThrow({ where: { slug: START.Dispute } })).id;
  rows.Party = (await app.db().party.findUniqueOrThrow({ where: { slug: START.Party } })).id;
  record = new app.RecordAtDoor(process.env.DATABASE_URL ?? "", "https://belagt.example");
});
afterAll(() => record.end());

const move = async (table: Addressed, slug: string) => {
  orThrow(await app.changeAddress(journalist, { table, rowId: rows[table], slug }));
  const proposed = (await app.addressFor(editor, table, rows[table]))?.proposed;
  return orThrow(await app.publishAddress(editor, { id: proposed?.id ?? "" }));
};

/** What the door answers an address with: where it leads, "gone", or what is then asked of the application. */
async function atTheDoor(url: string): Promise<string> {
  app.outdate(["everything"]);
  const { IncomingMessage } = await import("node:http");
  const { Socket } = await import("node:net");
  const asked = Object.assign(new IncomingMessage(new Socket()), {
    ...{ url, method: "GET", headers: { host: "belagt.example" } },
  });
  const answer = new Answer(asked);
  const routes = ["/[locale]/claims/[slug]/objection"];
  const { publicAddresses } = await import("../../site/http/public-addresses.ts");
  const built = { addresses: publicAddresses(routes, []), actions: new Set<string>() };
  const terms = { home: "https://belagt.example", record, built, fromMemory: () => false };
  const request = await app.atTheDoor(asked, answer, terms);
  if (request === null) return `${answer.statusCode} ${answer.getHeader("location") ?? ""}`.trim();
  return answer.isGone ? "410" : `asked ${request.url}`;
}

test("a draft has another address at once; one that is taken, or was another's, it does not get", async () => {
  const claim = (slug: string | null) =>
    app.newClaim.parse({
      ...{ disputeId: rows.Dispute, slug, number: null, kind: "fact", interests: [] },
      ...{ text: { sv: "Анна Ковальчук", en: "" }, short: { sv: "Анна Ковальчук", en: "" } },
      restatedBy: { sv: "provet", en: "the test" },
    });
  const { id } = orThrow(await app.addClaim(journalist, claim(null)));
  const slug = async () => (await app.db().claim.findUniqueOrThrow({ where: { id } })).slug;
  expect(await slug()).toBe("anna-kovalchuk");
  const change = (to: string) => app.changeAddress(journalist, { table: "Claim", rowId: id, slug: to });
  orThrow(await change("ett-utkast"));
  expect(await slug()).toBe("ett-utkast");
  expect(await app.db().address.count()).toBe(0);
  expect(await change("ett-utkast")).toMatchObject({ reason: "same-address" });
  expect(await change(START.Claim)).toMatchObject({ reason: "already-there" });
  expect((await app.addressesToBe(journalist, rows.Dispute)).map(({ path }) => path)).toEqual([
    "/claims/ett-utkast",
  ]);
  await move("Claim", "flyttat");
  expect(await change(START.Claim)).toMatchObject({ reason: "already-there" });
  // Nor by any other way.
  await expect(app.db().claim.update({ where: { id }, data: { slug: START.Claim } })).rejects.toThrow();
  expect(await app.addClaim(journalist, claim(START.Claim))).toMatchObject({ reason: "already-there" });
  await move("Claim", START.Claim);
});

test("what is published has another when two people say so, and nothing else of it changes", async () => {
  const rowId = rows.Claim;
  const before = await app.db().claim.findUniqueOrThrow({ where: { id: rowId } });
  await expect(app.db().claim.update({ where: { id: rowId }, data: { slug: "x" } })).rejects.toThrow(
    /address/,
  );
  await expect(
    app.db().claim.update({ where: { id: rowId }, data: { slug: "x", kind: "opinion" } }),
  ).rejects.toThrow(/never changed/);
  orThrow(await app.changeAddress(editor, { table: "Claim", rowId, slug: "ett-nytt" }));
  expect(await app.changeAddress(journalist, { table: "Claim", rowId, slug: "ett-till" })).toMatchObject({
    reason: "already-there",
  });
  const { id = "" } = (await app.addressFor(editor, "Claim", rowId))?.proposed ?? {};
  expect(await app.publishAddress(editor, { id })).toMatchObject({ reason: "author-cannot-approve" });
  expect((await app.db().claim.findUniqueOrThrow({ where: { id: rowId } })).slug).toBe(before.slug);
  orThrow(await app.publishAddress(otherEditor, { id }));
  expect(await app.db().claim.findUniqueOrThrow({ where: { id: rowId } })).toEqual({
    ...before,
    slug: "ett-nytt",
  });
  await move("Claim", START.Claim);
});

/** Every form in which something is asked for by a slug. */
const FORMS: Record<Addressed, (slug: string) => string[]> = {
  Claim: (slug) => [
    ...[`/claims/${slug}`, `/en/claims/${slug}`, `/claims/${slug}.json`, `/claims/${slug}/v/1`],
    ...[`/en/claims/${slug}/v/1.json`, `/share/claims/${slug}/sv.png`, `/share/claims/${slug}/v/1/en.png`],
    ...[`/claims/${slug}/objection?evidence=1`, `/en/claims/${slug}/objection`],
  ],
  Dispute: (slug) => [
    ...[`/disputes/${slug}`, `/en/disputes/${slug}`, `/disputes/${slug}.json`],
    `/disputes/${slug}?asOf=2026-11-30T09%3A00%3A00.000Z`,
  ],
  Party: (slug) => [`/parties/${slug}`, `/en/parties/${slug}.json`],
};

test.each(ADDRESSED)(
  "each former address of a %s leads to where it is now, in every form, after any number of moves",
  async (table) => {
    const about = async () =>
      (await app.readLog()).slice(0, entries).map((entry) => entry.about?.title.sv ?? null);
    const moments = async (slug: string) => (await app.readDispute(slug))?.moments.length ?? 0;
    const [first = ""] = FORMS[table](START[table]);
    expect(await atTheDoor(first)).toBe(`asked ${first}`);
    const entries = await app.db().logEntry.count();
    const said = await about();
    const then = await moments(START.Dispute);
    await move(table, "andra");
    await move(table, "tredje");
    for (const former of [START[table], "andra"]) {
      const leads = await Promise.all(FORMS[table](former).map(atTheDoor));
      expect(leads).toEqual(FORMS[table]("tredje").map((url) => `308 ${url}`));
    }
    // What was said under the old one is still known to be of it.
    expect(await about()).toEqual(said);
    expect(await moments(table === "Dispute" ? "tredje" : START.Dispute)).toBeGreaterThanOrEqual(then);
    const paths = (await app.readRecordPages()).map(({ path }) => path);
    expect(paths).toContain(FORMS[table]("tredje")[0]);
    expect(paths).not.toContain(first);
    const claim = await app.readClaim(table === "Claim" ? "tredje" : START.Claim);
    expect(claim?.taints).toEqual([]);
    expect(claim?.verdict).not.toBeNull();

    // What is taken down says so at each.
    const removal = { ground: "danger" as const, reason: { sv: "Fara.", en: "Danger." } };
    const down = orThrow(await app.takeDown(editor, { table, rowId: rows[table], ...removal }));
    for (const former of [START[table], "andra", "tredje"])
      expect(await atTheDoor(FORMS[table](former)[0] ?? "")).toBe("410");
    const reason = { sv: "Nej.", en: "No." };
    const { id } = orThrow(
      await app.proposeRemovalDecision(editor, { removalId: down.id, outcome: "undone", reason }),
    );
    orThrow(await app.publishRemovalDecision(otherEditor, { id }));
    await move(table, START[table]);
    expect(await atTheDoor(first)).toBe(`asked ${first}`);
  },
);
