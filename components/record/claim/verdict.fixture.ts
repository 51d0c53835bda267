import { openSteps } from "@/lib/record/verdict/verdict";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";

export const words = (text: string) => ({ sv: text, en: text });
type Piece = FrozenVerdict["evidence"][number];

/** A passage of a source that is its own root. */
export const piece = (
  rank: number,
  stance: Piece["stance"],
  sourceTitle: string,
  more: Partial<Piece> = {},
): Piece => ({
  id: `e${rank}`,
  rank,
  stance,
  ownCase: "none",
  roots: [sourceTitle],
  excerpt: "ord",
  language: "sv",
  paragraph: null,
  charStart: null,
  charEnd: null,
  note: words(""),
  source: { id: sourceTitle, title: words(sourceTitle), producer: null, snapshots: ["hash"] },
  origin: null,
  ...more,
});

/** A frozen verdict in which only the evidence says anything. */
export const verdict = (rating: FrozenVerdict["rating"], ...evidence: Piece[]): FrozenVerdict => ({
  v: 2,
  claim: {
    id: "claim",
    slug: "claim",
    number: 1,
    kind: "fact",
    wording: { version: 1, ...words("Exempelby kommun lovade vatten.") },
  },
  version: 1,
  publishedAt: "2026-11-23T12:00:00.000Z",
  previous: null,
  method: 2,
  rating,
  conclusion: words(""),
  minute: [],
  shown: [],
  notShown: [],
  unknown: [],
  steps: [],
  evidence,
  interests: [],
  independence: {
    links: evidence.length,
    documents: evidence.length,
    roots: [...new Set(evidence.flatMap(({ roots }) => roots))].map((root) => [root]),
  },
  scale: openSteps("fact", evidence).map(({ rating, reasons }) => ({ rating, reasons: [...reasons] })),
  falsifiers: [],
  nothingForeseeable: null,
  replies: [],
  changeReason: null,
  conflictOfInterest: words(""),
  byline: { author: words(""), approver: words("") },
});

/** As a reader hears it: the words alone. */
export const said = (html: string) =>
  html
    .replaceAll(/<svg.*?<\/svg>/gs, " ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(" .", ".");
