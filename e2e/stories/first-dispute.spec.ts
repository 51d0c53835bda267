/**
 * The first dispute, entered by hand in an installation that has nothing: by a journalist, published by an editor, through
 * the forms of the desk as a browser without JavaScript sends them. What a reader then finds is what the installation writes
 * of itself when it starts.
 */
import { expect, test } from "@playwright/test";
import pg from "pg";
import { asFields } from "../../lib/desk/form/form.ts";
import * as record from "../../prisma/seed/kramfors-huddinge.ts";
import { verdicts } from "../../prisma/seed/verdicts.ts";
import { type OwnServer, startOwnServer } from "../fixtures/own-server.ts";
import { CLAIM } from "../fixtures/pages.ts";
import { report } from "../fixtures/papers.ts";
import { type Answer, asked, formIn, formSentBy, multipart, type Part } from "../fixtures/plain-form.ts";
import { memberSignedIn } from "../fixtures/signed-in.ts";

let server: OwnServer;
test.beforeAll(async () => {
  server = await startOwnServer();
});
test.afterAll(async () => {
  await server?.stop();
});

/** What a page says of the form that it did not take. */
const told = (answer: Answer | null) =>
  answer?.words
    .slice(Math.max(0, answer.words.search(/Några fält|Ingenting är sparat|Det gick inte/) - 200))
    .slice(0, 600);

/** Somebody at the desk who fills in forms. */
async function deskOf(role: "administrator" | "journalist" | "editor", name: string) {
  const { cookie } = await memberSignedIn(role, {
    name,
    baseUrl: server.url,
    databaseUrl: server.databaseUrl,
  });
  const headers = { cookie: `${cookie.name}=${cookie.value}`, origin: server.url };
  const open = async (path: string): Promise<Answer> => {
    const page = await asked(`${server.url}${path}`, { headers });
    if (page?.status !== 200) throw new Error(`${path} answers ${page?.status} to the ${role}`);
    return page;
  };
  const post = async (path: string, form: readonly Part[], what: string): Promise<string> => {
    const { type, body } = multipart(form);
    const answer = await asked(`${server.url}${path}`, {
      method: "POST",
      headers: { ...headers, "content-type": type },
      body,
    });
    // What stays on its page says so.
    if (answer?.status === 200 && answer.words.includes("Sparat.")) return path;
    // What it asks is answered on the page that it came with, as a browser without scripts does.
    if (answer?.status === 200 && answer.words.includes("Inget är gjort än."))
      return post(path, formSentBy(answer, /^Ja, /), what);
    if (answer?.status !== 303)
      throw new Error(`${what} at ${path} answers ${answer?.status}: ${told(answer)}`);
    return String(answer.headers.location).replace(server.url, "").replace(/#.*/, "");
  };
  return {
    open,
    /** Fills in the form with that field and sends it, with a file if it takes one. @returns where it leads */
    fill: async (
      path: string,
      field: string,
      values: object,
      file: readonly Part[] = [],
    ): Promise<string> => {
      const fields = asFields(values);
      const given = [...Object.keys(fields), ...file.map(({ name }) => name)];
      const form = formIn(await open(path), field).filter(({ name }) => !given.includes(name));
      const words = Object.entries(fields).flatMap(([name, all]) => all.map((value) => ({ name, value })));
      return post(path, [...form, ...words, ...file], field);
    },
    press: async (path: string, button: RegExp): Promise<string> =>
      post(path, formSentBy(await open(path), button), String(button)),
  };
}

/** What the desk's addresses name rows by. */
async function idsOf<Key extends string | number>(
  table: string,
  column: string,
  names: Readonly<Record<Key, string>>,
) {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string; name: string }>(
    `SELECT "id", "${column}" AS name FROM "${table}"`,
  );
  await client.end();
  return (key: Key): string => {
    const row = rows.find(({ name }) => name === names[key]);
    if (!row) throw new Error(`No ${table} is called ${names[key]}`);
    return row.id;
  };
}

const NO_CONFLICT = { sv: "Ingen jävsituation.", en: "No conflict of interest." };

const mapped = <Key extends string, Value>(
  of: Readonly<Record<Key, Value>>,
  what: (value: Value) => string,
) =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, what(value as Value)])) as Record<
    Key,
    string
  >;

/**
 * What differs between two installations that say the same: what rows are called, who has written and when; and the bytes
 * of copies, since that of the article is known by its hash alone, and another is handed in for it.
 */
const OF_ITS_OWN = new Set([
  "id",
  "hash",
  "publishedAt",
  "byline",
  "conflictOfInterest",
  "snapshots",
  "roots",
]);

/** The frozen words of a version, with each piece of evidence called by its rank. */
function sameForBoth({
  record: { frozen },
}: {
  record: { frozen: { evidence: { id: string }[] } };
}): unknown {
  const ranks = new Map(frozen.evidence.map(({ id }, index) => [id, `piece ${index + 1}`]));
  return JSON.parse(
    JSON.stringify(frozen, (key, value) => (OF_ITS_OWN.has(key) ? undefined : (ranks.get(value) ?? value))),
  );
}

const place = ([paragraph, charStart, charEnd]: [number, number, number]) => ({
  paragraph,
  charStart,
  charEnd,
});

test("The first dispute is entered by two people from nothing to a published verdict, and reads as the one that comes with the product", async ({
  browser,
  request: outside,
}) => {
  test.setTimeout(120_000);
  const [administrator, journalist, editor] = await Promise.all([
    deskOf("administrator", "Testperson Administratör"),
    deskOf("journalist", "Testperson Skribent"),
    deskOf("editor", "Testperson Granskare"),
  ]);
  await administrator.fill("/desk/settings", "responsiblePublisher", {
    name: "Exempelbladet",
    responsiblePublisher: "Testperson Utgivare",
    complaints: "https://exempelbladet.example/klagomal",
    appeal: { sv: "Ingen: det här är ett prov.", en: "Nobody: this is a test." },
  });

  const dispute = await journalist.fill("/desk/disputes/new", "title.sv", record.dispute);
  const slugs = mapped(record.parties, ({ slug }) => slug ?? "");
  for (const {
    partOf,
    role: { position, ...role },
    ...party
  } of Object.values(record.parties).toSorted(
    (a, b) => Number(a.partOf !== null) - Number(b.partOf !== null),
  )) {
    const whole = partOf && (await idsOf("Party", "slug", slugs))(partOf);
    await journalist.fill(`${dispute}/parties/new`, "party.name.sv", {
      party: { ...party, partOfId: whole ?? "" },
      role: { ...role, held: role.held ?? "" },
    });
  }
  const party = await idsOf("Party", "slug", slugs);
  for (const { producer, ...source } of Object.values(record.sources))
    await journalist.fill(`${dispute}/sources/new`, "title.sv", { ...source, producerId: party(producer) });
  const source = await idsOf(
    "Source",
    "titleSv",
    mapped(record.sources, ({ title }) => title.sv ?? ""),
  );
  for (const [from, to] of record.sourceEdges)
    await journalist.fill(`/desk/sources/${source(from)}`, "toId", {
      kind: "based_on",
      toId: source(to),
    });

  // Nothing leans on what we have only read about.
  await journalist.fill(`/desk/sources/${source("article")}`, "file", {}, [
    {
      ...{ name: "file", fileName: "artikel.pdf", mediaType: "application/pdf" },
      value: await report([["En kopia av artikeln."]]),
    },
  ]);

  const [first] = record.claims;
  if (!first) throw new Error("The first dispute has no claim");
  const { interests, appearances, evidence, ...words } = first;
  const claim = await journalist.fill(`${dispute}/claims/new`, "text.sv", {
    ...words,
    interests: Object.entries(interests).map(([key, { about = false, gainsIf }]) => ({
      partyId: party(key as record.PartyKey),
      gainsIf,
      about,
    })),
  });
  for (const { party: who, at, dateNote, known = record.claimsKnownFrom, ...said } of appearances)
    await journalist.fill(`${claim}/appearances/new`, "quote", {
      ...said,
      partyId: party(who),
      sourceId: source("article"),
      quoteLanguage: "sv",
      at: place(at),
      known,
      dateNote: dateNote ?? { sv: "", en: "" },
    });
  for (const { origin, at, ...piece } of evidence)
    await journalist.fill(`${claim}/evidence/new`, "excerpt", {
      ...piece,
      sourceId: source("article"),
      originId: origin ? source(origin) : "",
      excerptLanguage: "sv",
      at: place(at),
      unchecked: record.whyUnchecked,
    });
  const claimId = claim.split("/").at(-1) ?? "";
  for (const { holder, claims, ...falsifier } of record.falsifiers.filter(({ claims }) => claims.includes(1)))
    await journalist.fill(`${dispute}/falsifiers/new`, "text.sv", {
      ...falsifier,
      holderId: holder ? party(holder) : "",
      claimIds: [claimId],
    });
  for (const { claim: _, party: who, ...request } of record.replyRequests.filter(
    ({ claim: number }) => number === 1,
  ))
    await journalist.fill(`${claim}/requests/new?party=${party(who)}`, "inSources.sv", request);

  // To put it before readers is for somebody else.
  await expect(journalist.press(`${dispute}/publish`, /^Läs vad/)).rejects.toThrow("No form");
  await editor.press(`${dispute}/publish`, /^Läs vad/);
  const [written] = verdicts;
  if (!written) throw new Error("The first dispute has no verdict");
  const draft = await journalist.press(claim, /^Börja på en bedömning/);
  const piece = await idsOf(
    "Evidence",
    "excerpt",
    Object.fromEntries(evidence.map(({ excerpt }, index) => [index, excerpt])),
  );
  const { evidence: order, steps, ...said } = written;
  const pieces = (numbers: readonly number[]) => numbers.map((number) => piece(number - 1));
  await journalist.fill(draft, "rating", {
    ...said,
    evidence: pieces(order).map((id) => ({ id })),
    steps: steps.map((step) => ({ text: step.text, evidenceIds: pieces(step.evidence) })),
    conflictOfInterest: NO_CONFLICT,
  });
  await journalist.press(draft, /^Skicka för granskning/);
  await editor.press(draft, /^Publicera/);

  // What a reader is told, and what machines are, beside what the installation of the tests was given when it started.
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await reader.goto(`${server.url}${CLAIM}`);
  await expect(reader.getByText(written.conclusion.sv).first()).toBeVisible();
  await expect(reader.getByText("Testperson Granskare").first()).toBeVisible();
  for (const { excerpt } of evidence) await expect(reader.getByText(excerpt).first()).toBeVisible();
  const recordOf = async (home: string) =>
    sameForBoth(await (await outside.get(`${home}${CLAIM}/v/1.json`)).json());
  expect(await recordOf(server.url)).toEqual(await recordOf(""));
});
