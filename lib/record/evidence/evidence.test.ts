import { expect, test } from "vitest";
import { isDisinterested, type OwnCase, ownCase, type PartyInterest } from "./evidence.ts";

const interests: PartyInterest[] = [
  { partyId: "kramfors", gainsIf: "claim_true" },
  { partyId: "huddinge", gainsIf: "claim_false" },
];
const bodies: Record<string, string> = { forshage: "huddinge", eriksson: "kramfors", welfare: "kramfors" };
const bodyOf = (id: string) => bodies[id] ?? null;

test("the accused investigating itself is a party in its own case", () => {
  expect(ownCase("contradicts", "forshage", interests, bodyOf)).toBe("own_case");
});

test("an accuser's analysis that supports the accusation is its own case", () => {
  expect(ownCase("supports", "welfare", interests, bodyOf)).toBe("own_case");
});

test("an accuser's own manager contradicting the accusation speaks against its own case", () => {
  expect(ownCase("contradicts", "eriksson", interests, bodyOf)).toBe("against_own_case");
});

test("a newspaper that gains nothing is neither", () => {
  expect(ownCase("contradicts", "08-nytt", interests, bodyOf)).toBe("none");
});

test("context and an unknown producer carry no flag", () => {
  expect(ownCase("context", "forshage", interests, bodyOf)).toBe("none");
  expect(ownCase("context", null, interests, bodyOf)).toBe("none");
});

test("a circle of bodies ends", () => {
  expect(ownCase("supports", "a", interests, (id) => (id === "a" ? "b" : "a"))).toBe("none");
});

test("what nobody is known to have made is not made by somebody the claim does not touch", () => {
  for (const stance of ["supports", "contradicts"] as const)
    expect(ownCase(stance, null, interests, bodyOf)).toBe("unknown");
  expect(
    ["none", "against_own_case", "unknown", "own_case"].map((each) => isDisinterested(each as OwnCase)),
  ).toEqual([true, true, false, false]);
});

test("a party of which it is not known what it gains, or that gains both ways, speaks for itself either way", () => {
  const unsure: PartyInterest[][] = [
    [{ partyId: "named", gainsIf: "unknown" }],
    [
      { partyId: "named", gainsIf: "claim_false" },
      { partyId: "named", gainsIf: "claim_true" },
    ],
  ];
  for (const gains of unsure)
    for (const stance of ["supports", "contradicts"] as const)
      expect(ownCase(stance, "named", gains, () => null)).toBe("own_case");
});
