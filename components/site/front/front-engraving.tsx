import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { ratingSlug } from "@/lib/core/rating/rating";
import type { DisputeView } from "@/lib/record/dispute/dispute";
import { firstView, type Layout } from "@/lib/record/timeline/timeline-layout";
import type { Seat } from "@/lib/record/timeline/timeline-lines";
import { timelineOf } from "@/lib/record/timeline/timeline-posts";
import { prepare } from "@/lib/record/timeline/timeline-prepare";
import { strokesOf } from "@/lib/record/timeline/timeline-strokes";
import { type AxisTick, axisTicks } from "@/lib/record/timeline/timeline-ticks";

/** Past this many posts the engraving is a grey field: the page then has only the link. */
const MOST_ENGRAVED = 60;
const ROW = 17;
const LANE_GAP = 12;
const NAMES = 184;
const PLOT = 1016;

/** The timeline as the front page's only picture: dates, and questions without an answer, without their words. Decoration over a link. */
export function FrontEngraving({
  dispute,
  locale,
}: {
  readonly dispute: DisputeView;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const prepared = prepare(timelineOf(dispute, locale, t));
  if (!prepared.dated || prepared.posts.length > MOST_ENGRAVED) return null;
  const drawn = firstView(prepared, PLOT);
  const all = { from: drawn.axis.moment(0), to: drawn.axis.moment(PLOT) };
  return (
    <section className="wrap" aria-labelledby="band">
      <div className="plateband">
        <div className="cap">
          <p>
            <b id="band">{t("front.bandTitle")}</b> {t("front.bandKey")}{" "}
            {drawn.posts.some(({ post }) => post.kind === "silence") && t("front.bandKeyDots")}
          </p>
          <p className="ui">
            <a href={`${href(locale, `/disputes/${dispute.slug}`)}#timeline`}>{t("front.openTimeline")}</a>
          </p>
        </div>
        <Engraving drawn={drawn} ticks={axisTicks(drawn.axis, all, locale)} />
      </div>
    </section>
  );
}

function Engraving({ drawn, ticks }: { readonly drawn: Layout; readonly ticks: readonly AxisTick[] }) {
  // Each lane's posts in rows of their own, as the picture has them, but close.
  let y = 4;
  const lanes = drawn.lanes
    .map((lane) => {
      const posts = drawn.posts.filter(({ post }) => post.lane === lane.id);
      const tops = [...new Set(posts.map(({ top }) => top))].sort((a, b) => a - b);
      const start = y;
      // biome-ignore lint/nursery/useReactCompiler: counted up within one drawing
      y += tops.length * ROW + LANE_GAP;
      return {
        lane,
        start,
        posts: posts.map((placed) => ({ placed, y: start + tops.indexOf(placed.top) * ROW })),
      };
    })
    .filter(({ posts }) => posts.length > 0);
  return (
    <svg className="engraving" viewBox={`0 0 ${NAMES + PLOT} ${y + 24}`} aria-hidden="true">
      {lanes.map(({ lane, start, posts }, index) => (
        <g key={lane.id}>
          {index > 0 && <path className="lane" d={`M0 ${start - LANE_GAP / 2}.5H${NAMES + PLOT}`} />}
          <text x="0" y={start + 13} className="t">
            {lane.name}
          </text>
          {posts.map(({ placed, y: top }) => (
            <Post key={placed.post.id} placed={placed} y={top} />
          ))}
        </g>
      ))}
      {ticks.map((tick) => (
        <text key={tick.at} x={NAMES + tick.x} y={y + 18} className="ax">
          {tick.label}
        </text>
      ))}
    </svg>
  );
}

function Post({ placed, y }: { readonly placed: Seat; readonly y: number }) {
  const { post, place } = placed;
  const strokes = strokesOf(placed, "happened", { from: 0, to: PLOT });
  const rating = post.claim?.rating;
  // A mark takes the place of the first strokes.
  const shift = rating ? 20 : 0;
  return (
    <g transform={`translate(${NAMES} ${y + 3})`}>
      {strokes && (
        <g transform={`translate(${Math.round(place.from) + shift} 0)`}>
          <path className="hatch" d={strokes.hatch + strokes.faint} />
          {strokes.even && <path className="even" d={`M${strokes.even[0]} 5H${strokes.even[1]}`} />}
          {strokes.firm && <path className="firm" d={strokes.firm} />}
        </g>
      )}
      {post.kind === "silence" && (
        <path className="dots" d={`M${place.from + 2} 5H${Math.min(place.to, PLOT)}`} />
      )}
      {rating && (
        // biome-ignore lint/a11y/noSvgWithoutTitle: inside a picture that is hidden as a whole
        <svg
          className={`v-${ratingSlug(rating)} mark`}
          x={place.x}
          y={-1}
          width="13"
          height="13"
          viewBox="0 0 16 16"
        >
          <use href={`#m-${ratingSlug(rating)}`} />
        </svg>
      )}
    </g>
  );
}
