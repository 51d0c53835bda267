import "server-only";
import { db } from "../../core/db.ts";
import { type KnownWord, type Lexicon, steps, termKey, termWords } from "./search-match.ts";
import { plain, type Term, type Wanted } from "./search-words.ts";

/** The most parties through whose name a claim is found. */
const MOST_PARTIES = 30;
/** For a word that is nowhere, the most others that are looked for instead. */
const MOST_MEANT = 3;
/** Shorter words are too like each other for a guess. */
const SHORTEST_GUESS = 4;

/** What the database knows of the words that are looked for, of those that may have been meant, and of parties with such a name. */
export async function readLexicon(wanted: readonly Wanted[]): Promise<Lexicon> {
  const terms = wanted.flat();
  const known = await readKnown(terms.flatMap(({ words }) => words));
  const meant = await readMeant(terms, known);
  const named = { known, meant, parties: new Map() };
  return { ...named, parties: await readPartiesNamed(terms, named) };
}

async function readKnown(words: readonly string[]): Promise<Map<string, KnownWord>> {
  // Whether a word stands is asked of what readers see: of what was taken down the words are still known.
  const rows = await db().$queryRaw<(Omit<KnownWord, "parts"> & { parts: string[][] | null })[]>`
    SELECT q."word", s."stems", public.search_root(q."word") AS "root", p."parts",
      EXISTS (SELECT FROM "SearchEntry" e WHERE e."words" @@ s."query") AS "stands",
      EXISTS (SELECT FROM "SearchWord" w WHERE w."word" COLLATE "C" >= q."word" AND w."word" COLLATE "C" < q."word" || chr(1114111))
        OR EXISTS (SELECT FROM "SearchWord" w WHERE w."plain" COLLATE "C" >= q."word" AND w."plain" COLLATE "C" < q."word" || chr(1114111)) AS "begins"
    FROM unnest(${[...new Set(words)]}::text[]) q("word")
    CROSS JOIN LATERAL (
      SELECT public.search_stem(q."word") AS "stems", (SELECT string_agg(quote_literal(f), ' | ') FROM unnest(public.search_stem(q."word")) f)::tsquery AS "query"
    ) s
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(public.search_stem(part) || public.search_root(part) ORDER BY n) AS "parts"
        FROM unnest(public.search_split(q."word")) WITH ORDINALITY u(part, n)
    ) p`;
  return new Map(rows.map((row) => [row.word, row]));
}

/**
 * For words that are nowhere in the record, the words of it that differ by a slip of the finger: the fewest steps away, and
 * of those the most common. A word between quotation marks is meant as it is written.
 */
async function readMeant(
  terms: readonly Term[],
  known: ReadonlyMap<string, KnownWord>,
): Promise<Map<string, readonly KnownWord[]>> {
  const doubtful = terms.flatMap(({ words, exact, excluded, beginning }) =>
    exact || excluded ? [] : words.filter((word) => isDoubtful(known.get(word), beginning)),
  );
  const meant = new Map<string, readonly KnownWord[]>();
  if (doubtful.length === 0) return meant;
  const near = await db().$queryRaw<{ typed: string; word: string }[]>`
    SELECT q."typed", w."word" FROM unnest(${[...new Set(doubtful)]}::text[]) q("typed")
    CROSS JOIN LATERAL (
      SELECT w."word" FROM "SearchWord" w WHERE w."gaps" && public.search_gaps(public.search_plain(q."typed")) LIMIT 200
    ) w`;
  const likely = doubtful.map((typed) => ({ typed, words: closest(typed, near) }));
  const weighed = await readCommon(likely.flatMap(({ words }) => words));
  for (const { typed, words } of likely) {
    const best = words
      .flatMap((word) => weighed.get(word) ?? [])
      .filter(({ places }) => places > 0)
      .sort((a, b) => steps(typed, a.word) - steps(typed, b.word) || b.places - a.places)
      .slice(0, MOST_MEANT);
    if (best.length > 0) meant.set(typed, best);
  }
  return meant;
}

const isDoubtful = (word: KnownWord | undefined, beginning: boolean) =>
  word !== undefined &&
  !word.stands &&
  !(beginning && word.begins) &&
  !word.parts &&
  word.word.length >= SHORTEST_GUESS &&
  !/\d/.test(word.word);

/** The words the fewest steps away, few enough to be looked up. */
function closest(typed: string, near: readonly { typed: string; word: string }[]): string[] {
  const most = plain(typed).length < 7 ? 1 : 2;
  return near
    .filter((one) => one.typed === typed)
    .map(({ word }) => ({ word, far: steps(typed, word) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far)
    .slice(0, 12)
    .map(({ word }) => word);
}

/** In how many entries words stand, counted no further than tells them apart. */
async function readCommon(words: readonly string[]): Promise<Map<string, KnownWord & { places: number }>> {
  const rows = await db().$queryRaw<{ word: string; stems: string[]; root: string; places: number }[]>`
    SELECT q."word", s."stems", public.search_root(q."word") AS "root",
      (SELECT count(*)::int FROM (SELECT FROM "SearchEntry" e WHERE e."words" @@ s."query" LIMIT 100) e) AS "places"
    FROM unnest(${[...words]}::text[]) q("word")
    CROSS JOIN LATERAL (
      SELECT public.search_stem(q."word") AS "stems", (SELECT string_agg(quote_literal(f), ' | ') FROM unnest(public.search_stem(q."word")) f)::tsquery AS "query"
    ) s`;
  return new Map(
    rows.map((row) => [row.word, { ...row, parts: null, stands: row.places > 0, begins: row.places > 0 }]),
  );
}

/** The parties that have the words of a term in their name, so that what they say is found by it. */
async function readPartiesNamed(
  terms: readonly Term[],
  lexicon: Lexicon,
): Promise<Map<string, readonly string[]>> {
  const asked = [...new Map(terms.map((term) => [termKey(term), termWords(term, lexicon, "A")]))];
  if (asked.length === 0) return new Map();
  const rows = await db().$queryRaw<{ key: string; ids: string[] }[]>`
    SELECT q."key", array_agg(e."id") AS "ids" FROM unnest(${asked.map(([key]) => key)}::text[], ${asked.map(([, query]) => query)}::text[]) q("key", "query")
    CROSS JOIN LATERAL (
      SELECT e."id" FROM "SearchEntry" e WHERE e."words" @@ (q."query"::tsquery && '''k:party'''::tsquery)
       ORDER BY ts_rank(e."words", q."query"::tsquery, 1) DESC, e."id" LIMIT ${MOST_PARTIES}
    ) e GROUP BY 1`;
  return new Map(rows.map(({ key, ids }) => [key, ids]));
}
