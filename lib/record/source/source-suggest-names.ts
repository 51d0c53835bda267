/** Sources that another source names: by their title, or as the publication that it has something from. */
import { certainlyBefore } from "../../core/edtf/edtf.ts";
import type { ReadFacts, SuggestedEdge } from "./source-suggest.ts";
import { hasRun, runAt, wordsOf } from "./source-suggest-text.ts";

/** Fewer words than this are no title that could be told from running text. */
const LEAST_TITLE = 5;

/** "enligt N", "according to N", "told N"; "säger hon till N", "uppger för N". */
const BEFORE =
  /(^| )(enligt|according to|told|(säger|sa|sade|uppger|uppgav|berättar|skriver)( [^ ]+){0,2} (till|för)) $/;
/** "N rapporterar", "N reported". */
const AFTER =
  /^ (rapporterar|rapporterade|skriver|skrev|uppger|uppgav|avslöjar|avslöjade|reports|reported|writes|wrote|revealed)( |$)/;

const named = (from: ReadFacts, to: ReadFacts, strength: number): SuggestedEdge => ({
  fromId: from.id,
  toId: to.id,
  kind: "based_on",
  reason: "names-it",
  strength,
});

export function namings(facts: readonly ReadFacts[]): SuggestedEdge[] {
  const titled = facts.flatMap((to) =>
    to.titles
      .map(wordsOf)
      .filter((title) => title.length >= LEAST_TITLE)
      .map((title) => ({ to, run: runAt(title), title: ` ${title.join(" ")} ` })),
  );
  const of = Map.groupBy(facts, ({ publication }) => publication);
  of.delete(null);
  const firstWords = Map.groupBy(
    [...of.keys()].filter((name) => name !== null),
    (name) => name.split(" ")[0],
  );
  return facts.flatMap((from) => {
    const mayRestOn = (to: ReadFacts) => to.id !== from.id && !certainlyBefore(from.date, to.date);
    const close = titled.filter(({ to, run }) => mayRestOn(to) && hasRun(from.runs, run));
    const text = close.length > 0 ? ` ${from.words.join(" ")} ` : "";
    const byTitle = close.filter(({ title }) => text.includes(title)).map(({ to }) => named(from, to, 0.65));
    const byPublication = credited(from.words, firstWords)
      .filter((name) => name !== from.publication)
      .flatMap((name) => {
        // Of several that the publication has made, none is more likely than another.
        const [to, ...more] = (of.get(name) ?? []).filter(mayRestOn);
        return to && more.length === 0 ? [named(from, to, 0.5)] : [];
      });
    return [...byTitle, ...byPublication];
  });
}

/** The publications that a text says it has something from. */
function credited(
  words: readonly string[],
  firstWords: ReadonlyMap<string | undefined, readonly string[]>,
): string[] {
  const found = new Set<string>();
  for (const [at, word] of words.entries()) {
    for (const name of firstWords.get(word) ?? []) {
      const end = at + name.split(" ").length;
      if (words.slice(at, end).join(" ") !== name) continue;
      const before = `${words.slice(Math.max(0, at - 4), at).join(" ")} `;
      const after = ` ${words.slice(end, end + 1).join(" ")}`;
      if (BEFORE.test(before) || AFTER.test(after)) found.add(name);
    }
  }
  return [...found];
}
