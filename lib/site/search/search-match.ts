/** Makes of the words that are looked for what the database understands (tsquery). Pure. */
import { plain, type Term, type Wanted } from "./search-words.ts";

/** What the database knows of a word. */
export interface KnownWord {
  readonly word: string;
  readonly stems: readonly string[];
  /** What it has in common with the other words of its family; one of the stems, when that is all. */
  readonly root: string;
  /** For each part of a compound, what it is found by; null: it is none. */
  readonly parts: readonly (readonly string[])[] | null;
  /** It stands in the record. */
  readonly stands: boolean;
  /** A word of the record begins so. */
  readonly begins: boolean;
}

/** The fewest letters that are taken for the beginning of a longer word. */
const SHORTEST_BEGINNING = 2;

/** Words as they are to be found: where, and instead of which others. */
export interface Lexicon {
  readonly known: ReadonlyMap<string, KnownWord>;
  /** For a word that is nowhere, those that may have been meant. */
  readonly meant: ReadonlyMap<string, readonly KnownWord[]>;
  /** For a term, by `termKey`, the parties that have it in their name. */
  readonly parties: ReadonlyMap<string, readonly string[]>;
}

/** A, B, C and D are the weights that words have in an entry; none: wherever it stands. */
type Weight = "" | "A";

const quoted = (lexeme: string, mark: string) =>
  `'${lexeme.replaceAll(/['\\]/g, "$&$&")}'${mark && `:${mark}`}`;
const anyOf = (parts: readonly string[]) =>
  parts.length === 1 ? (parts[0] ?? "") : `(${parts.join(" | ")})`;
const unique = (words: readonly string[]) => [...new Set(words)];

export const termKey = ({ words, beginning, exact }: Term) =>
  `${words.join(" ")}${beginning ? "*" : ""}${exact ? '"' : ""}`;

/** A word by all that it is found by. */
function wordQuery(word: string, term: Term, lexicon: Lexicon, weight: Weight): string {
  const known = lexicon.known.get(word);
  if (term.exact) return anyOf((known?.stems ?? [word]).map((stem) => quoted(stem, weight)));
  const found = [known, ...(lexicon.meant.get(word) ?? [])].flatMap((one) =>
    one ? [...one.stems, one.root] : [],
  );
  const alternatives = unique(found.length > 0 ? found : [word]).map((stem) => quoted(stem, weight));
  if (term.beginning && [...word].length >= SHORTEST_BEGINNING) alternatives.push(quoted(word, `*${weight}`));
  if (known?.parts) {
    const parts = known.parts.map((stems) => anyOf(unique(stems).map((stem) => quoted(stem, weight))));
    alternatives.push(`(${parts.join(" <-> ")})`);
  }
  return anyOf(alternatives);
}

/** A term, in the words of an entry alone. */
export function termWords(term: Term, lexicon: Lexicon, weight: Weight = ""): string {
  const { words } = term;
  const [only] = words;
  if (words.length === 1 && only !== undefined) return wordQuery(only, term, lexicon, weight);
  // The last of words with a hyphen may be a beginning; of words just so none is.
  const beside = words.map((word, at) =>
    wordQuery(word, { ...term, beginning: term.beginning && at === words.length - 1 }, lexicon, weight),
  );
  const phrase = `(${beside.join(" <-> ")})`;
  return term.exact
    ? phrase
    : anyOf([phrase, quoted(words.join(""), term.beginning ? `*${weight}` : weight)]);
}

/** All that is wanted, as one query. With a weight: only where a word has that, or a party's name has it. */
export function wordsQuery(wanted: readonly Wanted[], lexicon: Lexicon, weight: Weight = ""): string {
  const one = (term: Term) => {
    const words = termWords(term, lexicon, weight);
    const parties = (lexicon.parties.get(termKey(term)) ?? []).map((id) => quoted(`p:${id}`, weight && "B"));
    return anyOf([words, ...parties]);
  };
  return wanted
    .map((terms) => {
      const query = anyOf(terms.map(one));
      return terms[0]?.excluded ? `!(${query})` : query;
    })
    .join(" & ");
}

/** How many steps lie between two words: a letter more, less or another, or two in the wrong order. */
export function steps(a: string, b: string): number {
  const [from, to] = [[...plain(a)], [...plain(b)]];
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [i, letter] of from.entries()) {
    const row = [i + 1];
    for (const [j, other] of to.entries()) {
      const same = letter === other ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (last[j + 1] ?? 0) + 1, (last[j] ?? 0) + same);
      if (i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other)
        best = Math.min(best, (before[j - 1] ?? 0) + 1);
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return last[to.length] ?? 0;
}
