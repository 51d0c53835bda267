/** Evidence as a page tells it: what several pieces have in common is said once. */

interface Told {
  readonly stance: string;
  readonly ownCase: string;
  readonly source: { readonly id: string };
  readonly origin: { readonly id: string } | null;
}

/** Neighbours of one stance, from one document through one source, with one flag: told together, in their order. */
export function groupsOf<Piece extends Told>(pieces: readonly Piece[]): (readonly [Piece, ...Piece[]])[] {
  const groups: [Piece, ...Piece[]][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (group && keyOf(group[0]) === keyOf(piece)) group.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

const keyOf = ({ stance, ownCase, source, origin }: Told) =>
  [stance, ownCase, source.id, origin?.id ?? ""].join("\n");

/** What all of several have; undefined: they differ, or there is only one and nothing to say in common. */
export function inCommon<Value>(
  values: readonly Value[],
  key: (value: Value) => string = String,
): Value | undefined {
  const [first] = values;
  if (first === undefined || values.length < 2) return undefined;
  return values.every((value) => key(value) === key(first)) ? first : undefined;
}

/** "2–4" for numbers that follow each other, else each of them. */
export function numberRuns(numbers: readonly number[]): string[] {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) =>
    run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run.map((number) => String(number)),
  );
}
