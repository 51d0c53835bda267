/** The language a page gives, unless its own words say otherwise. */

/** Small words that are frequent in one of the two languages and do not exist in the other, nor in their neighbours. */
const SWEDISH = /(?:^|[^\p{L}])(?:och|att|är|från|också|inte|eller|även)(?=[^\p{L}]|$)/giu;
const ENGLISH = /(?:^|[^\p{L}])(?:the|and|of|with|that|this|which|from|was)(?=[^\p{L}]|$)/giu;

/** Those of them that a single sentence may be known by: "eller" is Danish and Norwegian too, "was" German. */
const PLAINLY_SWEDISH = /(?:^|[^\p{L}])(?:och|att|är|från|också|inte|även)(?=[^\p{L}]|$)/iu;
const PLAINLY_ENGLISH = /(?:^|[^\p{L}])(?:the|with|this|which)(?=[^\p{L}]|$)/iu;

/** Ä and ö beside one of these are Swedish: neither German, Finnish nor Icelandic has them; Danish and Norwegian no such letters. */
const WITH_DOTS = /[äö]/iu;
const BESIDE_DOTS =
  /(?:^|[^\p{L}])(?:i|av|på|som|för|med|ett|det|till|hade|har|innan|utan|efter)(?=[^\p{L}]|$)/iu;
const OTHERS = /[æøßüðþ]/iu;

const count = (words: RegExp, text: string) => text.match(words)?.length ?? 0;

/** The language of a sentence whose writer sees what came of it: one small word is enough, and none of the other's. */
export function languageOfSentence(text: string): "sv" | "en" | null {
  const isSwedish =
    PLAINLY_SWEDISH.test(text) || (WITH_DOTS.test(text) && BESIDE_DOTS.test(text) && !OTHERS.test(text));
  return isSwedish === PLAINLY_ENGLISH.test(text) ? null : isSwedish ? "sv" : "en";
}

/** "sv" or "en" when the text is plainly one of them; null for everything else, short texts included. */
export function languageOfWords(text: string): "sv" | "en" | null {
  const swedish = count(SWEDISH, text);
  const english = count(ENGLISH, text);
  if (swedish >= 5 && swedish > 4 * english) return "sv";
  if (english >= 8 && english > 4 * swedish) return "en";
  return null;
}

/** Names that are no languages: undetermined, none, several (ISO 639-3), and what templates leave behind. */
const NONE = /^(?:und|zxx|mul|mis|x|xx|qaa)(?:-|$)/i;

/**
 * BCP 47 in its canonical form, or null when it is none, or when the text is plainly in another language: a Swedish
 * page under a template's lang="en", or under "se", which is Northern Sami.
 */
export function languageTag(value: string, text: string): string | null {
  const tag = value.trim().replaceAll("_", "-");
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i.test(tag) || NONE.test(tag)) return null;
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    const words = languageOfWords(text);
    return canonical === undefined || (words !== null && !new RegExp(`^${words}(?:-|$)`).test(canonical))
      ? null
      : canonical;
  } catch {
    return null;
  }
}
