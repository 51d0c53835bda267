/** What speaks against a copy: found by one function, said on every page that uses the copy, and in the way of a quotation. */
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { CopyList } from "../../../components/record/capture/copy-list.tsx";
import { QuoteLine } from "../../../components/record/evidence/quote-line.tsx";
import { QuoteStateLine } from "../../../components/record/evidence/quote-state.tsx";
import { CopyConcerns } from "../../../components/record/snapshot/copy-concerns.tsx";
import { CopyPage } from "../../../components/record/snapshot/copy-page.tsx";
import { SourcePage } from "../../../components/record/source/source-page.tsx";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { editor, journalist } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { LOCALES, type Locale } from "../../core/language/language.ts";
import { translator } from "../../core/language/translator.ts";
import { orThrow } from "../../core/result.ts";
import { code, filesBelow } from "../../imports.fixture.ts";
import { COPY_CONCERNS, type CopyConcern, copyConcerns } from "./snapshot-concern.ts";

standAt(new Date("2026-11-23T12:00:00Z"));

describe("the address that answered", () => {
  const ASKED = "https://www.bladet.example/nyheter/bron-drojer";
  test.each([
    ["is the same", ASKED, ASKED, []],
    ["is the same without www, in https", "http://www.bladet.example/a", "https://bladet.example/a", []],
    ["is that of a telephone", ASKED, "https://m.bladet.example/nyheter/bron-drojer", []],
    ["is another page of the site", ASKED, "https://nyheter.bladet.example/2026/bron", []],
    ["has a name in it that only begins so", ASKED, "https://www.bladet.example/authors/anna", []],
    ["is about signing in", ASKED, "https://www.bladet.example/nyheter/login-sida-hackad", []],
    ["is another site", ASKED, "https://tidningen.example/bron-drojer", ["elsewhere"]],
    ["is another site of the same country", "https://a.co.uk/x", "https://b.co.uk/x", ["elsewhere"]],
    ["is somebody else's on the same host", "https://a.github.io/x", "https://b.github.io/x", ["elsewhere"]],
    ["is of a number", "http://192.0.2.1/x", "http://192.0.2.2/x", ["elsewhere"]],
    ["is the front page", ASKED, "https://www.bladet.example/", ["front-page"]],
    ["is the front page, told where from", ASKED, "https://bladet.example/?utm_source=404", ["front-page"]],
    ["is the front page of a language", ASKED, "https://www.bladet.example/sv/", ["front-page"]],
    ["is the front page by name", ASKED, "https://www.bladet.example/index.html", ["front-page"]],
    [
      "is the front page of a page by number",
      "https://b.example/?p=12",
      "https://b.example/",
      ["front-page"],
    ],
    ["is a page by number", ASKED, "https://www.bladet.example/?p=12", []],
    ["is the front page, which was asked for", "https://b.example", "https://www.b.example/sv", []],
    ["is another front page", ASKED, "https://annat.example/", ["elsewhere", "front-page"]],
    ["asks for a sign-in", ASKED, "https://www.bladet.example/login?next=%2Fnyheter", ["login"]],
    ["asks for a sign-in by its name", ASKED, "https://sso.bladet.example/start/x", ["login"]],
    ["asks elsewhere", ASKED, "https://login.konto.example/oauth2/authorize", ["login", "elsewhere"]],
    ["asks about cookies", ASKED, "https://consent.bladet.example/m?continue=x", ["consent"]],
    ["says that it is not there", ASKED, "https://www.bladet.example/404.html", ["gone"]],
    [
      "is the page for signing in, which was asked for",
      "https://b.example/login",
      "https://b.example/login/a",
      [],
    ],
  ] as [string, string, string, CopyConcern[]][])("%s", (_name, asked, answered, concerns) => {
    expect(copyConcerns({ asked, answered, doubts: [] })).toEqual(concerns);
  });

  test.each(["login", "consent", "gone"] as const)("says nothing of what the page itself is: %s", (doubt) => {
    expect(copyConcerns({ asked: ASKED, answered: ASKED, doubts: [doubt] })).toEqual([doubt]);
  });
});

const load = async () => ({
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../../../e2e/fixtures/generated-dispute.ts")),
  ...(await import("../source/source-commands.ts")),
  ...(await import("../source/source-queries.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../capture/capture-commands.ts")),
  ...(await import("../evidence/evidence-commands.ts")),
  ...(await import("../evidence/evidence-desk-queries.ts")),
  ...(await import("../../site/interop/record-json.ts")),
  ...(await import("./snapshot-commands.ts")),
  ...(await import("./snapshot-desk-queries.ts")),
  ...(await import("./snapshot-public-queries.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let claim = { id: "", slug: "", disputeId: "" };
const both = (text: string) => ({ sv: text, en: text });
const WORDS = "Kommunen betalade tre hushålls hyra";
const REASON = "Tidningen har flyttat och har samma text.";
let made = 0;

const copyWith = (concerns: readonly CopyConcern[], sha256 = (++made).toString(16).padStart(64, "c")) => ({
  ...{ sha256, byteLength: 10, mediaType: "text/html", capturedAt: new Date("2026-10-01T08:00:00Z") },
  ...{ fileName: null, publicSha256: null, message: null, concerns },
  pages: [{ number: 1, text: `Logga in. ${WORDS} i sex månader.` }],
});

async function sourceWith(copy: ReturnType<typeof copyWith>) {
  const { id: sourceId } = orThrow(
    await app.addSource(journalist, {
      ...{ disputeId: claim.disputeId, kind: "report", title: both("Artikeln"), note: both("Påhittat.") },
      ...{ producerId: null, language: "sv", url: "https://bladet.example/a", made: "2026", public: null },
    }),
  );
  const copyId = await app.transaction((tx) => app.writeCopy(tx, journalist, { ...copy, sourceId }));
  return { sourceId, copyId };
}

const passage = (sourceId: string, unchecked: { sv: string; en: string } | null) => ({
  ...{ claimId: claim.id, sourceId, originId: null, stance: "context" as const, excerpt: WORDS },
  ...{ excerptLanguage: null, at: { paragraph: null, charStart: null, charEnd: null }, page: null },
  ...{ unchecked, note: both("Påhittat.") },
});
const rowOf = (id: string) => app.db().evidence.findUniqueOrThrow({ where: { id } });

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.madeUpImprint();
  await app.generateDispute({ slug: "exempel", parties: 1, claims: 1, events: 0 });
  claim = await app.db().claim.findFirstOrThrow({ select: { id: true, slug: true, disputeId: true } });
});

const html = (element: ReactElement) =>
  renderToStaticMarkup(element)
    .replaceAll("\u00ad", "")
    .replaceAll(/&(?:shy|nbsp);/g, " ");

describe.each(COPY_CONCERNS)("a copy of which is known: %s", (concern) => {
  let [sourceId, copyId, id] = ["", "", ""];

  test("carries no quotation unless somebody says why, at the desk, on publishing, past both", async () => {
    ({ sourceId, copyId } = await sourceWith(copyWith([concern])));
    ({ id } = orThrow(await app.addEvidence(journalist, passage(sourceId, null))));
    expect(await rowOf(id)).toMatchObject({ snapshotId: null });
    const state = await app.quoteStateOf(journalist, id);
    expect(state).toEqual({ kind: "in-doubt", copyId, concerns: [concern] });
    for (const locale of LOCALES) {
      const props = { id, sourceId, language: "sv", state: state ?? undefined, locale };
      expect(html(createElement(QuoteStateLine, props))).toContain(sentence(locale));
    }
    expect(await app.publishEvidence(editor, { ids: [id] })).toMatchObject({ reason: "quote-not-in-copy" });
    await expect(
      app.db().$executeRaw`UPDATE "Evidence" SET "snapshotId" = ${copyId}::uuid, "page" = 1, "charStart" = 10,
        "charEnd" = 20, "publishedAt" = now() WHERE "id" = ${id}::uuid`,
    ).rejects.toThrow("BE009");
  });

  test("carries it with the reason", async () => {
    const { revision } = await rowOf(id);
    const evidence = passage(sourceId, both(REASON));
    orThrow(await app.reviseEvidence(journalist, { id, revision, evidence }));
    expect(await rowOf(id)).toMatchObject({ snapshotId: copyId, uncheckedSv: REASON });
    expect(await app.quoteStateOf(journalist, id)).toMatchObject({ kind: "in-copy", concerns: [concern] });
    orThrow(await app.publishEvidence(editor, { ids: [id] }));
  });

  const sentence = (locale: Locale) => translator(locale)(`copy.concerns.${concern}`);
  const shows = (element: (locale: Locale) => ReactElement) =>
    LOCALES.every((locale) => html(element(locale)).includes(sentence(locale)));
  const given = <T>(value: T | null | undefined): T => {
    if (value === null || value === undefined) throw new Error("Nothing is shown");
    return value;
  };

  /** Everywhere that a copy is used. */
  const SURFACES: Readonly<Record<string, () => Promise<boolean>>> = {
    "the desk's list of copies": async () => {
      const copies = await app.copiesOf(journalist, sourceId);
      return shows((locale) => createElement(CopyList, { copies, locale, discards: false }));
    },
    "the desk's page of the copy": async () => {
      const { concerns } = given(await app.copyForDesk(journalist, copyId));
      return shows((locale) => createElement(CopyConcerns, { concerns, locale, help: true }));
    },
    "the copy's page": async () => {
      const copy = given(await app.readCopy(sourceId, copyId));
      return shows((locale) => createElement(CopyPage, { copy, locale }));
    },
    "the source's page": async () => {
      const source = given(await app.readSource(sourceId));
      return shows((locale) => createElement(SourcePage, { source, locale }));
    },
    "the source as JSON": async () => {
      const source = given(await app.readSource(sourceId));
      const { record } = app.recordJson("source", "https://belagt.example/sources/x", source, {});
      return record.snapshots.every(({ concerns }) => concerns.includes(concern));
    },
    "the claim's page, with the reason": async () => {
      const quote = given(given(await app.readClaim(claim.slug)).quotes[id]);
      const line = (locale: Locale) =>
        createElement(QuoteLine, { id, sourceId, excerpt: WORDS, quote, locale });
      return shows(line) && LOCALES.every((locale) => html(line(locale)).includes(REASON));
    },
    "the claim as JSON, with the reason": async () => {
      const view = given(await app.readClaim(claim.slug));
      const { record } = app.recordJson("claim", "https://belagt.example/claims/x", view, {});
      const quote = given(record.quotes[id]);
      return quote.unchecked?.sv === REASON && given(quote.copy).concerns.includes(concern);
    },
  };

  test.each(Object.entries(SURFACES))("is said on %s", async (_name, isSaid) => {
    expect(await isSaid()).toBe(true);
  });
});

/** What leads to a copy, and has the reader told elsewhere on the way. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  "components/record/capture/capture-list.tsx": "stands below the list of copies",
  "components/record/snapshot/copy-desk.tsx": "parts of the copy's own page",
  "components/record/snapshot/copy-thread.tsx": "letters, which nobody is led to by a redirect",
  "components/record/snapshot/paste.tsx": "a part of the copy's own page",
  "app/[locale]/(record)/sources/[id]/copies/[copyId]/page.tsx": "shows the copy's page",
};

test("whatever leads to a copy says what speaks against it", () => {
  const leads = ["components", "app"]
    .flatMap((folder) => filesBelow(folder))
    .filter((file) => file.endsWith(".tsx") && /copyHref\(|\/copies\//.test(code(file)));
  expect(leads.length).toBeGreaterThan(6);
  const silent = leads.filter((file) => !/CopyConcerns/.test(code(file)));
  expect(silent.sort()).toEqual(Object.keys(SAID_ELSEWHERE).sort());
});

describe("a better copy", () => {
  test("carries the words of a draft at once, and nothing is left to excuse", async () => {
    const { sourceId } = await sourceWith(copyWith(["login"]));
    const { id } = orThrow(await app.addEvidence(journalist, passage(sourceId, both(REASON))));
    const { sha256, ...better } = copyWith([]);
    const upload = { sourceId, copy: { ...better, sha256 }, attachments: [] };
    const { snapshotId } = orThrow(await app.keepUpload(journalist, upload));
    expect(await rowOf(id)).toMatchObject({ snapshotId, uncheckedSv: "" });
  });

  test("of the same bytes, fetched from where they are, has nothing against it; and a worse one changes nothing", async () => {
    const copy = copyWith(["elsewhere", "front-page"]);
    const { sourceId, copyId } = await sourceWith(copy);
    const again = (concerns: readonly CopyConcern[]) =>
      app.transaction((tx) => app.writeCopy(tx, journalist, { ...copy, concerns, sourceId }));
    const concernsNow = async () =>
      (await app.db().snapshot.findUniqueOrThrow({ where: { id: copyId } })).concerns;
    expect(await again(["front-page"])).toBe(copyId);
    expect(await concernsNow()).toEqual(["front-page"]);
    await again([]);
    expect(await concernsNow()).toEqual([]);
    await again(["login"]);
    expect(await concernsNow()).toEqual([]);
  });
});
