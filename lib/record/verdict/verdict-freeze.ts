/** Turns what an author wrote and the record it rests on into the document that is hashed. */

import type { Bilingual } from "../../core/language/language.ts";
import { ownCase } from "../evidence/evidence.ts";
import { replyState } from "../reply/reply.ts";
import { independence, rootsOf } from "../source/source.ts";
import { openSteps } from "./verdict.ts";
import type { VerdictContext } from "./verdict-queries.ts";
import type { FrozenVerdict, NewVerdict } from "./verdict-schema.ts";
import { wordingFlags } from "./verdict-wording.ts";

/** Version of the published method (/method) that verdicts are judged under. */
export const METHOD_VERSION = 2;

type Piece = VerdictContext["claim"]["evidence"][number];
type Producer = NonNullable<Piece["source"]["producer"]>;

/** What a party is called in public; null while it has no public name. */
export const named = (party: Producer | null): Bilingual | null => {
  const wording = party?.wordings[0];
  return wording ? { sv: wording.nameSv, en: wording.nameEn } : null;
};

const copiesOf = ({ snapshots }: Piece["source"]) => snapshots.map(({ sha256 }) => sha256);

export function freeze(
  { claim, graph, bodyOf }: VerdictContext,
  input: NewVerdict,
  byline: { author: Bilingual; approver: Bilingual },
  at: Date,
): FrozenVerdict {
  const [wording] = claim.wordings;
  if (!wording) throw new Error(`Claim ${claim.slug} is published without a wording`);
  const pieces = input.evidenceIds.flatMap((id) => claim.evidence.filter((piece) => piece.id === id));
  const [previous] = claim.verdicts;

  const { links, documents, roots: groups } = independence(graph, pieces);
  const evidence = pieces.map((piece, index) => ({
    id: piece.id,
    rank: index + 1,
    stance: piece.stance,
    ownCase: ownCase(piece.stance, (piece.origin ?? piece.source).producerId, claim.interests, bodyOf),
    // As groups over all the evidence: two documents of one producer are one root, whichever passages they carry.
    roots: groups
      .filter((group) => rootsOf(graph, piece.sourceId).some((root) => group.includes(root)))
      .map((group) => group.join("+")),
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
    v: 2,
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
    interests: claim.interests.map(({ party, about, gainsIf }) => ({
      party: { slug: party.slug, name: named(party) ?? { sv: party.slug, en: party.slug } },
      about,
      gainsIf,
    })),
    independence: { links, documents, roots: groups.map((group) => [...group]) },
    scale: openSteps(claim.kind, evidence).map(({ rating, reasons }) => ({ rating, reasons: [...reasons] })),
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
