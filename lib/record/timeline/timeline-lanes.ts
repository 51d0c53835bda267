/** The order of the lanes: the one in which relations are shortest, and answers stand under what they answer. */
import { OWN_LANE, type Timeline } from "./timeline.ts";

/** So many are tried in every order; more are moved one at a time while that shortens anything. */
const ALL_ORDERS = 7;
/** Past this the editor's order stands. */
const MOST = 40;

/** Between two lanes, from → to, with how many relations there are. */
type Ties = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The wrong way up costs double. */
function cost(order: readonly string[], ties: Ties): number {
  const at = new Map(order.map((id, index) => [id, index]));
  let sum = 0;
  for (const [from, there] of ties) {
    for (const [to, count] of there) {
      const down = (at.get(from) ?? 0) - (at.get(to) ?? 0);
      sum += count * (down < 0 ? -2 * down : down);
    }
  }
  return sum;
}

function* orders(left: readonly string[], chosen: readonly string[] = []): Generator<readonly string[]> {
  if (left.length === 0) yield chosen;
  for (const id of left)
    yield* orders(
      left.filter((other) => other !== id),
      [...chosen, id],
    );
}

function* neighbours(order: readonly string[]): Generator<readonly string[]> {
  for (const id of order) {
    const rest = order.filter((other) => other !== id);
    for (let at = 0; at <= rest.length; at += 1) yield rest.toSpliced(at, 0, id);
  }
}

/** The first of the cheapest: where nothing is gained, the order they came in stays. */
function cheapest(
  start: readonly string[],
  tried: Iterable<readonly string[]>,
  ties: Ties,
): readonly string[] {
  let best = start;
  let least = cost(start, ties);
  for (const order of tried) {
    const price = cost(order, ties);
    if (price < least) [best, least] = [order, price];
  }
  return best;
}

/** Our own lane is always the last: what we do stands by itself, and stretches nothing. */
export function laneOrder({ lanes, posts }: Timeline): string[] {
  const ids = lanes.map(({ id }) => id).filter((id) => id !== OWN_LANE);
  const own = lanes.some(({ id }) => id === OWN_LANE) ? [OWN_LANE] : [];
  if (ids.length > MOST) return [...ids, ...own];
  const laneOf = new Map(posts.map(({ id, lane }) => [id, lane]));
  const ties = new Map<string, Map<string, number>>();
  for (const { lane, relations } of posts) {
    for (const { to } of relations) {
      const target = laneOf.get(to);
      if (target === undefined || target === lane || lane === OWN_LANE || target === OWN_LANE) continue;
      const there = ties.get(lane) ?? new Map<string, number>();
      ties.set(lane, there.set(target, (there.get(target) ?? 0) + 1));
    }
  }
  if (ids.length <= ALL_ORDERS) return [...cheapest(ids, orders(ids), ties), ...own];
  let best: readonly string[] = ids;
  for (let pass = 0; pass < 4; pass += 1) {
    const next = cheapest(best, neighbours(best), ties);
    if (next === best) break;
    best = next;
  }
  return [...best, ...own];
}
