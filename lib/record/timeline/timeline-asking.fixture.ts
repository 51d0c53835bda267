/** A made-up dispute with one party, and what it was asked. It says nothing about anyone. */
import type { DisputeClaim, DisputeView } from "../dispute/dispute.ts";

const both = (text: string) => ({ sv: text, en: text });

const party = (slug: string, name: string) => ({
  ...{ slug, name: both(name), kind: "public_body", side: "accused" as const, body: null },
  ...{ role: both("kommun"), says: both("Har inte uttalat sig.") },
});

type Request = DisputeClaim["requests"][number];

/** A request for which a reply is awaited, unless it says something else. */
export const request = (over: Partial<Request>): Request => ({
  id: "0199aaaa-0000-7000-8000-000000000001",
  party: "exempelby",
  state: "waiting",
  askedAt: "2026-11-24T09:00:00.000Z",
  sentAt: "2026-11-24T09:00:00.000Z",
  deadline: "2026-11-27T16:00:00.000Z",
  answeredAt: null,
  answerKnownAt: null,
  declined: [],
  reasonNotAsked: null,
  inSources: both("Inget återges."),
  ...over,
});

export const claimWith = (number: number, requests: readonly Request[]): DisputeClaim => ({
  ...{ slug: `pastaende-${number}`, number, kind: "fact" as const, rating: null, withdrawn: false },
  ...{ text: both(`Påstående ${number}.`), short: both(`Påstående ${number}`) },
  ...{ conclusion: null, version: null, verdictAt: null, withdrawal: null, relations: [] },
  versions: [],
  appearances: [
    {
      ...{ id: `0199aaaa-0000-7000-8000-00000000010${number}`, party: "exempelby", mode: "asserts" },
      ...{ happened: "2017-11-05", known: "2017-11-05", dateNote: null, relatedBy: null, paragraph: null },
    },
  ],
  requests,
});

export const disputeOf = (claims: readonly DisputeClaim[]): DisputeView => ({
  ...{ slug: "exempelby", title: both("T"), short: both("S"), summary: both("S"), status: "open" },
  ...{
    demonstration: true,
    timeZone: "Europe/Stockholm",
    changedAt: "2026-11-24T09:00:00.000Z",
    publishedAt: "2026-11-20T09:00:00.000Z",
  },
  ...{ parties: [party("exempelby", "Exempelby kommun")], claims, events: [], falsifiers: [], sources: [] },
  ...{ independentRoots: 0, corrections: [], amendments: [], moments: [], asOf: null },
});
