/** What the copies of a dispute's sources speak for, on a real database. */
import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { contributor, journalist } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";

standAt(new Date("2026-11-23T12:00:00Z"));

const load = async () => ({
  ...(await import("../../../e2e/fixtures/generated-dispute.ts")),
  ...(await import("../capture/capture-commands.ts")),
  ...(await import("./source-commands.ts")),
  ...(await import("./source-desk-queries.ts")),
  ...(await import("./source-suggest-desk-queries.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
const words = (seed: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${seed}${n}`).join(" ");
const both = (text: string) => ({ sv: text, en: text });

beforeAll(async () => {
  await ownDatabase();
  app = await load();
});

/** A source with a copy of a text. */
async function copied(
  disputeId: string,
  title: string,
  made: string,
  text: string,
  url: string | null = null,
) {
  const { id } = orThrow(
    await app.addSource(journalist, {
      ...{ disputeId, kind: "article", title: both(title), note: both("Påhittat."), producerId: null },
      ...{ language: "sv", url, made, public: made },
    }),
  );
  const sha256 = Buffer.from(id.replaceAll("-", "")).toString("hex").slice(0, 64);
  orThrow(
    await app.keepUpload(journalist, {
      sourceId: id,
      copy: {
        ...{ sha256, byteLength: text.length, mediaType: "text/plain", fileName: null },
        ...{ capturedAt: new Date("2026-11-20T10:00:00Z"), publicSha256: null, message: null },
        pages: [{ number: 1, text }],
      },
      attachments: [],
    }),
  );
  return id;
}

test("a text that stands in two sources is suggested from both ends, until somebody has saved the edge", async () => {
  await app.generateDispute({ slug: "exempel", parties: 1, claims: 1, events: 0 });
  const { id: disputeId } = await app.db().dispute.findFirstOrThrow({ where: { slug: "exempel" } });
  const text = words("ord", 120);
  const early = await copied(disputeId, "Utredningen", "2026-11-01", text);
  const late = await copied(disputeId, "Artikeln", "2026-11-02", `${text} ${words("eget", 20)}`);
  await copied(disputeId, "Annat", "2026-11-03", words("annat", 100));

  const other = (id: string, title: string) => ({ id, title: both(title) });
  expect(await app.suggestedEdgesOf(journalist, late)).toEqual([
    { kind: "based_on", reason: "same-text", isFrom: true, other: other(early, "Utredningen") },
  ]);
  expect(await app.suggestedEdgesOf(journalist, early)).toEqual([
    { kind: "based_on", reason: "same-text", isFrom: false, other: other(late, "Artikeln") },
  ]);
  expect(await app.suggestedEdgesOf(contributor, late)).toEqual([]);

  orThrow(await app.linkSources(journalist, { fromId: late, toId: early, kind: "based_on" }));
  expect(await app.suggestedEdgesOf(journalist, late)).toEqual([]);
  expect(await app.suggestedEdgesOf(journalist, "1")).toEqual([]);
});

test("what shares a producer is one list, from whichever source the edge was drawn", async () => {
  await app.generateDispute({ slug: "annan", parties: 1, claims: 1, events: 0 });
  const { id: disputeId } = await app.db().dispute.findFirstOrThrow({ where: { slug: "annan" } });
  const [a, b, c] = await Promise.all(
    ["a", "b", "c"].map((seed) =>
      copied(disputeId, `Sida ${seed}`, "2026-11-01", words(seed, 60), `https://bladet.example/${seed}`),
    ),
  );
  if (!a || !b || !c) throw new Error("Three sources");
  const [first] = await app.suggestedEdgesOf(journalist, b);
  expect(first).toMatchObject({ kind: "same_producer", reason: "same-host" });
  orThrow(await app.linkSources(journalist, { fromId: a, toId: b, kind: "same_producer" }));
  orThrow(await app.linkSources(journalist, { fromId: b, toId: c, kind: "same_producer" }));
  const draft = await app.sourceDraft(journalist, b);
  expect(draft?.edges).toEqual([]);
  expect(draft?.alike.map(({ to }) => to.id).sort()).toEqual([a, c].sort());
  expect(await app.suggestedEdgesOf(journalist, b)).toEqual([]);
});
