/** The same words in the spellings that texts come in when they are typed, set, printed and extracted. */

const isLetter = (character) => /^\p{L}$/u.test(character ?? "");

/** Each makes a function that says what stands for the character at a place in a text. */
const makers = {
  "NFD (å as a + ring)": () => (text, at) => text[at].normalize("NFD"),

  "soft hyphens": (random) => (text, at) => {
    const within = [-1, 0, 1, 2].every((step) => isLetter(text[at + step]));
    return within && random() < 0.15 ? `${text[at]}\u00AD` : text[at];
  },

  "non-breaking spaces": (random) => (text, at) =>
    text[at] === " " && random() < 0.3 ? (random() < 0.7 ? "\u00A0" : "\u202F") : text[at],

  "curly quotes, dashes": () => (text, at) => {
    if (text[at] === '"') return "”";
    return text[at] === "-" && text[at - 1] === " " ? "–" : text[at];
  },

  "double spaces": (random) => (text, at) =>
    text[at] === " " && (text[at - 1] === "." || random() < 0.1) ? "  " : text[at],

  "PDF line ends": lineEnds,
};

/**
 * Whether a word may be divided behind a letter, as Swedish is printed: one consonant goes to the next line with its
 * vowel, and two letters stay, a vowel among them.
 */
const divides = (text, at) =>
  /[aeiouyåäöé]\p{L}+$|\p{L}[aeiouyåäöé]$/iu.test(text.slice(Math.max(0, at - 8), at + 1)) &&
  /^\p{Ll}[bcdfghjklmnpqrstvwxz][aeiouyåäöé]\p{Ll}/u.test(text.slice(at, at + 4));

/** Lines of about 70 characters, with hyphens at their ends: "kommunstyrel-⏎sen", "e-⏎post", "2019-⏎2020". */
function lineEnds(random) {
  let column = 0;
  return (text, at) => {
    const character = text[at];
    column = character === "\n" ? 0 : column + 1;
    if (column < 66) return character;
    const ended = (piece) => {
      column = 0;
      return piece;
    };
    if (character === " ") return ended("\n");
    if (character === "-" && text[at + 1] !== " ") return ended("-\n");
    return divides(text, at) && random() < 0.7 ? ended(`${character}-\n`) : character;
  };
}

/** Of each character whichever change comes first, and all of it decomposed: the worst copy there is. */
function everything(random) {
  const all = Object.values(makers).map((make) => make(random));
  return (text, at) => {
    const pieces = all.slice(1).map((spell) => spell(text, at));
    return (pieces.findLast((piece) => piece !== text[at]) ?? text[at]).normalize("NFD");
  };
}

export const spellings = { ...makers, "all of these": everything };

/** A text in a spelling, and where in it each character of the plain text begins. */
export function spelt(text, spell) {
  const pieces = [];
  const places = new Int32Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) {
    const piece = spell(text, at);
    pieces.push(piece);
    places[at + 1] = places[at] + piece.length;
  }
  return { text: pieces.join(""), places };
}

export const asWritten = (text) => spelt(text, (all, at) => all[at]);
