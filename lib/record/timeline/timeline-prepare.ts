/**
 * From the record to what the picture is drawn of, once and on the server: dates become spans of moments on both clocks,
 * and words are measured. What leaves here is plain JSON, so the browser needs neither date parser nor font tables.
 */
import { bounds, edges, edtf, isPoint } from "../../core/edtf/edtf.ts";
import type { Clock, Post, PostDate, Timeline } from "./timeline.ts";
import { labelOf } from "./timeline-label.ts";
import { estimate, wrap } from "./timeline-measure.ts";
import { LANES_WIDTH, type Prepared, type Span } from "./timeline-prepared.ts";
import { DAY } from "./timeline-scale.ts";
import type { Measure } from "./timeline-text.ts";

type Bounds = { readonly earliest: number | null; readonly latest: number | null };

/** @param ghost words over the grey bar on the second clock, with {date}: "hände {date}" */
export function prepare(timeline: Timeline, ghost = "{date}", measure: Measure = estimate): Prepared {
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

  const spanOf = (post: Post, date: PostDate, clock: Clock): Span | null => {
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
    };
  };

  const dated = timeline.posts.map((post) => {
    const happened = spanOf(post, post.happened, "happened");
    // What nobody can date on the second clock became known at some time after it happened.
    const since = happened && { ...happened, start: happened.start ?? happened.end, end: null, point: false };
    const known =
      spanOf(post, post.known, "known") ?? (since && { ...since, startEdge: "soft", endEdge: "open" });
    return { post, happened: happened ?? known, known };
  });

  const moments = dated.flatMap(({ happened, known }) =>
    [happened?.start, happened?.end, known?.start, known?.end].filter((m) => typeof m === "number"),
  );
  const from = moments.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const extent = Number.isFinite(from)
    ? { from, to: moments.reduce((a, b) => Math.max(a, b), from + DAY) }
    : { from: 0, to: DAY };
  // A post with no date and no neighbour lies anywhere in the dispute.
  const anywhere: Span = {
    start: extent.from,
    end: extent.to,
    startEdge: "soft",
    endEdge: "soft",
    point: false,
  };

  return {
    lanes: timeline.lanes.map((lane) => ({
      ...lane,
      names: wrap(lane.name, "lane", LANES_WIDTH - 12, 3, measure),
      roles: lane.role ? wrap(lane.role, "fine", LANES_WIDTH - 12, 2, measure) : [],
    })),
    posts: dated.map(({ post: { attribution: _, note: __, conclusion: ___, ...post }, happened, known }) => ({
      ...post,
      spans: { happened: happened ?? anywhere, known: known ?? anywhere },
      label: labelOf(post, ghost, measure),
    })),
    dated: moments.length > 0,
    extent,
  };
}
