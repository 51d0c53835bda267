"use client";
/** The drawing: axis, lanes, arcs, posts, stacks. Only what the layout found in the window. */
import { memo } from "react";
import type { BorderPost, Layout, PlacedPost } from "@/lib/record/timeline/timeline-layout.ts";
import type { Stack } from "@/lib/record/timeline/timeline-plan.ts";
import { rough } from "@/lib/record/timeline/timeline-text.ts";
import { fill } from "./timeline-fill.ts";
import { markName } from "./timeline-signs.tsx";
import type { TimelineWords } from "./timeline-words.ts";

/** More than this in a stack are a column and a number. */
const MOST_TICKS = 8;
/** From the top of a row. */
const BASE = 20;
const STROKES = 30;

const FONT_CLASS = { claim: "c", event: "e", fine: "q", number: "n", lane: "t" } as const;

export const postHref = (id: string) => `?select=${encodeURIComponent(id)}#${encodeURIComponent(id)}`;
export const plotId = (id: string) => `tl-post-${id}`;

interface PostProps {
  /** Who said it is left out where it would run over the right edge. */
  readonly by: boolean;
  /** All of `placed` that is drawn, relative to its bound: while this is the same, only its place has changed. */
  readonly shape: string;
  readonly placed: PlacedPost;
  readonly words: TimelineWords;
  readonly lane: string;
  readonly selected: boolean;
  readonly cursor: boolean;
  readonly known: boolean;
}

const shapeOf = ({
  x,
  side,
  labelX,
  markX,
  left,
  right,
  strokes,
  strokesX,
  even,
  dots,
  ghost,
}: PlacedPost): string =>
  [
    side,
    labelX - x,
    markX - x,
    left - x,
    right - x,
    strokes?.hatch,
    strokesX - x,
    even,
    dots?.map((d) => d - x),
    ghost && [ghost.x - x, ghost.labelX - x, ghost.ends],
  ].join();

function PostDrawing({ placed: p, by, words, lane, selected, cursor, known }: PostProps) {
  const { post } = p;
  const { label } = post;
  const rating = post.claim ? post.claim.rating : null;
  // Everything inside is relative to the bound, so that panning changes one attribute.
  const at = (x: number) => x - p.x;
  const mark = at(p.side === "clamped" ? p.labelX : p.markX);
  const shift = at(p.labelX) - (p.side === "left" ? label.head : 0);
  const date = known ? post.known.words : post.happened.words;
  const said = post.by && !(label.by && by) ? `${post.by}, ` : "";
  // The name begins with what is seen, so that it can be spoken to; the spaces after the pieces are for the same reason.
  const seen = [p.ghost && label.ghost, label.number, label.text, by && label.by].filter(Boolean).join(" ");
  const name = `${seen}. ${lane}: ${said}${post.text} ${date}${rating ? `, ${words.rating[rating]}` : ""}`;
  return (
    <a
      id={plotId(post.id)}
      href={postHref(post.id)}
      data-post={post.id}
      className={selected ? "it sel" : "it"}
      aria-label={name}
      aria-current={selected ? "true" : undefined}
      tabIndex={-1}
    >
      <rect
        className={selected ? "selbox" : "hit"}
        x={at(p.left) - 6}
        width={Math.max(24, p.right - p.left + 12)}
        height="44"
      />
      {cursor ? (
        <rect
          className="cursor"
          x={at(p.left) - 4.5}
          y="1.5"
          width={Math.max(24, p.right - p.left + 9)}
          height="41"
        />
      ) : null}
      {p.ghost ? (
        <>
          <path className="ghost" d={`M${at(p.ghost.x) + 0.5} ${STROKES}v10`} />
          <path
            className="lag"
            d={`M${at(p.ghost.x) + 1} ${STROKES + 5.5}H-9M-14 ${STROKES + 1}l5 4.5l-5 4.5`}
          />
          <text
            className="g"
            x={at(p.ghost.labelX)}
            y={p.ghost.ends ? STROKES + 10 : BASE + 3}
            textAnchor={p.ghost.ends ? "end" : undefined}
          >
            {`${label.ghost} `}
          </text>
        </>
      ) : null}
      {p.strokes ? (
        <g transform={`translate(${at(p.strokesX)} ${STROKES})`}>
          <path className="hatch" d={p.strokes.hatch} />
          {p.even ? <path className="even" d={`M${p.even[0]} 5H${p.even[1]}`} /> : null}
          {p.strokes.firm ? <path className="firm" d={p.strokes.firm} /> : null}
        </g>
      ) : p.dots ? (
        <path className="dots" d={`M${at(p.dots[0]) + 2} ${STROKES + 5}H${at(p.dots[1])}`} />
      ) : post.kind === "silence" ? null : (
        <path className="point" d={`M0.5 ${STROKES - 3}v16`} />
      )}
      {p.side === "clamped" && post.kind !== "silence" ? (
        <path className="chev" d={`M${at(p.labelX) - 6} 9.5l-5 5.5l5 5.5`} />
      ) : null}
      {post.claim ? (
        <>
          <use
            className={`mark v-${markName(rating)}`}
            href={`#m-${markName(rating)}`}
            x={mark}
            y="8"
            width="14"
            height="14"
          />
          <text className="n" x={shift + label.head} y={BASE}>
            {`${label.number} `}
          </text>
        </>
      ) : post.kind === "silence" ? null : (
        <path className="bar" d={`M${mark + 1.5} 8v14`} />
      )}
      <text className={FONT_CLASS[label.font]} x={shift + label.textX} y={BASE}>
        {label.by && by ? `${label.text} ` : label.text}
        {label.by && by ? (
          <tspan className="by" dx="4">
            {label.by}
          </tspan>
        ) : null}
      </text>
    </a>
  );
}

const Post = memo(
  PostDrawing,
  (a, b) =>
    a.shape === b.shape &&
    a.by === b.by &&
    a.selected === b.selected &&
    a.cursor === b.cursor &&
    a.known === b.known &&
    a.placed.post === b.placed.post,
);

interface StackProps {
  readonly stack: Stack;
  readonly width: number;
  readonly words: TimelineWords;
  readonly day: (moment: number) => string;
}

const StackOfPosts = memo(function StackOfPosts({ stack, width, words, day }: StackProps) {
  const n = stack.ids.length;
  const middle = Math.round(width / 2);
  const name = fill(words.stack, { n, from: day(stack.from), to: day(stack.to - 1) });
  return (
    <a
      className="it pile"
      href={`?from=${day(stack.from)}&to=${day(stack.to - 1)}`}
      data-from={stack.from}
      data-to={stack.to}
      aria-label={name}
      tabIndex={-1}
    >
      <rect className="hit" width={Math.max(24, width)} height="44" />
      {n > MOST_TICKS ? (
        <>
          <path className="column" d={`M${middle} 41v-24`} />
          <text className="ax" x={middle} y="12" textAnchor="middle">
            {n}
          </text>
        </>
      ) : (
        <path className="ticks" d={`M${middle} 41v-${n * 4 - 2}`} />
      )}
    </a>
  );
});

function Border({ entry, width }: { entry: BorderPost; width: number }) {
  const { post, side, top, text } = entry;
  const right = side === "right";
  const wide = rough(text, "event") + 28;
  return (
    <g transform={`translate(${right ? width : 0} ${top})`}>
      <a className="it" href={postHref(post.id)} data-post={post.id} data-far="" tabIndex={-1}>
        <rect className="hit" x={right ? -wide : 0} width={wide} height="32" />
        <text className="e" x={right ? -20 : 20} y={BASE} textAnchor={right ? "end" : undefined}>
          {text}
        </text>
        <path className="chev" d={right ? "M-12 10l6 5.5l-6 5.5" : "M12 10l-6 5.5l6 5.5"} />
      </a>
    </g>
  );
}

export interface PlotProps {
  readonly layout: Layout;
  readonly width: number;
  readonly words: TimelineWords;
  readonly selected: string | null;
  readonly cursor: string | null;
  readonly known: boolean;
  readonly day: (moment: number) => string;
}

export function TimelineDrawing({ layout, width, words, selected, cursor, known, day }: PlotProps) {
  const { lanes, height, ticks, arcs, flag } = layout;
  const names = new Map(lanes.map((lane) => [lane.id, lane.names.join(" ")]));
  const concerns = (arc: (typeof arcs)[number]) => arc.from === selected || arc.to === selected;
  const flagWide = flag ? rough(flag.words, "number") + 14 : 0;
  const flagX = flag ? Math.min(flag.x, width - flagWide) : 0;
  // The chosen post is drawn last: its marker lies under nothing.
  const order = [...layout.posts].sort(
    (a, b) => Number(a.post.id === selected) - Number(b.post.id === selected),
  );
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick.at}>
          <path className="month" d={`M${tick.x + 0.5} 24V${height}`} />
          <text className="ax" x={tick.x} y="16">
            {tick.label}
          </text>
        </g>
      ))}
      {[...lanes.map((lane) => lane.y), height].map((y) => (
        <path key={y} className="lane" d={`M0 ${y + 0.5}H${width}`} />
      ))}
      <g className="arcs">{arcs.map((arc) => (concerns(arc) ? null : <path key={arc.key} d={arc.d} />))}</g>
      {layout.stacks.map((s) => (
        <g key={`${s.stack.lane} ${s.stack.from}`} transform={`translate(${s.x} ${s.top})`}>
          <StackOfPosts stack={s.stack} width={s.width} words={words} day={day} />
        </g>
      ))}
      {layout.border.map((entry) => (
        <Border key={entry.post.id} entry={entry} width={width} />
      ))}
      {layout.earlier > 0 ? (
        <text className="q" x="4" y="44">
          ‹ {fill(words.earlier, { n: layout.earlier })}
        </text>
      ) : null}
      {layout.later > 0 ? (
        <text className="q" x={width - 4} y="44" textAnchor="end">
          {fill(words.later, { n: layout.later })} ›
        </text>
      ) : null}
      {flag ? <path className="pole" d={`M${flag.x + 0.5} 28V${flag.bottom}`} /> : null}
      {order.map((placed) => (
        <g key={placed.post.id} transform={`translate(${placed.x} ${placed.top})`}>
          <Post
            placed={placed}
            shape={shapeOf(placed)}
            by={placed.side !== "right" || placed.labelX + placed.post.label.width <= width}
            words={words}
            lane={names.get(placed.post.lane) ?? ""}
            selected={placed.post.id === selected}
            cursor={placed.post.id === cursor}
            known={known}
          />
        </g>
      ))}
      {flag ? (
        <g className="flag">
          {flag.words ? <rect x={flagX} y="28" width={flagWide} height="21" /> : null}
          <text x={flagX + 7} y="43">
            {flag.words}
          </text>
        </g>
      ) : null}
      <g className="arcs on">
        {arcs.filter(concerns).map((arc) => (
          <g key={arc.key}>
            <path d={arc.d} />
            <text className="rel" x={arc.wordX} y={arc.wordY} textAnchor={arc.wordEnds ? "end" : undefined}>
              {words.relation[arc.kind]} {arc.number}
            </text>
          </g>
        ))}
      </g>
    </>
  );
}
