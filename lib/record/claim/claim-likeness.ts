/**
 * How alike two neutral wordings are, so that a claim already in the record is shown while the same is being typed
 * again. Words count most; letters, three in a row, find the inflections and compounds that no rule here knows. Pure.
 */
import type { Bilingual, Locale } from "../../core/language/language.ts";

export interface ClaimText {
  readonly id: string;
  readonly text: Bilingual;
}

export interface LikeClaim {
  readonly id: string;
  /** 0–1. The same words are 1; see LIKE. */
  readonly score: number;
  /** The language in which it is most like what was typed. */
  readonly locale: Locale;
  /** One has a word of denial ("inte", "ingen", "never") and the other has none: perhaps the opposite is claimed. */
  readonly negated: boolean;
}

/**
 * From here on two wordings are alike enough to show. Set by the first dispute, where two claims about the same moves
 * come to 0.56 and two that share only the parties' names to 0.4, and where one party's name alone is not enough.
 */
export const LIKE = 0.4;

const listed = (words: string) => new Set(words.split(" "));

const STOP_WORDS = new Set([
  ...listed(
    "och att det som en ett den de i på av för med till om från har hade haft är var vara varit blev blivit bli blir så vid men eller än då när där här nu sig sin sitt sina han hon dem hans hennes deras dess detta dessa denna under över efter före mot mellan ska skulle kan kunde vill också bara någon något några mycket mer enligt man vi ni jag du genom hos kring sedan samt",
  ),
  ...listed(
    "the a an and or of to in on at by for from with as is are was were be been being has have had having it its this that these those they them their he she his her who which what than then there here will would can could should may might must do does did so but if into about after before between against over under also only some any more we you according one",
  ),
]);

/** They turn a sentence round without changing what it is about. */
const NEGATIONS = listed(
  "inte ej icke ingen inget inga ingenting aldrig varken utan not no none never nobody nothing neither nor without cannot didn't doesn't isn't wasn't weren't hasn't haven't hadn't don't won't",
);

/** Endings of either language, by their last letter, the longest first. */
const ENDINGS = new Map<string, string[]>();
for (const ending of "arnas ernas ornas arna erna orna ingly edly ades ande ade ats its ast are ies ing ar er or en et na at it es ed ly as a e n t s".split(
  " ",
)) {
  const last = ending.slice(-1);
  ENDINGS.set(last, [...(ENDINGS.get(last) ?? []), ending]);
}
/** What is left of a word is at least this long: "Kramfors" may lose its s, "hus" nothing. */
const SHORTEST_STEM = 4;

/** The word without its endings, at most three of them: dumpningarnas, dumpning and dumpningen are all "dumpn". */
function stem(word: string): string {
  let bare = word;
  for (let times = 0; times < 3; times += 1) {
    const ending = ENDINGS.get(bare.slice(-1))?.find(
      (one) => bare.endsWith(one) && bare.length - one.length >= SHORTEST_STEM,
    );
    if (!ending) break;
    bare = bare.slice(0, -ending.length);
  }
  return bare;
}

/** å, ä and ö are letters; é is an e with an accent, and ø and æ are how neighbours write ö and ä. */
const FOLDED: Record<string, string> = { ø: "ö", æ: "ä", ß: "ss", "’": "'" };
const folded = (text: string) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\0-\x7fåäö]/g, (letter) => FOLDED[letter] ?? letter.normalize("NFD").charAt(0));

/** A letter in six bits: one of its own for a–z, å, ä, ö and figures, while others share. */
const LETTER = new Uint8Array(256).fill(41);
for (const [at, letter] of [..." abcdefghijklmnopqrstuvwxyz0123456789åäö"].entries()) {
  LETTER[letter.charCodeAt(0)] = at;
}
/** Three letters are eighteen bits, folded to fifteen: the tables then lie in the processor's cache. Few collide. */
const TRIGRAMS = 1 << 15;
const trigramOf = (bits: number) => (bits ^ (bits >>> 15)) & (TRIGRAMS - 1);

const STOPPED = -1;
const NEGATES = -2;

/** A wording as numbers: of the stems of its words, and of every three letters in a row. None twice. */
interface Wording {
  readonly stems: readonly number[];
  readonly trigrams: readonly number[];
  readonly negated: boolean;
}

/**
 * Reads wordings so that they can be compared as numbers. It remembers what it has made of each word: claims of one
 * dispute are made of the same words, and this runs over all of them at every letter typed.
 */
function wordingReader(): (text: string) => Wording {
  const numberOfWord = new Map<string, number>();
  const numberOfStem = new Map<string, number>();
  const stemSeen: number[] = [];
  const trigramSeen = new Uint32Array(TRIGRAMS);
  let turn = 0;

  function numberOf(word: string): number {
    const bare = stem(word);
    const known = numberOfStem.get(bare) ?? numberOfStem.size;
    const number = NEGATIONS.has(word) ? NEGATES : STOP_WORDS.has(word) ? STOPPED : known;
    if (number >= 0) numberOfStem.set(bare, number);
    numberOfWord.set(word, number);
    return number;
  }

  return (text) => {
    turn += 1;
    const [stems, trigrams]: [number[], number[]] = [[], []];
    let negated = false;
    let last = 0;
    for (const word of folded(text).match(/[a-zåäö0-9]+(?:'[a-z]+)?|[^\0-\x7f]+/g) ?? []) {
      const number = numberOfWord.get(word) ?? numberOf(word);
      negated ||= number === NEGATES;
      if (number < 0) continue;
      if (stemSeen[number] !== turn) stems.push(number);
      stemSeen[number] = turn;
      // From the space before the word to the space behind it.
      for (let at = -1; at <= word.length; at += 1) {
        const unit = at < 0 || at === word.length ? 32 : word.charCodeAt(at);
        last = ((last << 6) | (LETTER[unit] ?? 42 + (unit % 22))) & 0x3ffff;
        const trigram = trigramOf(last);
        if (trigramSeen[trigram] !== turn) trigrams.push(trigram);
        trigramSeen[trigram] = turn;
      }
    }
    return { stems, trigrams, negated };
  };
}

/** Of two counts and what they share: the shared part of both, and of the smaller; a beginning lies within the whole. */
const overlap = (common: number, a: number, b: number, enough: number) => {
  const jaccard = common / (a + b - common);
  const contained = (common / Math.min(a, b)) * Math.min(1, common / enough);
  return Math.max(jaccard, (jaccard + contained) / 2);
};

/** Fewer words or trigrams than these lie within many claims: containment counts fully from here on. */
const ENOUGH_WORDS = 4;
const ENOUGH_TRIGRAMS = 30;
const WORDS_WEIGH = 0.6;

/** Compares with one wording, whose stems and trigrams are marked in tables, since it is asked a thousand times. */
function likenessTo(mine: Wording): (theirs: Wording) => number {
  const stems = new Set(mine.stems);
  const trigrams = new Uint8Array(TRIGRAMS);
  for (const trigram of mine.trigrams) trigrams[trigram] = 1;

  return (theirs) => {
    const commonStems = theirs.stems.reduce((sum, word) => sum + (stems.has(word) ? 1 : 0), 0);
    if (commonStems === 0) return 0;
    const commonTrigrams = theirs.trigrams.reduce((sum, trigram) => sum + (trigrams[trigram] ?? 0), 0);
    const words = overlap(commonStems, mine.stems.length, theirs.stems.length, ENOUGH_WORDS);
    const letters = overlap(commonTrigrams, mine.trigrams.length, theirs.trigrams.length, ENOUGH_TRIGRAMS);
    return WORDS_WEIGH * words + (1 - WORDS_WEIGH) * letters;
  };
}

const LOCALES: readonly Locale[] = ["sv", "en"];

/**
 * The claims most like what is being typed, the likest first; none under LIKE.
 * @param typed - a wording or its beginning, in either language
 */
export function likeClaims(typed: string, claims: readonly ClaimText[], limit = 5): readonly LikeClaim[] {
  const wording = wordingReader();
  const mine = wording(typed);
  const likeness = likenessTo(mine);
  return claims
    .flatMap(({ id, text }) => {
      const [best] = LOCALES.map((locale) => {
        const theirs = wording(text[locale]);
        return { id, locale, score: likeness(theirs), negated: mine.negated !== theirs.negated };
      }).sort((a, b) => b.score - a.score);
      return best && best.score >= LIKE ? [best] : [];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}
