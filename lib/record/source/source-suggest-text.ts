/**
 * How much of one text stands in another: runs of five words, as in A. Broder, "On the resemblance and containment of
 * documents" (1997). Four words meet by chance in texts about one thing; six lose a passage at every changed word.
 */
const RUN = 5;

/** About a hundred pages. What a long document shares with others shows before its end. */
const MOST_WORDS = 40_000;

/** A passage that stands in hundreds of sources is compared with the first of them only: one of those is where it is from. */
const MOST_COMPARED = 50;

/** Words as they compare: without case, signs and line breaks. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, MOST_WORDS) ?? [];

/** FNV-1a, 32 bits. That two runs share a hash by chance moves a share by less than it is rounded by. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The hash of the run of words that begins at a place. */
export function runAt(words: readonly string[], at = 0): number {
  let hash = 0;
  for (const word of words.slice(at, at + RUN)) hash = Math.imul(hash, 0x85ebca6b) + hashOf(word);
  return hash >>> 0;
}

/** The runs of a text, each once, in ascending order. */
export function runsOf(words: readonly string[]): Uint32Array {
  const hashes = words.map(hashOf);
  const runs = new Uint32Array(Math.max(0, hashes.length - RUN + 1));
  for (let at = 0; at < runs.length; at++) {
    let hash = 0;
    for (let next = at; next < at + RUN; next++) hash = Math.imul(hash, 0x85ebca6b) + (hashes[next] ?? 0);
    runs[at] = hash;
  }
  runs.sort();
  return runs.filter((run, at) => at === 0 || run !== runs[at - 1]);
}

/** Whether a run is among those of a text. */
export function hasRun(runs: Uint32Array, run: number): boolean {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle] ?? 0) < run) low = middle + 1;
    else high = middle;
  }
  return runs[low] === run;
}

export interface SharedRuns {
  /** Places in the list of texts; the first is the smaller. */
  readonly a: number;
  readonly b: number;
  /** How many runs both have. */
  readonly shared: number;
}

/**
 * Which texts share at least so many runs. One pass over all runs in order, so that only texts that share something
 * are ever compared; the counts take four bytes for each pair of texts.
 * @param texts - runs of each text; the order decides which a much repeated passage is compared with
 */
export function sharedRuns(texts: readonly Uint32Array[], least: number): SharedRuns[] {
  const total = texts.length;
  // Run and text in one number: 32 bits and 20, which a double holds exactly. Sorting it sorts by run, then by text.
  const PLACES = 2 ** 20;
  const entries = new Float64Array(texts.reduce((sum, runs) => sum + runs.length, 0));
  let end = 0;
  for (const [place, runs] of texts.entries()) for (const run of runs) entries[end++] = run * PLACES + place;
  entries.sort();

  const counts = new Uint32Array(total * total);
  const holders: number[] = [];
  let current = -1;
  for (const entry of entries) {
    const run = Math.floor(entry / PLACES);
    if (run !== current) holders.length = 0;
    current = run;
    const place = entry - run * PLACES;
    for (const first of holders) {
      const pair = first * total + place;
      counts[pair] = (counts[pair] ?? 0) + 1;
    }
    if (holders.length < MOST_COMPARED) holders.push(place);
  }

  const found: SharedRuns[] = [];
  for (const [pair, shared] of counts.entries())
    if (shared >= least) found.push({ a: Math.floor(pair / total), b: pair % total, shared });
  return found;
}
