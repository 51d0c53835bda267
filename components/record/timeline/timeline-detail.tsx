"use client";
/**
 * The selected post, read out under the picture. Its text is the list's own entry, copied: so the browser is sent each
 * text once, and the two cannot say different things.
 */
import { useLayoutEffect, useRef } from "react";
import type { PreparedPost } from "@/lib/record/timeline/timeline-prepared.ts";
import { fill } from "./timeline-fill.ts";
import { postHref } from "./timeline-plot.tsx";
import type { TimelineWords } from "./timeline-words.ts";

interface DetailProps {
  readonly post: PreparedPost;
  /** The posts shown, in order. */
  readonly posts: readonly PreparedPost[];
  readonly words: TimelineWords;
}

export function TimelineDetail({ post, posts, words }: DetailProps) {
  const place = useRef<HTMLDivElement>(null);
  const index = posts.indexOf(post);
  const step = (to: PreparedPost | undefined, word: string) =>
    to ? (
      <a href={postHref(to.id)} data-post={to.id} data-far="">
        {word}
      </a>
    ) : null;
  useLayoutEffect(() => {
    const entry = document.getElementById(post.id)?.querySelector(".entry")?.cloneNode(true);
    if (!(entry instanceof Element)) return;
    entry.querySelector("details")?.setAttribute("open", "");
    place.current?.replaceChildren(entry);
  }, [post.id]);
  return (
    <section className="row detail" aria-label={words.selected}>
      <div className="label">
        <p>
          <span className="tab">{words.selected}</span>
        </p>
        {index < 0 ? null : <p>{fill(words.position, { n: index + 1, total: posts.length })}</p>}
        <p className="nav">
          {step(posts[index - 1], words.previous)} {step(posts[index + 1], words.next)}
        </p>
        <p className="nav">
          <a href={`#${post.id}`}>{words.toList}</a>
        </p>
      </div>
      <div className="wide" ref={place} />
    </section>
  );
}
