/**
 * What a contributor is told by the desk: what is public, and their own drafts. Every desk query of the record is asked for
 * everything there is, over rows of every kind that somebody else has written and nobody has published; none of their
 * words may be in any answer. A new query is asked too, by being there.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../e2e/fixtures/own-database.ts";
import { contributor, journalist } from "../core/actor.fixture.ts";
import type { Actor } from "../core/actor.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const FILES = readdirSync(HERE, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("-desk-queries.ts"))
  .sort();

/** Stands in every text of what the contributor may not see. */
const HIDDEN = "dold";
/** Stands in every text of what they have written themselves. */
const OWN = "egen";

type Ask = (actor: Actor, ...more: unknown[]) => Promise<unknown>;
const queries: { name: string; ask: Ask }[] = [];
const ids: string[] = [];
let disputeId = "";

const both = <Name extends string>(name: Name, text: string) =>
  ({ [`${name}Sv`]: text, [`${name}En`]: text }) as Record<`${Name}Sv` | `${Name}En`, string>;

/** Rows of every kind with a draft, in a public dispute, all by one person and all saying the same word. */
async function draftsBy(createdBy: string, word: string, public_: { claimId: string; partyId: string }) {
  const { db } = await import("../core/db.ts");
  const { claimId, partyId } = public_;
  const keep = async (row: Promise<{ id: string }>) => {
    const { id } = await row;
    ids.push(id);
    return id;
  };
  const source = (more: object) =>
    keep(
      db().source.create({
        data: {
          ...{ disputeId, kind: "report", language: "sv", made: "2019", createdBy },
          ...both("title", word),
          ...both("note", word),
          ...more,
        },
      }),
    );
  const sourceId = await source({});
  // The copy of a public source, nobody's to see: the source's reach is not the copy's.
  const openSource = await keep(
    db().source.create({
      data: {
        ...{ disputeId, kind: "report", language: "sv", made: "2019", createdBy: "somebody" },
        ...both("title", "öppen"),
        ...both("note", "öppen"),
        publishedAt: new Date(),
      },
    }),
  );
  let copies = 0;
  for (const ofSource of [sourceId, openSource]) {
    const sha256 = `${word === OWN ? "a" : "b"}${copies++}`.padEnd(64, "0");
    await keep(
      db().snapshot.create({
        data: {
          ...{ sourceId: ofSource, sha256, byteLength: 10, mediaType: "message/rfc822", custody: "stored" },
          ...{
            capturedAt: new Date(),
            fileName: `${word}.eml`,
            publicSha256: sha256.replace("0", "c"),
            createdBy,
          },
          pages: { create: [{ number: 1, text: `${word} ${"text ".repeat(20)}` }] },
          message: {
            create: {
              ...{
                messageId: `${word}${sha256.slice(0, 3)}@exempelby.example`,
                from: word,
                to: [word],
                cc: [word],
              },
              ...{ subject: word, dkim: "not_signed", dkimFound: {} },
            },
          },
        },
      }),
    );
    await keep(
      db().capture.create({
        data: {
          ...{ sourceId: ofSource, method: "fetch", url: `https://${word}.example/`, state: "failed" },
          ...{
            problem: "gone",
            detail: word,
            requestedBy: createdBy,
            snapshotId: null,
            finishedAt: new Date(),
          },
        },
      }),
    );
  }
  await keep(
    db().evidence.create({
      data: {
        ...{
          claimId,
          sourceId: openSource,
          stance: "context",
          excerpt: word,
          excerptLanguage: "sv",
          createdBy,
        },
        ...both("note", word),
        ...both("unchecked", word),
      },
    }),
  );
  await keep(
    db().sourceEdge.create({ data: { fromId: openSource, toId: sourceId, kind: "based_on", createdBy } }),
  );
  const other = await keep(
    db().claim.create({
      data: {
        ...{ slug: `${word}-pastaende`, disputeId, number: word === OWN ? 8 : 9, kind: "fact", createdBy },
        wordings: {
          create: [
            {
              ...{ version: 1, createdBy },
              ...both("text", word),
              ...both("short", word),
              ...both("restatedBy", word),
            },
          ],
        },
      },
    }),
  );
  await keep(db().relation.create({ data: { fromId: other, toId: claimId, kind: "denies", createdBy } }));
  const party = await keep(
    db().party.create({
      data: {
        ...{ slug: `${word}-part`, kind: "organisation", createdBy },
        wordings: {
          create: [{ version: 1, createdBy, ...both("name", word), ...both("description", word) }],
        },
        roles: {
          create: [
            {
              disputeId,
              side: "other",
              position: 9,
              createdBy,
              ...both("title", word),
              ...both("says", word),
            },
          ],
        },
      },
    }),
  );
  await keep(
    db().event.create({
      data: {
        ...{ disputeId, actorId: partyId, sourceId: openSource, happened: "2019", createdBy },
        ...both("text", word),
        ...both("short", word),
      },
    }),
  );
  await keep(
    db().appearance.create({
      data: {
        ...{
          claimId,
          partyId: party,
          mode: "asserts",
          sourceId: openSource,
          quote: word,
          quoteLanguage: "sv",
        },
        ...{ happened: "2019", known: "2019", createdBy },
      },
    }),
  );
  // One at a time is open on a claim, and contributors write none.
  if (word === HIDDEN)
    await keep(
      db().verdictDraft.create({
        data: { claimId, content: { conclusion: { sv: word, en: word } }, authors: [createdBy], createdBy },
      }),
    );
  await keep(
    db().correction.create({
      data: {
        ...{ disputeId, claimId, wrongSince: new Date(), changesVerdict: false, createdBy },
        ...both("wrong", word),
        ...both("found", word),
      },
    }),
  );
  await keep(
    db().falsifier.create({
      data: { disputeId, position: 9, createdBy, ...both("text", word), ...both("heldBy", word) },
    }),
  );
  await keep(
    db().sourceWithdrawal.create({ data: { sourceId: openSource, createdBy, ...both("reason", word) } }),
  );
  await keep(
    db().replyRequest.create({
      data: {
        ...{ claimId, partyId: party, createdBy },
        ...both("reasonNotAsked", word),
        ...both("inSources", word),
        asking: {
          create: {
            ...{
              askedAt: new Date(0),
              deadline: new Date(1),
              channel: word,
              question: word,
              sentTo: word,
              createdBy,
            },
          },
        },
        replies: { create: [{ text: word, language: "sv", receivedAt: new Date(), createdBy }] },
      },
    }),
  );
}

beforeAll(async () => {
  await ownDatabase();
  const { madeUpImprint } = await import("./imprint/imprint.fixture.ts");
  await madeUpImprint();
  const { madeUpClaim } = await import("./reply/reply.fixture.ts");
  const made = await madeUpClaim();
  disputeId = made.disputeId;
  ids.push(made.claimId, made.disputeId, made.partyId);
  await draftsBy(journalist.id, HIDDEN, made);
  await draftsBy(contributor.id, OWN, made);
  const { db } = await import("../core/db.ts");
  const fromOutside = { text: HIDDEN, language: "sv", contact: HIDDEN };
  const { id: tip } = await db().tip.create({ data: { ...fromOutside, claimId: made.claimId } });
  const { id: objection } = await db().objection.create({
    data: { ...fromOutside, claimId: made.claimId, target: "other" },
  });
  ids.push(tip, objection);
  for (const file of FILES) {
    const exported = (await import(`./${file}`)) as Record<string, unknown>;
    for (const [name, ask] of Object.entries(exported)) {
      if (typeof ask === "function") queries.push({ name: `${file} ${name}`, ask: ask as Ask });
    }
  }
});

/** Everything a query says to an actor, asked for each id there is: alone, or for a passage of a copy in the dispute. */
async function saidTo(actor: Actor, ask: Ask): Promise<string> {
  const asked =
    ask.length <= 1
      ? [ask(actor)]
      : ids.flatMap((id) => [
          ask(actor, id),
          ...(ask.length > 2 ? [ask(actor, disputeId, { copy: id, page: 1, start: 0, end: 4 })] : []),
        ]);
  const answers = await Promise.allSettled(asked);
  return JSON.stringify(answers, (_, value) => (value instanceof Map ? [...value] : value));
}

test("a contributor is told of their own drafts, and nothing that others have written and nobody has published", async () => {
  expect(queries.length).toBeGreaterThan(30);
  const answers = await Promise.all(
    queries.map(async ({ name, ask }) => ({ name, said: await saidTo(contributor, ask) })),
  );
  expect(answers.filter(({ said }) => said.includes(HIDDEN)).map(({ name }) => name)).toEqual([]);
  // So that the question is not asked in vain.
  expect(answers.filter(({ said }) => said.includes(OWN)).length).toBeGreaterThan(5);
});

test("a journalist is told of all of it, by the same queries", async () => {
  const answers = await Promise.all(queries.map(({ ask }) => saidTo(journalist, ask)));
  expect(answers.filter((said) => said.includes(HIDDEN)).length).toBeGreaterThan(10);
});
