import { expect, test } from "vitest";
import { type MatrixClaim, type MatrixParty, matrix, stand } from "./dispute-matrix.ts";

const party = (slug: string, body: string | null = null): MatrixParty => ({
  slug,
  name: { sv: slug, en: slug },
  body,
});
const parties = [
  party("kramfors"),
  party("eriksson", "kramfors"),
  party("huddinge"),
  party("paper"),
  party("bystander"),
];
const said = (by: string, paragraph = 2, mode: "asserts" | "suspects" = "asserts") => ({
  party: by,
  mode,
  relatedBy: by === "paper" ? null : "paper",
  paragraph,
});
const accusation: MatrixClaim = {
  number: 1,
  appearances: [said("kramfors")],
  answeredBy: [
    { number: 2, kind: "denies" },
    { number: 3, kind: "undercuts" },
  ],
  requests: [{ party: "kramfors", state: "not_asked" }],
};
const denial: MatrixClaim = { number: 2, appearances: [said("huddinge", 3)], answeredBy: [], requests: [] };
const email: MatrixClaim = {
  number: 3,
  appearances: [said("eriksson", 4)],
  answeredBy: [],
  requests: [{ party: "huddinge", state: "no_answer" }],
};
const claims = [accusation, denial, email];
const at = (claim: MatrixClaim, slug: string) => {
  const who = parties.find((each) => each.slug === slug);
  return who && stand(claim, who, claims, parties);
};

test("a party's own words come before everything else", () => {
  expect(at(accusation, "kramfors")).toEqual({ kind: "asserts", paragraph: 2 });
});

test("a party that makes a denying claim denies, and the cell names the claim and the paragraph", () => {
  expect(at(accusation, "huddinge")).toEqual({ kind: "denies", by: 2, paragraph: 3 });
  expect(at(accusation, "eriksson")).toEqual({ kind: "undercuts", by: 3, paragraph: 4 });
});

test("a body speaks through its member", () => {
  expect(at(email, "kramfors")).toMatchObject({ kind: "through", paragraph: 4 });
});

test("a party that was asked and did not answer is silent; the paper only relates", () => {
  expect(at(email, "huddinge")).toEqual({ kind: "no_answer" });
  expect(at(denial, "paper")).toEqual({ kind: "relates", paragraph: 3 });
});

test("a party with nothing to show is no column", () => {
  const { columns, rows } = matrix(claims, parties);
  expect(columns.map(({ slug }) => slug)).toEqual(["kramfors", "eriksson", "huddinge", "paper"]);
  expect(rows.map(({ cells }) => cells.length)).toEqual([4, 4, 4]);
});
