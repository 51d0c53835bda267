/**
 * Made-up disputes between two parties, and the same with the parties exchanged. The same seed gives the same dispute.
 * Nobody in them exists.
 */
import type { Bilingual } from "@/lib/core/language/language";
import { RATINGS, type Rating } from "@/lib/core/rating/rating";
import type { PartyKind } from "@/lib/record/party/party";
import type { ReplyState } from "@/lib/record/reply/reply";
import type { SourceEdgeKind, SourceKind } from "@/lib/record/source/source";

/** What the two parties are called: as long in print as each other, since a longer name takes a wider line. */
const [ONE, OTHER] = [
  { id: "0191a000-0000-7000-8000-0000000000aa", slug: "alvaro", stem: "Alvarö" },
  { id: "0191f000-0000-7000-8000-0000000000bb", slug: "avlaro", stem: "Avlarö" },
];
const EXCHANGED = new Map(
  [ONE, OTHER].flatMap((party, at) => {
    const other = [OTHER, ONE][at] ?? party;
    return [
      [party.id, other.id],
      [party.slug, other.slug],
      [party.stem, other.stem],
    ] as const;
  }),
);
const ANY = new RegExp([...EXCHANGED.keys()].join("|"), "g");

/** Whatever is said of one party, said of the other, all through. */
export const exchanged = (text: string): string => text.replace(ANY, (name) => EXCHANGED.get(name) ?? name);

export interface SwapParty {
  readonly id: string;
  readonly slug: string;
  readonly kind: PartyKind;
  readonly name: Bilingual;
  readonly side: "accuses" | "accused" | "reports" | "other";
  readonly partOf: string | null;
}

export interface SwapClaim {
  readonly id: string;
  readonly number: number;
  readonly kind: "fact" | "intent" | "opinion" | "prediction";
  readonly words: Bilingual;
  readonly rating: Rating;
  readonly conclusion: Bilingual;
  readonly interests: readonly {
    partyId: string;
    about: boolean;
    gainsIf: "claim_true" | "claim_false" | "neither";
  }[];
  readonly notConcerned: readonly { partyId: string; reason: Bilingual }[];
  readonly appearances: readonly {
    id: string;
    partyId: string;
    mode: "asserts" | "suspects";
    sourceId: string;
    happened: string;
  }[];
  readonly evidence: readonly {
    id: string;
    stance: "supports" | "contradicts" | "context";
    sourceId: string;
    originId: string | null;
  }[];
  readonly requests: readonly {
    id: string;
    partyId: string;
    became: ReplyState;
    reasonNotAsked: Bilingual | null;
  }[];
  readonly relations: readonly { kind: "denies" | "undercuts" | "answers" | "supports"; to: number }[];
}

export interface SwapDispute {
  /** In the order of their places in the dispute. */
  readonly parties: readonly SwapParty[];
  readonly sources: readonly {
    id: string;
    kind: SourceKind;
    title: Bilingual;
    producerId: string | null;
    url: string | null;
    held: boolean;
  }[];
  readonly edges: readonly { fromId: string; toId: string; kind: SourceEdgeKind }[];
  readonly claims: readonly SwapClaim[];
  readonly events: readonly {
    id: string;
    actor: string;
    target: string;
    happened: string;
    words: Bilingual;
  }[];
}

/** mulberry32: numbers in [0, 1). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const both = (sv: string, en: string): Bilingual => ({ sv, en });
const uuid = (kind: string, n: number) => `0195${kind}00-0000-7000-8000-${`${n}`.padStart(12, "0")}`;
const ASKED = ["not_sent", "waiting", "no_answer", "undecided", "declined", "answered"] as const;
/** Everything that may have become of a question. */
export const REPLY_STATES: readonly ReplyState[] = ["not_asked", ...ASKED];
/** The moment at which every dispute is looked at. */
export const NOW = "2026-11-24T12:00:00.000Z";

export function swapDispute(seed: number): SwapDispute {
  const next = random(seed);
  const int = (n: number) => Math.floor(next() * n);
  const pick = <T>(all: readonly T[]): T => all[int(all.length)] as T;
  const some = <T>(most: number, make: (n: number) => T): T[] =>
    Array.from({ length: int(most + 1) }, (_, n) => make(n));
  const day = () => `2025-${pick(["03", "07", "11"])}-${pick(["02", "14", "27"])}`;

  // The two are of one kind: a private person is treated otherwise than a public body, and is meant to be.
  const kind = pick<PartyKind>([
    "public_body",
    "organisation",
    "public_official",
    "publication",
    "private_person",
  ]);
  const isPerson = kind === "public_official" || kind === "private_person";
  const named = (stem: string) =>
    isPerson ? both(`Vera ${stem}`, `Vera ${stem}`) : both(`${stem} kommun`, `${stem} municipality`);
  const two = [ONE, OTHER].map(
    ({ id, slug, stem }, at): SwapParty => ({
      ...{ id, slug, kind, name: named(stem), partOf: null },
      side: at === 0 ? pick(["accuses", "other"] as const) : pick(["accused", "other"] as const),
    }),
  );
  const [first, second] = two as [SwapParty, SwapParty];
  const others = [
    {
      id: uuid("a", 1),
      slug: "posten",
      name: both("Exempelposten", "Exempelposten"),
      kind: "publication" as const,
      side: "reports" as const,
      partOf: null,
    },
    {
      id: uuid("a", 2),
      slug: "talare",
      name: both("Siv Exempel", "Siv Exempel"),
      kind: "public_employee" as const,
      side: "other" as const,
      partOf: next() < 0.6 ? pick(two).id : null,
    },
  ];
  const parties =
    next() < 0.5 ? [...two, ...others] : [others[0] as SwapParty, second, first, others[1] as SwapParty];
  const anybody = () => pick(parties).id;

  const sources = Array.from({ length: 3 + int(4) }, (_, n) => ({
    id: uuid("b", n),
    kind: pick<SourceKind>(["article", "report", "email", "statement"]),
    title: both(`Källa ${n}`, `Source ${n}`),
    producerId: next() < 0.85 ? anybody() : null,
    url: pick([null, `https://k${n}.example/`, "https://en.example/1", "http://www.en.example/1/?fbclid=2"]),
    held: next() < 0.8,
  }));
  const source = () => pick(sources).id;
  const edges = some(4, () => ({
    ...{ fromId: source(), toId: source() },
    kind: pick<SourceEdgeKind>(["based_on", "quotes", "press_release_of", "attached_to", "same_producer"]),
  })).filter(({ fromId, toId }) => fromId !== toId);

  const claims = Array.from({ length: 1 + int(3) }, (_, at): SwapClaim => {
    const n = at * 10;
    const [a, b] = next() < 0.5 ? [first, second] : [second, first];
    const words = pick([
      both(`${a.name.sv} betalade inte ${b.name.sv}.`, `${a.name.en} did not pay ${b.name.en}.`),
      both(`${a.name.sv}s beslut var olagligt.`, `${a.name.en}’s decision was unlawful.`),
      both("Ingen betalade hyran.", "Nobody paid the rent."),
    ]);
    const interested = parties.filter(() => next() < 0.35);
    return {
      id: uuid("c", at),
      number: at + 1,
      kind: next() < 0.8 ? "fact" : pick(["intent", "opinion", "prediction"] as const),
      words,
      rating: pick(RATINGS),
      conclusion: both(
        `Beläggen säger något om ${a.name.sv}.`,
        `The evidence says something of ${a.name.en}.`,
      ),
      interests: interested.map(({ id }) => ({
        partyId: id,
        about: next() < 0.5,
        gainsIf: pick(["claim_true", "claim_false", "neither"] as const),
      })),
      notConcerned: parties
        .filter(() => next() < 0.08)
        .map(({ id, name }) => ({
          partyId: id,
          reason: both(
            `${name.sv} talar mot sitt eget intresse.`,
            `${name.en} speaks against its own interest.`,
          ),
        })),
      appearances: some(3, (k) => ({
        ...{ id: uuid("d", n + k), partyId: anybody(), sourceId: source(), happened: day() },
        mode: pick(["asserts", "suspects"] as const),
      })),
      evidence: some(5, (k) => ({
        id: uuid("e", n + k),
        stance: pick(["supports", "contradicts", "context"] as const),
        sourceId: source(),
        originId: next() < 0.3 ? source() : null,
      })),
      requests: parties
        .filter(() => next() < 0.4)
        .map(({ id }, k) => {
          const became = next() < 0.4 ? "not_asked" : pick(ASKED);
          const hasReason = became === "not_asked" && next() < 0.7;
          return {
            ...{ id: uuid("f", n + k), partyId: id, became },
            reasonNotAsked: hasReason ? both("Det är ett prov.", "It is a test.") : null,
          };
        }),
      relations:
        at > 0 ? [{ kind: pick(["denies", "undercuts", "answers", "supports"] as const), to: at }] : [],
    };
  });
  const events = some(3, (n) => ({
    ...{ id: uuid("9", n), actor: anybody(), target: anybody(), happened: day() },
    words: both(`Händelse ${n} hos ${first.name.sv}`, `Event ${n} at ${first.name.en}`),
  }));
  return { parties, sources, edges, claims, events };
}
