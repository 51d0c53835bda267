/**
 * How quotations are found in the text of a copy: how many of those that stand there in another spelling, how many that
 * do not stand there, and how fast. Beside the Hypothesis client's way, which is made to find a passage again although
 * it changed, and not to refuse one; and beside `indexOf`.
 */
import { equivalents, queries, VERBATIM, wrongs } from "./quotes/queries.mjs";
import { bench } from "./shared/processes.mjs";
import { median, printTable, promise } from "./shared/table.mjs";

/** How many quotations of each kind and length are looked for in a text of so many characters. */
const sizes = { "5 kB": [5_000, 40], "100 kB": [100_000, 20], "1 MB": [1_000_000, 12] };
const lengths = [30, 150, 500, 2000];

await bench(async () => {
  // Not before: the machine's own Node may not read TypeScript.
  const { findQuote } = await import("../lib/intake/quote/quote-find.ts");
  const { hypothesis, letterForLetter, ours } = await import("./quotes/methods.mjs");
  const methods = { Belagt: ours(findQuote), Hypothesis: hypothesis, indexOf: letterForLetter };

  for (const one of queries(5_000, 150, 40)) for (const find of Object.values(methods)) timed(find, one);
  const results = [];
  for (const [size, [characters, count]] of Object.entries(sizes))
    for (const length of lengths)
      for (const one of queries(characters, length, count)) {
        // One after the other, so that what else the machine does falls on all alike.
        for (const [method, find] of Object.entries(methods))
          results.push({ method, size, length, kind: one.kind, ...timed(find, one) });
      }

  printShares(results, Object.keys(methods));
  printKinds(results, Object.keys(methods));
  printScores(results);
  printSpeed(results);
  const accepted = share(those(results, "Belagt", wrongs), "accepted");
  const found = share(those(results, "Belagt", equivalents), "found");
  promise("Belagt accepts no quotation that is wrong", accepted === 0);
  promise("Belagt finds 99 of 100 in another spelling", found >= 0.99);
});

/** Half of the one at least is half of the other: the passage that is meant, if not to the letter. */
function isThere(place, at) {
  const common = Math.min(place.end, at.end) - Math.max(place.start, at.start);
  return 2 * common >= Math.max(place.end - place.start, at.end - at.start);
}

function timed(find, { text, quote, at }) {
  const began = performance.now();
  const place = find(text, quote);
  const took = performance.now() - began;
  const accepted = place !== null;
  const found = accepted && at !== null && isThere(place, at);
  const toTheLetter = found && place.start === at.start && place.end === at.end;
  return {
    took,
    accepted,
    found,
    elsewhere: accepted && at !== null && !found,
    toTheLetter,
    score: place?.score,
  };
}

function those(results, method, kinds) {
  return results.filter((it) => it.method === method && kinds.includes(it.kind));
}

function share(results, what) {
  return results.filter((it) => it[what]).length / results.length;
}

function percent(part) {
  return `${(100 * part).toFixed(1)} %`;
}

function printShares(results, methods) {
  const count = (kinds) => those(results, "Belagt", kinds).length;
  console.log(
    `${count([VERBATIM])} quotations verbatim, ${count(equivalents)} in another spelling, ${count(wrongs)} wrong ones`,
  );
  const headings = [
    "verbatim found",
    "other spelling found",
    "wrong place",
    "ends to the letter",
    "wrong accepted",
  ];
  const row = (method) => {
    const right = those(results, method, [VERBATIM, ...equivalents]);
    const found = right.filter((it) => it.found);
    return [
      share(those(results, method, [VERBATIM]), "found"),
      share(those(results, method, equivalents), "found"),
      share(right, "elsewhere"),
      share(found, "toTheLetter"),
      share(those(results, method, wrongs), "accepted"),
    ];
  };
  printTable(
    ["", ...headings],
    methods.map((method) => [method, ...row(method).map(percent)]),
  );
}

function printKinds(results, methods) {
  console.log("\nFound, of those that stand there; accepted, of those that do not");
  const row = (kind, what) => {
    const shares = methods.map((method) => share(those(results, method, [kind]), what));
    return [kind, what, ...shares.map(percent)];
  };
  printTable(
    ["", "", ...methods],
    [...equivalents.map((kind) => row(kind, "found")), ...wrongs.map((kind) => row(kind, "accepted"))],
  );
}

/** Whether a threshold on its score would make the peer a gate. */
function printScores(results) {
  const scores = (kinds) =>
    those(results, "Hypothesis", kinds)
      .filter((it) => it.accepted)
      .map((it) => it.score);
  const right = scores(equivalents);
  const best = Math.max(...scores(wrongs));
  const lost = right.filter((score) => score <= best).length / right.length;
  console.log(
    `\nA threshold on Hypothesis' score that refuses every wrong one refuses ${percent(lost)} of the other spellings.`,
  );
}

function printSpeed(results) {
  console.log("\nBelagt's time, medians, as a multiple of that of indexOf and of Hypothesis");
  const others = [...equivalents, ...wrongs];
  const row = (size, length) => {
    const inCell = results.filter((it) => it.size === size && it.length === length);
    const time = (method, kinds) => median(those(inCell, method, kinds).map((it) => it.took));
    const times = (peer, kinds) => ratio(time("Belagt", kinds) / time(peer, kinds));
    const ratios = [[VERBATIM], others].flatMap((kinds) => [
      times("indexOf", kinds),
      times("Hypothesis", kinds),
    ]);
    return [size, length, ...ratios, time("Belagt", others).toFixed(2)];
  };
  printTable(
    [
      "text",
      "quotation",
      "verbatim: ÷ indexOf",
      "÷ Hypothesis",
      "else: ÷ indexOf",
      "÷ Hypothesis",
      "else, ms",
    ],
    Object.keys(sizes).flatMap((size) => lengths.map((length) => row(size, length))),
  );
}

function ratio(number) {
  return number >= 10 ? Math.round(number) : number.toPrecision(2);
}
