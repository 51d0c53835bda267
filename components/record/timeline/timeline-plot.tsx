"use client";
/** The drawing: axis, lanes, lines, posts, counted posts. Places are those of the layout, from the start of the axis. */
import { memo } from "react";
import type { Clock } from "@/lib/record/timeline/timeline.ts";
import { lengthOf } from "@/lib/record/timeline/timeline-axis.ts";
import { AXIS, type Layout, type PlacedBin, ROW } from "@/lib/record/timeline/timeline-layout.ts";
import type { Line, Seat } from "@/lib/record/timeline/timeline-lines.ts";
import type { Level } from "@/lib/record/timeline/timeline-place.ts";
import { type Strokes, strokesOf } from "@/lib/record/timeline/timeline-strokes.ts";
import { rough } from "@/lib/record/timeline/timeline-text.ts";
import { fill } from "./timeline-fill.ts";
import { postHref } from "./timeline-href.ts";
import { markName } from "./timeline-signs.tsx";
import type { TimelineWords } from "./timeline-words.ts";

/** More than this in a column are a solid one and a number. */
const MOST_TICKS = 12;
/** From the top of a row. */
const BASE = 13.5;
const STROKES = 20;
/** The line under the names of the months. */
const AXIS_LINE = AXIS - 14.5;

const FONT_CLASS = { claim: "c", event: "e", fine: "q", number: "n", lane: "t" } as const;

export const plotId = (id: string) => `tl-post-${id}`;

/** Whether a post is the chosen one, under the pointer or the keyboard's, and not yet come to. */
interface Standing {
  readonly selected: boolean;
  readonly cursor: boolean;
  readonly hovered: boolean;
  /** Read post by post: this one comes later. */
  readonly later: boolean;
}

interface PostProps extends Standing {
  readonly seat: Seat;
  readonly clock: Clock;
  readonly level: Level;
  readonly strokes: Strokes | null;
  readonly words: TimelineWords;
  readonly lane: string;
  /** A label whose mark has left the window rests at its edge while its time goes on. */
  readonly shift: number;
}

const halfPixel = (x: number) => Math.round(x) + 0.5;

function Time({
  seat,
  clock,
  strokes,
  later,
  level,
}: Pick<PostProps, "seat" | "clock" | "strokes" | "later" | "level">) {
  const { post, place } = seat;
  const start = place.from - place.x;
  if (post.kind === "silence")
    return <path className="dots" d={`M2 ${STROKES + 5}H${Math.max(8, place.to - place.x)}`} />;
  return (
    <>
      {place.since === null ? null : (
        <>
          <path className="ghost" d={`M${halfPixel(place.since - place.x)} ${STROKES}v10`} />
          <path
            className="lag"
            d={`M${place.since - place.x + 3} ${STROKES + 5.5}H-6M-10 ${STROKES + 2}l5 3.5l-5 3.5`}
          />
        </>
      )}
      {strokes ? (
        <g transform={`translate(${Math.round(start)} ${STROKES})`}>
          <path className="hatch" d={strokes.hatch} />
          {strokes.even ? <path className="even" d={`M${strokes.even[0]} 5H${strokes.even[1]}`} /> : null}
          {strokes.faint ? <path className="hatch faint" d={strokes.faint} /> : null}
          {strokes.faintest ? <path className="hatch faintest" d={strokes.faintest} /> : null}
          {strokes.firm ? <path className="firm" d={strokes.firm} /> : null}
          {strokes.heads ? <path className="head" d={strokes.heads} /> : null}
        </g>
      ) : null}
      {post.spans[clock].point && (post.claim || later || level !== "words") ? (
        <path className="point" d={`M0.5 ${STROKES - 2}v14`} />
      ) : null}
    </>
  );
}

function Mark({ seat, clock }: Pick<PostProps, "seat" | "clock">) {
  const { post, place } = seat;
  const span = post.spans[clock];
  const left = place.left ? -1 : 0;
  if (post.claim) {
    const name = markName(post.claim.rating);
    return (
      <use className={`mark v-${name}`} href={`#m-${name}`} x={left * 13 - 1} y="2" width="13" height="13" />
    );
  }
  if (post.kind === "silence") return null;
  if (span.loose && span.start === null) return <path className="chev" d="M-5 5l4.5 4l-4.5 4" />;
  return <rect className="bar" x={left * 3} y="2" width="3" height={span.point ? 28 : 13} />;
}

function PostDrawing({
  seat,
  clock,
  level,
  strokes,
  words,
  lane,
  shift,
  selected,
  cursor,
  hovered,
  later,
}: PostProps) {
  const { post, place } = seat;
  const { label } = post;
  const rating = post.claim ? post.claim.rating : null;
  const inWords = level === "words" && !later;
  // Everything inside is relative to the mark, so that zooming changes one attribute of it.
  const labelX = place.left ? place.labelX - place.x : 0;
  const text = labelX - (place.left ? label.head : 0);
  // One without room on either side stands before its mark.
  const moved = shift + (place.left ? 0 : Math.round(place.labelX - place.x));
  const date = post[clock].words;
  const said = post.by && !place.by ? `${post.by}, ` : "";
  // The name begins with what is seen, so that it can be spoken to; the spaces after the pieces are for the same reason.
  const seen = [label.number, label.text, place.by && label.by].filter(Boolean).join(" ");
  const name = `${seen}. ${lane}: ${said}${post.text} ${date}${rating ? `, ${words.rating[rating]}` : ""}`;
  const box = { x: Math.min(labelX, 0) - 6, width: (inWords ? place.labelWidth : 16) + 12 };
  return (
    <a
      id={plotId(post.id)}
      href={postHref(post.id)}
      data-post={post.id}
      className={`it${selected ? " sel" : ""}${later ? " later" : ""}${hovered ? " hov" : ""}`}
      aria-label={name}
      aria-current={selected ? "true" : undefined}
      tabIndex={-1}
    >
      {selected ? null : <Time {...{ seat, clock, strokes, later, level }} />}
      <g transform={moved === 0 ? undefined : `translate(${moved})`}>
        <rect
          className={selected ? "selbox" : "hit"}
          x={box.x}
          y="-3"
          width={Math.max(24, box.width)}
          height={ROW}
        />
        {cursor ? (
          <rect
            className="cursor"
            x={box.x + 1.5}
            y="-1.5"
            width={Math.max(21, box.width - 3)}
            height={ROW - 3}
          />
        ) : null}
        {later ? null : <Mark seat={seat} clock={clock} />}
        {inWords ? (
          <>
            {label.number ? (
              <text className="n" x={text + label.head} y={BASE}>
                {`${label.number} `}
              </text>
            ) : null}
            <text className={FONT_CLASS[label.font]} x={text + label.textX} y={BASE}>
              {place.by ? `${label.text} ` : label.text}
              {place.by ? (
                <tspan className="by" dx="4">
                  {label.by}
                </tspan>
              ) : null}
            </text>
          </>
        ) : null}
      </g>
      {selected ? <Time {...{ seat, clock, strokes, later, level }} /> : null}
    </a>
  );
}

const shapeOf = ({ place }: Seat) =>
  [
    place.left,
    place.labelX - place.x,
    place.labelWidth,
    place.by,
    place.from - place.x,
    place.to - place.x,
    place.since && place.since - place.x,
  ].join();

const Post = memo(PostDrawing, (a, b) => {
  const { seat: was, strokes: _, ...before } = a;
  const { seat: is, strokes: __, ...after } = b;
  return (
    was.post === is.post &&
    shapeOf(was) === shapeOf(is) &&
    a.strokes?.hatch === b.strokes?.hatch &&
    a.strokes?.faint === b.strokes?.faint &&
    a.strokes?.faintest === b.strokes?.faintest &&
    (Object.keys(before) as (keyof typeof before)[]).every((key) => before[key] === after[key])
  );
});

interface BinProps {
  readonly bin: PlacedBin;
  readonly words: TimelineWords;
  readonly lane: string;
  readonly day: (moment: number) => string;
}

const Counted = memo(function Counted({ bin, words, lane, day }: BinProps) {
  const n = bin.ids.length;
  const name = fill(words.stack, { n, lane, from: day(bin.from), to: day(bin.to - 1) });
  const number = String(n);
  return (
    <a
      className="it pile"
      href={`?from=${day(bin.from)}&to=${day(bin.to - 1)}`}
      data-from={bin.from}
      data-to={bin.to}
      aria-label={name}
      tabIndex={-1}
    >
      <rect className="hit" x={bin.x - 4} y={bin.y - 42} width={Math.max(24, bin.width + 8)} height="50" />
      {n > MOST_TICKS ? (
        <>
          <rect className="column" x={bin.x} y={bin.y - 37} width={bin.width} height="37" />
          {bin.width >= rough(number, "fine") - 2 ? (
            <text className="ax" x={bin.x + bin.width / 2} y={bin.y - 40} textAnchor="middle">
              {number}
            </text>
          ) : null}
        </>
      ) : (
        <path
          className="ticks"
          d={Array.from({ length: n }, (_, i) => `M${bin.x} ${bin.y - 1.5 - i * 3}h${bin.width}`).join("")}
        />
      )}
    </a>
  );
});

/** The words of a line: whose it is, and what it does. */
function lineWords({ from, kind }: Line, shown: (id: string) => boolean, words: TimelineWords): string {
  const numbers = from.filter(({ post }) => shown(post.id)).flatMap(({ post }) => post.label.number || []);
  return [numbers.join(", "), words.relation[kind]].filter(Boolean).join(" ");
}

function LineWords({
  line,
  on,
  shown,
  words,
}: {
  line: Line;
  on: boolean;
  shown: (id: string) => boolean;
  words: TimelineWords;
}) {
  const text = lineWords(line, shown, words);
  const { x, y, room, ends } = line.words;
  if (!on && room < rough(text, "fine")) return null;
  return (
    <text className={on ? "rel on" : "rel"} x={x} y={y} textAnchor={ends ? "end" : undefined}>
      {text}
    </text>
  );
}

export interface WorldProps {
  readonly layout: Layout;
  readonly clock: Clock;
  readonly words: TimelineWords;
  /** What is drawn of the axis: a window and half of one on either side. */
  readonly from: number;
  readonly to: number;
  /** The left edge of the window. */
  readonly left: number;
  readonly selected: string | null;
  readonly cursor: string | null;
  readonly hovered: string | null;
  readonly isLater: (id: string) => boolean;
  readonly day: (moment: number) => string;
}

/** How far a label is moved so that it rests at the left edge, while the strokes of its post go on. */
function shiftOf({ place }: Seat, left: number): number {
  const out = left + 6 - place.labelX;
  return !place.left && out > 2 && place.to > left + 60
    ? Math.min(out, Math.max(0, place.to - place.labelX - 40))
    : 0;
}

export function World({
  layout,
  clock,
  words,
  from,
  to,
  left,
  selected,
  cursor,
  hovered,
  isLater,
  day,
}: WorldProps) {
  const names = new Map(layout.lanes.map((lane) => [lane.id, lane.name]));
  const active = (id: string) => id === selected || id === cursor || id === hovered;
  const concerns = (line: Line) => active(line.to.post.id) || line.from.some(({ post }) => active(post.id));
  const shown = (id: string) => !isLater(id);
  const lines = layout.lines.filter(
    (line) =>
      shown(line.to.post.id) &&
      line.from.some(({ post }) => shown(post.id)) &&
      (layout.linesAtRest || concerns(line)),
  );
  const seen = layout.posts.filter(({ place: { ground } }) => ground.to >= from && ground.from <= to);
  // The chosen post is drawn last: its marker lies under nothing.
  const order = [...seen].sort((a, b) => Number(a.post.id === selected) - Number(b.post.id === selected));
  return (
    <>
      <g className="arcs">
        {lines.map((line) => (
          <path key={line.key} className={concerns(line) ? "on" : undefined} d={line.path(shown)} />
        ))}
      </g>
      {layout.bins
        .filter(({ x, width }) => x + width >= from && x <= to)
        .map((bin) => (
          <Counted
            key={`${bin.lane} ${bin.from}`}
            bin={bin}
            words={words}
            lane={layout.lanes[bin.lane]?.name ?? ""}
            day={day}
          />
        ))}
      {order.map((seat) => (
        <g key={seat.post.id} transform={`translate(${Math.round(seat.place.x)} ${seat.top})`}>
          <Post
            seat={seat}
            clock={clock}
            level={layout.level}
            strokes={strokesOf(seat, clock, { from, to })}
            words={words}
            lane={names.get(seat.post.lane) ?? ""}
            shift={Math.round(shiftOf(seat, left))}
            selected={seat.post.id === selected}
            cursor={seat.post.id === cursor}
            hovered={seat.post.id === hovered}
            later={isLater(seat.post.id)}
          />
        </g>
      ))}
      <g className="arcs">
        {lines.map((line) => (
          <LineWords key={line.key} line={line} on={concerns(line)} shown={shown} words={words} />
        ))}
      </g>
    </>
  );
}

/** How long an empty stretch is, in words: "6 år och 11 månader". */
function gapWords(gap: { readonly from: number; readonly to: number }, words: TimelineWords): string {
  const { years, months } = lengthOf(gap);
  const parts = [
    years > 0 ? fill(years === 1 ? words.gap.year : words.gap.years, { n: years }) : "",
    months > 0 ? fill(months === 1 ? words.gap.month : words.gap.months, { n: months }) : "",
  ];
  return parts.filter(Boolean).join(words.gap.and);
}

/** The axis, its folds, and the lines of the lanes, which stop where the paper is cut. */
export function Ground({
  layout,
  ticks,
  words,
  width,
}: {
  readonly layout: Layout;
  readonly ticks: readonly {
    readonly at: number;
    readonly x: number;
    readonly label: string;
    readonly line: boolean;
  }[];
  readonly words: TimelineWords;
  readonly width: number;
}) {
  const { axis, lanes, height } = layout;
  const { stretches } = axis;
  const end = Math.max(axis.width, width);
  const whole = stretches.filter(({ folded }) => !folded);
  const runs = whole.map(({ x0, x1 }) => {
    const first = stretches[0]?.x0 === x0;
    const last = stretches.at(-1)?.x1 === x1;
    return { from: first ? 0 : x0, to: last ? end : x1 };
  });
  const across = (y: number) => runs.map(({ from, to }) => `M${from} ${y}H${to}`).join("");
  return (
    <>
      {ticks.map(({ at, x, label, line }) => (
        <g key={at}>
          {line ? <path className="month" d={`M${halfPixel(x)} ${AXIS - 14}V${height}`} /> : null}
          <text className="ax" x={x + 4} y={AXIS - 22}>
            {label}
          </text>
        </g>
      ))}
      <path className="axis" d={across(AXIS_LINE)} />
      {lanes.map((lane) => (
        <path key={lane.id} className="lane" d={across(lane.y + 0.5)} />
      ))}
      <path className="lane" d={`M0 ${height + 0.5}H${end}`} />
      {stretches.map(({ from, x0, x1, folded, empty }) =>
        folded && empty ? (
          <g key={from} className="fold" data-unfold="">
            <rect className="hit" x={x0} width={x1 - x0} height={AXIS - 8} />
            <path
              className="edge"
              d={`M${halfPixel(x0)} ${AXIS - 8}V${height}M${halfPixel(x1)} ${AXIS - 8}V${height}`}
            />
            <path className="cut" d={`M${x0 - 3} ${AXIS - 8}l6 -13M${x1 - 3} ${AXIS - 8}l6 -13`} />
            <text x={(x0 + x1) / 2} y="16" textAnchor="middle">
              {gapWords(empty, words)}
            </text>
            <text className="ax" x={(x0 + x1) / 2} y="32" textAnchor="middle">
              {words.gap.without}
            </text>
            <text className="unfold" x={(x0 + x1) / 2} y="48" textAnchor="middle">
              {words.gap.open}
            </text>
          </g>
        ) : null,
      )}
    </>
  );
}

/** The date of the chosen post, in words, at the axis. */
export function Flag({
  layout,
  clock,
  selected,
  left,
  width,
}: {
  layout: Layout;
  clock: Clock;
  selected: string | null;
  left: number;
  width: number;
}) {
  const seat = layout.posts.find(({ post }) => post.id === selected);
  if (!seat) return null;
  const { x } = seat.place;
  if (x < left - 6 || x > left + width) return null;
  const words = seat.post[clock].words;
  const wide = rough(words, "number") + 16;
  let at = Math.max(left + 2, Math.min(x - 2, left + width - wide - 2));
  for (const { folded, x0, x1 } of layout.axis.stretches) {
    if (folded && at < x1 && at + wide > x0 - 4) at = x < x1 ? Math.max(left + 2, x0 - wide - 8) : x1 + 2;
  }
  return (
    <g className="flag">
      <rect x={at} y={AXIS - 14} width={wide} height="19" />
      <path className="pole" d={`M${halfPixel(x)} ${AXIS - 14}v-6`} />
      <text x={at + 8} y={AXIS}>
        {words}
      </text>
    </g>
  );
}
