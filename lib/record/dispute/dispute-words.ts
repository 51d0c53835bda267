/** What becomes public of a dispute's drafts, what stays and why, in the reader's words. */
import { contentHash } from "../../core/content-hash.ts";
import { type Bilingual, inEither, type Locale } from "../../core/language/language.ts";
import { type Translator, translator } from "../../core/language/translator.ts";
import type { Question } from "../../desk/form/form.ts";
import type { Hindrance } from "../evidence/evidence-hindrance.ts";
import type { DraftTable, Unpublished } from "./dispute-drafts.ts";
import type { Why } from "./dispute-plan.ts";

/** Something that drafts name, by what it is called: a party, claim, source, event. */
export interface Known {
  readonly id: string;
  readonly words: Bilingual;
}

/** What a dispute's drafts may name, by what it is called there. */
export const knownIn = (dispute: {
  readonly parties: readonly { readonly partyId: string; readonly words: Bilingual }[];
  readonly lines: readonly Known[];
  readonly sources: readonly Known[];
  readonly events: readonly Known[];
  readonly falsifiers: readonly Known[];
}): Known[] => [
  ...dispute.parties.map(({ partyId, words }) => ({ id: partyId, words })),
  ...[dispute.lines, dispute.sources, dispute.events, dispute.falsifiers].flat(),
];

/** A sentence among others of a list ends with the list. */
export const withoutStop = (text: string): string => text.replace(/\.$/, "");

/** What a draft names, by what that is called in its dispute. */
export const namesIn = (draft: Unpublished, known: readonly Known[], locale: Locale): string[] =>
  draft.names.flatMap((id) => {
    const found = known.find((each) => each.id === id);
    return found ? [withoutStop(inEither(found.words, locale))] : [];
  });

/** What a draft is known by: its own words, what it names where it has none, or what it is. */
export const draftWords = (draft: Unpublished, known: readonly Known[], locale: Locale): string =>
  inEither(draft.words, locale) ||
  namesIn(draft, known, locale).join(": ") ||
  translator(locale)(`deskRecord.tables.${draft.table}`);

/** What keeps a draft from being published, as a sentence. */
export function hindranceWords(hindrance: Hindrance, t: Translator): string {
  if (hindrance.reason !== "half-translated") return t(`deskRecord.publish.hindrances.${hindrance.reason}`);
  const { field, language } = hindrance;
  const key = `seen.fields.${field}`;
  const name = t.has(key as never) ? t(key as "seen.fields.title") : field;
  return t("deskRecord.publish.hindrances.half-translated", { name, language });
}

/** Longer than a row is quoted among others. */
const LONGEST_NAME = 90;
const short = (words: string): string =>
  words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME - 1).trimEnd()}…` : words;

/** Why a draft stays, one sentence for each reason. */
export function whyWords(
  draft: Unpublished,
  drafts: readonly Unpublished[],
  known: readonly Known[],
  locale: Locale,
): string[] {
  const t = translator(locale);
  const list = (names: readonly string[]) => new Intl.ListFormat(locale).format(names);
  const wordsOf = (why: Why): string[] => {
    if (why.reason === "hindered") return why.hindrances.map((hindrance) => hindranceWords(hindrance, t));
    if (why.reason === "not-chosen") return [t("deskRecord.publish.why.notChosen")];
    if (why.reason === "own") {
      const names = draft.colleagues ?? [];
      return [
        names.length > 0
          ? t("deskRecord.publish.why.own", { names: list(names) })
          : t("deskRecord.publish.why.ownOfAll"),
      ];
    }
    if (why.reason === "outside") {
      const name = short(inEither(why.outside.words, locale));
      const key = why.outside.table === "Party" ? "noRole" : "outside";
      return [t(`deskRecord.publish.why.${key}`, { name })];
    }
    const on = drafts.filter(({ key }) => why.on.includes(key));
    const names = on.map((each) => `\u201d${short(draftWords(each, known, locale))}\u201d`);
    return [t("deskRecord.publish.why.rests", { names: list(names) })];
  };
  return draft.why.flatMap(wordsOf);
}

/** In what order the kinds are told, the weightiest first. */
const ORDER: readonly DraftTable[] = ["dispute", "disputeWording", "claim", "claimWording", "party"];

/** More than this of one kind are counted. */
const MOST_NAMED = 40;

/** What somebody is about to publish, for them to say yes to. Null: nothing would become public. */
export function publishQuestion(
  drafts: readonly Unpublished[],
  known: readonly Known[],
  locale: Locale,
): Question | null {
  const t = translator(locale);
  const going = drafts.filter(({ why }) => why.length === 0);
  if (going.length === 0) return null;
  const named = (some: readonly Unpublished[], words: (draft: Unpublished) => string) => [
    ...some.slice(0, MOST_NAMED).map(words),
    ...(some.length > MOST_NAMED
      ? [t("deskRecord.publish.andMore", { count: some.length - MOST_NAMED })]
      : []),
  ];
  const name = (draft: Unpublished) => short(draftWords(draft, known, locale));
  const tables = [...new Set([...ORDER, ...going.map(({ table }) => table)])];
  const kinds = tables
    .map((table) => ({ table, of: going.filter((draft) => draft.table === table) }))
    .filter(({ of }) => of.length > 0)
    .map(({ table, of }) => ({
      label: t(`deskRecord.publish.counted.${table}`, { count: of.length }),
      items: named(of, name),
    }));
  const what = new Intl.ListFormat(locale).format(kinds.map(({ label }) => label));
  const warned = going.filter(({ warnings }) => warnings.length > 0);
  const staying = drafts.filter(({ why }) => why.length > 0);
  const parts = [
    ...kinds,
    ...(warned.length > 0
      ? [
          {
            label: t("deskRecord.publish.warned"),
            items: named(warned, (draft) => `${name(draft)}: ${warningWords(draft, t).join(" ")}`),
          },
        ]
      : []),
    ...(staying.length > 0
      ? [
          {
            label: t("deskRecord.publish.stays"),
            items: named(
              staying,
              (draft) => `${name(draft)}: ${whyWords(draft, drafts, known, locale).join(" ")}`,
            ),
          },
        ]
      : []),
  ];
  return {
    title: t("deskRecord.publish.question", { what }),
    parts,
    submit: t("deskRecord.publish.sure", { count: going.length }),
    word: contentHash([going.map(({ key }) => key), parts]),
  };
}

/** What to look at once more in a draft, one sentence for each. */
export const warningWords = (draft: Unpublished, t: Translator): string[] =>
  draft.warnings.map((warning) => t(`deskRecord.publish.warnings.${warning}`));
