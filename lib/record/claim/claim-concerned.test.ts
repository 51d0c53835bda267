import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ConcernFacts, concernedIn, isNamedIn, type NameableParty } from "./claim-concerned.ts";

const both = (text: string) => ({ sv: text, en: text });
const party = (id: string, name: string, kind: NameableParty["kind"] = "organisation"): NameableParty => ({
  id,
  kind,
  names: [both(name)],
});
const company = party("company", "Exempelbolaget AB");
const person = party("person", "Vera Ek (X)", "public_official");
const town = party("town", "Exempelby kommun", "public_body");
const facts = (changed: Partial<ConcernFacts> = {}): ConcernFacts => ({
  interests: [],
  appearances: [],
  notConcerned: [],
  words: both("Vera Ek förskingrade pengar från bolaget."),
  parties: [company, person, town],
  ...changed,
});

describe("with nothing listed", () => {
  test("whoever made the claim gains if it is true, and whoever it names is concerned", () => {
    expect(concernedIn(facts({ appearances: [{ partyId: "company" }, { partyId: "company" }] }))).toEqual([
      { partyId: "company", about: false, gainsIf: "claim_true", by: "made" },
      { partyId: "person", about: true, gainsIf: "unknown", by: "named" },
    ]);
  });

  test("a published reason takes away what was computed, and nothing that is listed", () => {
    const appearances = [{ partyId: "company" }];
    const notConcerned = [{ partyId: "company" }, { partyId: "person" }];
    expect(concernedIn(facts({ appearances, notConcerned }))).toEqual([]);
    const interests = [{ partyId: "company", about: true, gainsIf: "claim_false" as const }];
    expect(concernedIn(facts({ appearances, notConcerned, interests }))).toEqual([
      { partyId: "company", about: true, gainsIf: "claim_false", by: "listed" },
    ]);
  });
});

test("a list never takes away: with any interests there is all that there is without, or a side that is known", () => {
  const id = fc.constantFrom("company", "person", "town");
  const interest = fc.record({
    partyId: id,
    about: fc.boolean(),
    gainsIf: fc.constantFrom("claim_true" as const, "claim_false" as const, "neither" as const),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(interest, { selector: ({ partyId }) => partyId }),
      fc.array(fc.record({ partyId: id })),
      (interests, appearances) => {
        const bare = concernedIn(facts({ appearances }));
        const all = concernedIn(facts({ appearances, interests }));
        for (const { partyId, gainsIf } of bare)
          expect(
            all.some(
              (each) =>
                each.partyId === partyId &&
                (gainsIf === "unknown" ? each.gainsIf !== "neither" : each.gainsIf === gainsIf),
            ),
          ).toBe(true);
      },
    ),
  );
});

describe("a claim names a party", () => {
  const names: [string, NameableParty][] = [
    ["Ek ljög.", person],
    ["Att vera ek ljög är klart.", person],
    ["Pengarna var Eks.", person],
    ["Vera Eks pengar.", person],
    ["Exempelby betalade.", town],
    ["Exempelbys hyror steg.", town],
    ["EXEMPELBY KOMMUN betalade.", town],
    ["Exempelbolaget sålde.", company],
    ["It was Exempelbolaget’s money.", company],
    ["Det var Exempelbolaget.", company],
    ["Exempel\u00ADbolaget sålde.", company],
  ];
  test.each(names)("%s", (text, named) => {
    expect(isNamedIn(both(text), named)).toBe(true);
    expect(isNamedIn({ sv: text, en: "" }, named)).toBe(true);
    expect(isNamedIn({ sv: "", en: text }, named)).toBe(true);
  });
  const others: [string, NameableParty][] = [
    ["En ek föll.", person],
    ["Ekholm ljög.", person],
    ["Vera ljög.", person],
    ["En kommun betalade.", town],
    ["Bolaget sålde.", company],
    ["Nyexempelby betalade.", town],
  ];
  test.each(others)("but not: %s", (text, unnamed) => {
    expect(isNamedIn(both(text), unnamed)).toBe(false);
  });
});
