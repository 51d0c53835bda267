/**
 * From the record to what the picture is drawn of, once and on the server: dates become spans of moments on both clocks,
 * and words are measured. What leaves here is plain JSON, so the browser needs neither date parser nor font tables.
 */
import { bounds, edges, edtf, isPoint } from "../../core/edtf/edtf.ts";
import type { Clock, Post, Timeline } from "./timeline.ts";
import { stretchesOf } from "./timeline-axis.ts";
import { labelOf } from "./timeline-label.ts";
import { laneOrder } from "./timeline-lanes.ts";
import { estimate, wrap } from "./timeline-measure.ts";
import { LANES_WIDTH, type Prepared, type PreparedPost, type Span } from "./timeline-prepared.ts";
import { DAY } from "./timeline-scale.ts";
import type { Measure } from "./timeline-text.ts";

type Bounds = { readonly earliest: number | null; readonly latest: number | null };

/** A span before it is known how far it reaches. */
type Bare = Omit<Span, "reach">;

export function prepare(timeline: Timeline, measure: Measure = estimate): Prepared {
  const posts = new Map(timeline.posts.map((post) => [post.id, post]));

  /** An undated post borrows the bounds of its neighbours; a ring of undated posts has none. */
  const boundsOf = (id: string | null, clock: Clock, seen: readonly string[]): Bounds | null => {
    const post = id === null ? undefined : posts.get(id);
    if (!post || seen.includes(post.id)) return null;
    if (post[clock].edtf !== null) return bounds(edtf(post[clock].edtf));
    const path = [...seen, post.id];
    const before = boundsOf(post.beforePost, clock, path);
    const after = boundsOf(post.afterPost, clock, path);
    if (!before && !after) return null;
    return {
      earliest: after ? (after.earliest ?? after.latest) : null,
      latest: before ? (before.earliest ?? before.latest) : null,
    };
  };

  const spanOf = (post: Post, clock: Clock): Bare | null => {
    const date = post[clock];
    if (date.edtf !== null) {
      const value = edtf(date.edtf);
      const { earliest, latest } = bounds(value);
      const edge = edges(value);
      return {
        start: earliest,
        end: latest,
        startEdge: edge.start,
        endEdge: edge.end,
        point: isPoint(value),
        loose: false,
      };
    }
    const own = boundsOf(post.id, clock, []);
    if (!own) return null;
    const { earliest } = own;
    const latest = own.latest !== null && earliest !== null && own.latest <= earliest ? null : own.latest;
    return {
      start: earliest,
      end: latest,
      startEdge: earliest === null ? "open" : "soft",
      endEdge: latest === null ? "open" : "soft",
      point: false,
      loose: true,
    };
  };

  const dated = timeline.posts.map((post) => {
    const happened = spanOf(post, "happened");
    // What nobody can date on the second clock became known at some time after it happened.
    const since = happened && { ...happened, start: happened.start ?? happened.end, end: null, point: false };
    const known = spanOf(post, "known") ?? (since && { ...since, startEdge: "soft", endEdge: "open" });
    return { post, happened: happened ?? known, known };
  });

  const moments = dated.flatMap(({ happened, known }) =>
    [happened?.start, happened?.end, known?.start, known?.end].filter((m) => typeof m === "number"),
  );
  const from = moments.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const extent = Number.isFinite(from)
    ? { from, to: moments.reduce((a, b) => Math.max(a, b), from + DAY) }
    : { from: 0, to: DAY };
  const until = timeline.until === undefined ? extent.to : Date.parse(timeline.until);
  const reach = reaches(dated, extent, until);
  // A post with no date and no neighbour lies anywhere in the dispute.
  const anywhere: Span = {
    start: extent.from,
    end: extent.to,
    startEdge: "soft",
    endEdge: "soft",
    point: false,
    reach: extent,
    loose: true,
  };
  const prepared = dated.map(
    ({ post: { attribution: _, note: __, conclusion: ___, quote: ____, ...post }, happened, known }) => ({
      ...post,
      spans: {
        happened: happened ? { ...happened, reach: reach(post.id, "happened") } : anywhere,
        known: known ? { ...known, reach: reach(post.id, "known") } : anywhere,
      },
      label: labelOf(post, measure),
    }),
  );

  const lanes = new Map(timeline.lanes.map((lane) => [lane.id, lane]));
  const inOrder = laneOrder(timeline).flatMap((id) => lanes.get(id) ?? []);

  return {
    lanes: inOrder.map((lane) => ({
      ...lane,
      names: wrap(lane.name, "lane", LANES_WIDTH - 12, 3, measure),
      roles: lane.role ? wrap(lane.role, "fine", LANES_WIDTH - 12, 2, measure) : [],
    })),
    posts: prepared,
    dated: moments.length > 0,
    extent,
    stretches: { happened: stretchesFor(prepared, "happened"), known: stretchesFor(prepared, "known") },
  };
}

/** What the axis of a clock must show: the bounds on it, and on the second clock how long it took. */
const stretchesFor = (posts: readonly PreparedPost[], clock: Clock) =>
  stretchesOf(
    posts.flatMap(({ spans }) =>
      (clock === "known" ? [spans.happened, spans.known] : [spans.happened])
        .flatMap(({ start, end }) => [start, end])
        .filter((moment) => moment !== null),
    ),
  );

/**
 * How far each post is drawn. An open end runs to the next thing that is known: when it was known, or what answers it;
 * never past the moment the record had it. An open beginning runs from what it answers, else from the first of all.
 */
function reaches(
  dated: readonly { readonly post: Post; readonly happened: Bare | null; readonly known: Bare | null }[],
  extent: { readonly from: number; readonly to: number },
  until: number,
): (id: string, clock: Clock) => { from: number; to: number } {
  const byId = new Map(dated.map((entry) => [entry.post.id, entry]));
  const answeredBy = new Map<string, number>();
  const answers = new Map<string, number>();
  for (const { post, happened } of dated) {
    for (const { kind, to } of post.relations) {
      if (kind !== "answers") continue;
      if (happened?.end) answeredBy.set(to, Math.min(answeredBy.get(to) ?? happened.end, happened.end));
      const start = byId.get(to)?.happened?.start;
      if (start) answers.set(post.id, Math.max(answers.get(post.id) ?? start, start));
    }
  }
  return (id, clock) => {
    const entry = byId.get(id);
    const span = entry?.[clock];
    if (!span) return extent;
    const to =
      span.end ??
      Math.min(
        until,
        ...(clock === "happened" ? [entry.known?.end, answeredBy.get(id)] : []).filter(
          (moment): moment is number => typeof moment === "number" && moment > (span.start ?? extent.from),
        ),
      );
    const from = span.start ?? Math.min(Math.max(answers.get(id) ?? extent.from, extent.from), to);
    return { from, to: Math.max(to, from) };
  };
}
