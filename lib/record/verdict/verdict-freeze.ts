/** Turns what an author wrote and the record it rests on into the document that is hashed. */

import type { Bilingual } from "../../core/language/language.ts";
import { replyState } from "../reply/reply.ts";
import { groundOf, sameAmong } from "./verdict-ground.ts";
import type { VerdictContext } from "./verdict-queries.ts";
import type { FrozenVerdict, NewVerdict } from "./verdict-schema.ts";
import { wordingFlags } from "./verdict-wording.ts";

/** Version of the published method (/method) that verdicts are judged under. */
export const METHOD_VERSION = 3;

type Piece = VerdictContext["claim"]["evidence"][number];
type Producer = NonNullable<Piece["source"]["producer"]>;

/** What a party is called in public; null while it has no public name. */
export const named = (party: Producer | null): Bilingual | null => {
  const wording = party?.wordings[0];
  return wording ? { sv: wording.nameSv, en: wording.nameEn } : null;
};

const copiesOf = ({ snapshots }: Piece["source"]) => snapshots.map(({ sha256 }) => sha256);

export function freeze(
  { claim, ground }: VerdictContext,
  input: NewVerdict,
  byline: { author: Bilingual; approver: Bilingual },
  at: Date,
): FrozenVerdict {
  const [wording] = claim.wordings;
  if (!wording) throw new Error(`Claim ${claim.slug} is published without a wording`);
  const pieces = input.evidenceIds.flatMap((id) => claim.evidence.filter((piece) => piece.id === id));
  const [previous] = claim.verdicts;

  const { independence, evidence: grounded, scale } = groundOf(ground, pieces);
  const weighed = new Map(grounded.map((piece) => [piece.id, piece]));
  const evidence = pieces.map((piece, index) => ({
    id: piece.id,
    rank: index + 1,
    stance: piece.stance,
    ownCase: weighed.get(piece.id)?.ownCase ?? "unknown",
    roots: [...(weighed.get(piece.id)?.roots ?? [])],
    uncounted: [...(weighed.get(piece.id)?.uncounted ?? [])],
    excerpt: piece.excerpt,
    language: piece.excerptLanguage,
    paragraph: piece.paragraph,
    charStart: piece.charStart,
    charEnd: piece.charEnd,
    note: { sv: piece.noteSv, en: piece.noteEn },
    source: {
      id: piece.source.id,
      title: { sv: piece.source.titleSv, en: piece.source.titleEn },
      producer: named(piece.source.producer),
      snapshots: copiesOf(piece.source),
    },
    origin: piece.origin && {
      id: piece.origin.id,
      title: { sv: piece.origin.titleSv, en: piece.origin.titleEn },
      producer: named(piece.origin.producer),
      held: copiesOf(piece.origin).length > 0,
    },
  }));

  const flags = wordingFlags(ownWords(input));
  return {
    v: 3,
    claim: {
      id: claim.id,
      slug: claim.slug,
      number: claim.number,
      kind: claim.kind,
      wording: { version: wording.version, sv: wording.textSv, en: wording.textEn },
    },
    version: (previous?.version ?? 0) + 1,
    publishedAt: at.toISOString(),
    previous: previous?.hash ?? null,
    method: METHOD_VERSION,
    rating: input.rating,
    conclusion: input.conclusion,
    minute: input.minute,
    shown: input.shown,
    notShown: input.notShown,
    unknown: input.unknown,
    steps: input.steps,
    evidence,
    interests: ground.concerns.flatMap(({ partyId, about, gainsIf, by }) => {
      const party = ground.parties.get(partyId);
      return party ? [{ party: { slug: party.slug, name: party.name }, about, gainsIf, by }] : [];
    }),
    notConcerned: ground.notConcerned.flatMap(({ partyId, reason }) => {
      const party = ground.parties.get(partyId);
      return party ? [{ party: { slug: party.slug, name: party.name }, reason }] : [];
    }),
    independence: {
      ...independence,
      roots: independence.roots.map((group) => [...group]),
      same: sameAmong(ground, pieces),
    },
    scale: scale.map(({ rating, reasons }) => ({ rating, reasons: [...reasons] })),
    falsifiers: claim.falsifiers
      .map(({ falsifier }) => falsifier)
      .sort((a, b) => a.position - b.position)
      .map((falsifier) => ({
        id: falsifier.id,
        text: { sv: falsifier.textSv, en: falsifier.textEn },
        heldBy: { sv: falsifier.heldBySv, en: falsifier.heldByEn },
        state: falsifier.states[0]?.state ?? "open",
      })),
    nothingForeseeable: input.nothingForeseeable,
    replies: claim.requests.map((request) => ({
      party: {
        slug: request.party.slug,
        name: named(request.party) ?? { sv: request.party.slug, en: request.party.slug },
      },
      state: replyState(request.facts, at.toISOString()),
      reasonNotAsked:
        request.facts.askedAt !== null ||
        request.reasonNotAskedSv === null ||
        request.reasonNotAskedEn === null
          ? null
          : { sv: request.reasonNotAskedSv, en: request.reasonNotAskedEn },
      inSources: { sv: request.inSourcesSv, en: request.inSourcesEn },
      askedAt: request.facts.askedAt,
      deadline: request.facts.deadline,
      replies: request.replies.map(({ text, language, receivedAt }) => ({
        text,
        language,
        receivedAt: receivedAt.toISOString(),
      })),
      ...(request.facts.declined.length > 0 && { declined: request.facts.declined }),
    })),
    changeReason: input.changeReason,
    ...(flags.length > 0 && input.wordingReason ? { wording: { flags, reason: input.wordingReason } } : {}),
    conflictOfInterest: input.conflictOfInterest,
    byline,
  };
}

/** What a verdict asserts in the record's own voice: what the rules of wording are about. What is not shown is not asserted. */
export const ownWords = (
  verdict: Pick<NewVerdict, "conclusion" | "minute" | "shown" | "unknown" | "steps">,
) => [
  verdict.conclusion,
  ...verdict.minute,
  ...verdict.shown,
  ...verdict.unknown,
  ...verdict.steps.map(({ text }) => text),
];
