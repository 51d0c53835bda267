/**
 * The floor plan: which wing may know which, and that inside a wing folders do not know each other in circles. What is
 * imported when it is needed, and what is imported as a type, counts too.
 */
import { describe, expect, test } from "vitest";
import { filesBelow, mentionsOf } from "./imports.fixture.ts";

/** Each wing, with those it may know. */
const WINGS: Readonly<Record<string, readonly string[]>> = {
  "lib/core": ["lib/generated"],
  "lib/intake": ["lib/core"],
  "lib/desk": ["lib/core", "lib/generated"],
  "lib/record": ["lib/desk", "lib/intake", "lib/core", "lib/generated"],
  "lib/site": ["lib/record", "lib/desk", "lib/intake", "lib/core", "lib/generated"],
  "components/core": [],
  "components/desk": ["components/core"],
  "components/record": ["components/desk", "components/core"],
  "components/site": ["components/record", "components/desk", "components/core"],
};

/**
 * Arrows between folders of a wing that close a circle; without them there is none. The nouns of the record know each
 * other, and most of these are that: a claim's page shows what hangs on it, which leads back to the claim. The list gets
 * shorter, or longer with a reason in docs/decisions/0016-wings.md.
 */
const BACKWARD = `
  lib/core/rating → lib/core/language
  lib/desk/auth → lib/desk/member
  lib/desk/form → lib/desk/auth
  lib/intake/assurance → lib/intake/outside-copy
  lib/intake/assurance → lib/intake/timestamp
  lib/intake/parser → lib/intake/document
  lib/record/capture → lib/record/evidence
  lib/record/capture → lib/record/source
  lib/record/claim → lib/record/address
  lib/record/claim → lib/record/correction
  lib/record/claim → lib/record/dispute
  lib/record/claim → lib/record/evidence
  lib/record/claim → lib/record/merge
  lib/record/claim → lib/record/objection
  lib/record/claim → lib/record/recheck
  lib/record/claim → lib/record/removal
  lib/record/claim → lib/record/reply
  lib/record/claim → lib/record/source
  lib/record/claim → lib/record/taint
  lib/record/claim → lib/record/verdict
  lib/record/claim → lib/record/withdrawal
  lib/record/dispute → lib/record/correction
  lib/record/dispute → lib/record/evidence
  lib/record/dispute → lib/record/removal
  lib/record/dispute → lib/record/source
  lib/record/dispute → lib/record/verdict
  lib/record/party → lib/record/claim
  lib/record/party → lib/record/correction
  lib/record/party → lib/record/dispute
  lib/record/party → lib/record/merge
  lib/record/party → lib/record/removal
  lib/record/party → lib/record/reply
  lib/record/recheck → lib/record/source
  lib/record/record-log → lib/record/address
  lib/record/record-log → lib/record/dispute
  lib/record/snapshot → lib/record/source
  lib/record/claim → lib/record/record-log
  lib/record/timeline → lib/record/dispute
  lib/record/timeline → lib/record/record-log
  lib/record/withdrawal → lib/record/dispute
  components/record/claim → components/record/source
  components/record/snapshot → components/record/source
`
  .trim()
  .split(/\s*\n\s*/);

/** `lib/record/claim/claim.ts` stands in the wing `lib/record`, in the folder `lib/record/claim`. */
const wingOf = (file: string) => file.split("/").slice(0, 2).join("/");
const folderOf = (file: string) => file.split("/").slice(0, -1).slice(0, 3).join("/");

const files = ["lib", "components"].flatMap(filesBelow);
const arrows = files.flatMap((file) =>
  mentionsOf(file)
    .filter((other) => /^(lib|components)\//.test(other))
    .map((other) => ({ file, other })),
);

test("every file of lib/ and components/ stands in a wing", () => {
  expect(files.filter((file) => !(wingOf(file) in WINGS))).toEqual([]);
});

test("no wing knows one that it does not stand on", () => {
  const wrong = arrows.filter(({ file, other }) => {
    const [from, to] = [wingOf(file), wingOf(other)];
    const isView = file.startsWith("components/") && other.startsWith("lib/");
    return from !== to && !isView && !WINGS[from]?.includes(to);
  });
  expect(wrong).toEqual([]);
});

describe("between the folders of a wing", () => {
  const inside = new Set(
    arrows
      .filter(({ file, other }) => wingOf(file) === wingOf(other) && folderOf(file) !== folderOf(other))
      .map(({ file, other }) => `${folderOf(file)} → ${folderOf(other)}`),
  );
  const ends = (arrow: string) => arrow.split(" → ") as [string, string];

  test("there is no circle but by the arrows that are known", () => {
    let left = [...inside].filter((arrow) => !BACKWARD.includes(arrow));
    // Whoever nobody points at is in no circle. What is left when nobody more can go is one, and what hangs on it.
    for (let before = -1; before !== left.length; ) {
      before = left.length;
      const pointedAt = new Set(left.map((arrow) => ends(arrow)[1]));
      left = left.filter((arrow) => pointedAt.has(ends(arrow)[0]));
    }
    expect(left).toEqual([]);
  });

  test("no arrow is listed that is not there any more", () => {
    expect(BACKWARD.filter((arrow) => !inside.has(arrow))).toEqual([]);
  });
});
