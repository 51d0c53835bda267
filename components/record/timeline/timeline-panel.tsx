"use client";
/**
 * What is chosen, in the window beside the picture or over its lower edge; at rest, how to begin. Its text is the list's
 * own entry, copied: so the browser is sent each text once, and the two cannot say different things.
 */
import { Fragment, type KeyboardEvent, type ReactNode, type Ref, useLayoutEffect, useRef } from "react";
import { LineEnd } from "@/components/core/rating/line-end.tsx";
import type { Clock } from "@/lib/record/timeline/timeline.ts";
import type { Prepared, PreparedPost } from "@/lib/record/timeline/timeline-prepared.ts";
import { fill } from "./timeline-fill.ts";
import { postHref } from "./timeline-href.ts";
import { TimelineMini } from "./timeline-mini.tsx";
import { TimelineShare } from "./timeline-share.tsx";
import type { TimelineWords } from "./timeline-words.ts";

interface PanelProps {
  readonly ref: Ref<HTMLElement>;
  readonly post: PreparedPost | undefined;
  /** The posts shown, in order. */
  readonly posts: readonly PreparedPost[];
  readonly prepared: Prepared;
  readonly clock: Clock;
  readonly reading: boolean;
  readonly words: TimelineWords;
  readonly legend: ReactNode;
  readonly onRead: () => void;
  readonly onClose: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function TimelinePanel({
  ref,
  post,
  posts,
  reading,
  words,
  legend,
  onRead,
  onClose,
  onKeyDown,
  ...picture
}: PanelProps) {
  return (
    <aside
      className={post ? "panel" : "panel rest"}
      ref={ref}
      aria-label={words.selected}
      onKeyDown={onKeyDown}
    >
      {post ? (
        <Chosen {...{ post, posts, reading, words, onRead, onClose, ...picture }} />
      ) : (
        <div className="begin">
          <p>{fill(words.inOrder, { total: posts.length })}</p>
          <p>
            <button type="button" className="button" onClick={onRead}>
              {words.read}
            </button>
          </p>
          <p className="fine">{words.orChoose}</p>
        </div>
      )}
      {legend}
    </aside>
  );
}

type ChosenProps = Omit<PanelProps, "ref" | "legend" | "onKeyDown" | "post"> & {
  readonly post: PreparedPost;
};

function Chosen({ post, posts, reading, prepared, clock, words, onRead, onClose }: ChosenProps) {
  const place = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const index = posts.indexOf(post);
  // Nothing is chosen before the page is alive.
  const page = location.href.split(/[?#]/)[0];
  useLayoutEffect(() => {
    const entry = document.getElementById(post.id)?.querySelector(".entry")?.cloneNode(true);
    if (!(entry instanceof Element)) return;
    entry.querySelector("details")?.setAttribute("open", "");
    place.current?.replaceChildren(entry);
    place.current?.closest(".panel")?.scrollTo({ top: 0 });
    // On a phone what is read takes the place of the list: the page follows it.
    if (reading && matchMedia("(max-width: 43.99rem)").matches) top.current?.scrollIntoView();
  }, [post.id, reading]);
  const step = (to: PreparedPost | undefined, word: string, first: boolean) => (
    <a
      className={first ? "button second" : "button"}
      href={to ? postHref(to.id) : undefined}
      data-post={to?.id}
      aria-disabled={to ? undefined : true}
    >
      {word}
    </a>
  );
  return (
    <div className="post" ref={top}>
      <p className="top">
        <span className="tab heading" tabIndex={-1}>
          {index < 0 ? words.selected : fill(words.position, { n: index + 1, total: posts.length })}
        </span>
        <button type="button" className="linkish" onClick={onClose}>
          {reading ? words.stopReading : words.close}
        </button>
      </p>
      <p className="nav">
        {step(posts[index - 1], words.previous, true)}
        {step(posts[index + 1], words.next, false)}
      </p>
      {reading ? <TimelineMini {...{ post, posts, prepared, clock, words }} /> : null}
      <Progress index={index} total={posts.length} />
      <div className="body" ref={place} />
      <Incoming post={post} posts={prepared.posts} words={words} />
      {reading ? null : (
        <p className="after">
          <button type="button" className="linkish" onClick={onRead}>
            {words.readFromHere}
          </button>
        </p>
      )}
      {/* What was said of the last one is not said of this. */}
      <TimelineShare key={post.id} title={post.text} url={`${page}${postHref(post.id)}`} words={words} />
    </div>
  );
}

/** What others have to do with the post: the list says it at each of them. */
function Incoming({
  post,
  posts,
  words,
}: {
  readonly post: PreparedPost;
  readonly posts: readonly PreparedPost[];
  readonly words: TimelineWords;
}) {
  const ties = posts.flatMap((other) =>
    other.relations.filter(({ to }) => to === post.id).map(({ kind }) => ({ kind, other })),
  );
  return (
    <>
      {[...Map.groupBy(ties, ({ kind }) => kind)].map(([kind, same]) => (
        <p className="tie incoming" key={kind}>
          <LineEnd kind={kind} />
          <span>
            {same.map(({ other }, i) => (
              <Fragment key={other.id}>
                {i > 0 ? ", " : ""}
                <a className="quiet" href={postHref(other.id)} data-post={other.id}>
                  {other.claim ? other.label.number : other.short}
                </a>
              </Fragment>
            ))}{" "}
            {fill(words.toThis, { relation: words.relation[kind] })}
          </span>
        </p>
      ))}
    </>
  );
}

/** How far one has come: a stroke for each post, or a line when they are many. */
function Progress({ index, total }: { readonly index: number; readonly total: number }) {
  const width = 280;
  const step = total > 1 ? (width - 2) / (total - 1) : 0;
  const strokes = (from: number, to: number, y: number, height: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, i) => `M${1 + step * (from + i)} ${y}v${height}`).join(
      "",
    );
  const many = total > 60;
  return (
    <svg className="progress" viewBox={`0 0 ${width} 14`} preserveAspectRatio="none" aria-hidden="true">
      <path d={many ? `M0 7H${width}` : strokes(index + 1, total, 4, 6)} />
      <path
        className="done"
        d={many ? `M0 7H${(width * (index + 1)) / total}` : strokes(0, index + 1, 2, 10)}
      />
    </svg>
  );
}
