/**
 * Which parties a claim concerns, computed: what somebody has listed, and beside it what the record itself shows. Whoever
 * has made a claim gains if it is true, and a party that its words name is concerned by it, though nobody has listed
 * either. A list can therefore add to this, and forgetting to fill it in takes nothing away. Only a published reason does.
 */
import type { Bilingual } from "../../core/language/language.ts";
import type { PartyKind } from "../party/party.ts";

/**
 * - `listed`: somebody at the desk has named the party, and what it gains
 * - `made`: an appearance shows that the party has made the claim, whether or not somebody has listed it as well
 * - `named`: the words of the claim name the party
 */
export type ConcernedBy = "listed" | "made" | "named";

/** `unknown`: it is concerned, and nobody has said what it gains. The rules then reckon with both. */
export type ConcernedGain = "claim_true" | "claim_false" | "neither" | "unknown";

export interface Concern {
  readonly partyId: string;
  /** The claim says something about this party. */
  readonly about: boolean;
  readonly gainsIf: ConcernedGain;
  readonly by: ConcernedBy;
}

/** A party of the dispute, under the names that the record has for it. */
export interface NameableParty {
  readonly id: string;
  readonly kind: PartyKind;
  readonly names: readonly Bilingual[];
}

export interface ConcernFacts {
  readonly interests: readonly {
    readonly partyId: string;
    readonly about: boolean;
    readonly gainsIf: "claim_true" | "claim_false" | "neither";
  }[];
  /** Where the claim was made. */
  readonly appearances: readonly { readonly partyId: string }[];
  /** Parties of which it is said, for a published reason, that having made the claim or being named by it does not concern them. */
  readonly notConcerned: readonly { readonly partyId: string }[];
  /** The words of the claim, in each language. */
  readonly words: Bilingual | null;
  /** The parties of the dispute. */
  readonly parties: readonly NameableParty[];
}

/** What is listed first, in its order; then what the record shows. A party stands twice where the two say different things. */
export function concernedIn(facts: ConcernFacts): Concern[] {
  const { interests, words, parties } = facts;
  const set = new Set(facts.notConcerned.map(({ partyId }) => partyId));
  const makers = new Set(
    facts.appearances.map(({ partyId }) => partyId).filter((partyId) => !set.has(partyId)),
  );
  const listed = interests.map((interest) => {
    const isMaker = makers.has(interest.partyId) && interest.gainsIf === "claim_true";
    return { ...interest, by: isMaker ? ("made" as const) : ("listed" as const) };
  });
  const gains = (partyId: string, gainsIf: ConcernedGain) =>
    interests.some((interest) => interest.partyId === partyId && interest.gainsIf === gainsIf);
  const hasSide = (partyId: string) => gains(partyId, "claim_true") || gains(partyId, "claim_false");

  const made = [...makers]
    .filter((partyId) => !gains(partyId, "claim_true"))
    .map((partyId) => ({ partyId, about: false, gainsIf: "claim_true" as const, by: "made" as const }));
  const named = (words ? parties.filter((party) => isNamedIn(words, party)) : [])
    .filter(({ id }) => !set.has(id) && !hasSide(id) && !makers.has(id))
    .map(({ id }) => ({ partyId: id, about: true, gainsIf: "unknown" as const, by: "named" as const }));
  return [...listed, ...made, ...named];
}

/** What a body's name says of its kind: the rest of the name is what people say. Compared without regard to case. */
const KIND_WORDS = [
  ...["kommun", "kommunen", "stad", "region", "regionen", "landsting", "aktiebolag", "ab", "hb", "kb"],
  ...["stiftelsen", "föreningen", "bolaget", "partiet", "tidningen", "municipality", "city", "of", "the"],
  ...["county", "council", "ltd", "limited", "inc", "plc", "llc", "gmbh", "foundation", "party"],
];

const plain = (text: string): string => text.normalize("NFC").replace(/[\u00AD\u200B-\u200F\u2060]/g, "");
const wordsIn = (text: string): string[] => plain(text).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}&'’.-]*/gu) ?? [];

const isPerson = (kind: PartyKind): boolean =>
  kind === "public_official" || kind === "public_employee" || kind === "private_person";

/** The ways in which a claim may name a party: its whole name, a person's last name, a body's name without its kind. */
function namesOf({ kind, names }: NameableParty): { words: string[]; asWritten: boolean }[] {
  return names
    .flatMap(({ sv, en }) => [sv, en])
    .flatMap((name) => {
      // What stands in brackets says which one it is: a party, a town.
      const whole = wordsIn(name.replace(/[([].*?[)\]]/g, " "));
      const last = whole.at(-1);
      const short = isPerson(kind)
        ? whole.length > 1 && last !== undefined
          ? [last]
          : []
        : whole.filter((word) => !KIND_WORDS.includes(word.toLocaleLowerCase("sv")));
      // A short form may be a word of the language as well, so its capital letters count.
      return [
        { words: whole, asWritten: false },
        ...(short.length > 0 && short.length < whole.length ? [{ words: short, asWritten: true }] : []),
      ].filter(({ words }) => words.join("").length > 1);
    });
}

/** Whether the words name a party, also in the genitive. */
export function isNamedIn(words: Bilingual, party: NameableParty): boolean {
  const texts = [words.sv, words.en].map(wordsIn);
  return namesOf(party).some((name) =>
    texts.some((text) => text.some((_, at) => stands(text.slice(at, at + name.words.length), name))),
  );
}

function stands(
  text: readonly string[],
  { words, asWritten }: { readonly words: readonly string[]; readonly asWritten: boolean },
): boolean {
  const fold = (word: string) => (asWritten ? word : word.toLocaleLowerCase("sv"));
  return (
    text.length === words.length &&
    words.every((word, at) => {
      const said = fold((text[at] ?? "").replace(/\.+$/, ""));
      const own = fold(word.replace(/\.+$/, ""));
      return (
        said === own ||
        (at === words.length - 1 && [`${own}s`, `${own}'s`, `${own}’s`, `${own}’`, `${own}'`].includes(said))
      );
    })
  );
}
