/**
 * The posts in order, as a document: whole without script, in print and for a screen reader. Under 44rem it is the
 * timeline. Both dates are in it; with script on, the screen shows the one of the chosen clock.
 */

import { LineEnd } from "@/components/core/rating/line-end.tsx";
import { RatingWord } from "@/components/core/rating/rating-word.tsx";
import { Prose } from "@/components/core/ui/prose.tsx";
import { href, type Locale } from "@/lib/core/language/language.ts";
import type { Clock, Post, Timeline } from "@/lib/record/timeline/timeline.ts";
import type { Prepared, PreparedPost } from "@/lib/record/timeline/timeline-prepared.ts";
import { fill } from "./timeline-fill.ts";
import { postHref } from "./timeline-href.ts";
import { Precision } from "./timeline-legend.tsx";
import { Mark } from "./timeline-signs.tsx";
import type { TimelineWords } from "./timeline-words.ts";

/** `datetime` takes only what HTML can say: a year, a month, a day or an instant. */
const machineDate = (edtf: string | null): string | undefined =>
  edtf && /^\d{4}(-(0[1-9]|1[0-2])(-\d\d(T.+)?)?)?$/.test(edtf) ? edtf : undefined;

function When({ post, clock, words }: { post: PreparedPost; clock: Clock; words: TimelineWords }) {
  const span = post.spans[clock];
  const date = machineDate(post[clock].edtf);
  return (
    <p className={`when ${clock}`}>
      {post.kind === "silence" ? null : (
        <Precision start={span.startEdge} end={span.endEdge} point={span.point} />
      )}
      <span>
        <span className="clock">{clock === "known" ? words.couldBeKnown : words.didHappen} </span>
        {date ? <time dateTime={date}>{post[clock].words}</time> : <Prose text={post[clock].words} />}
      </span>
    </p>
  );
}

interface ItemProps {
  readonly post: PreparedPost;
  /** As the record has it, with what the picture does not need. */
  readonly full: Post;
  readonly find: ReadonlyMap<string, PreparedPost>;
  readonly words: TimelineWords;
  readonly locale: Locale;
  /** Its place in the order. */
  readonly n: number;
}

function Item({ post, full, find, words, locale, n }: ItemProps) {
  const { claim } = post;
  const ties = post.relations.flatMap(({ kind, to }) => {
    const other = find.get(to);
    return other ? [{ kind, other }] : [];
  });
  const claimHref = claim ? href(locale, `/claims/${claim.slug}`) : "";
  return (
    <li id={post.id} className={post.kind === "silence" ? "quietspan" : undefined}>
      <div className="pin">
        {claim ? <Mark rating={claim.rating} /> : post.kind === "silence" ? <b /> : <i />}
      </div>
      <div className="entry">
        <div className="dates">
          <When post={post} clock="happened" words={words} />
          <When post={post} clock="known" words={words} />
        </div>
        <div className="mid">
          <h3 className="who">
            <Prose text={full.attribution} />
          </h3>
          <p className="what">
            {claim ? (
              <a className="claim quiet" href={claimHref}>
                <Prose text={post.text} />
              </a>
            ) : (
              <Prose text={post.text} />
            )}
          </p>
          {full.note ? (
            <p className="note">
              <Prose text={full.note} />
            </p>
          ) : null}
        </div>
        <div className="ties">
          {claim?.rating ? (
            <p className="tie rate">
              <RatingWord rating={claim.rating} locale={locale} />
            </p>
          ) : null}
          {ties.length > 0 ? (
            <p className="tie">
              {ties.map(({ kind, other }) => (
                <span key={`${kind} ${other.id}`}>
                  <LineEnd kind={kind} /> {words.relation[kind]}{" "}
                  <a className="quiet" href={postHref(other.id)} data-post={other.id} data-far="">
                    {other.claim ? (
                      fill(words.claimNumber, { n: other.claim.number })
                    ) : (
                      <Prose text={other.short} />
                    )}
                  </a>
                </span>
              ))}
            </p>
          ) : null}
          <p className="adr">
            <a className="quiet" href={postHref(post.id)} data-post={post.id} data-read="">
              {fill(words.post, { n })}
            </a>
          </p>
        </div>
        {full.conclusion || full.quote ? (
          <details className="more">
            <summary>{words.more}</summary>
            {full.conclusion ? (
              <p>
                <Prose text={full.conclusion} />
              </p>
            ) : null}
            {full.quote ? (
              <div className="quoted">
                <p className="words">
                  <q className="said" lang={full.quote.language}>
                    <Prose text={full.quote.words} />
                  </q>
                </p>
                <p className="fine">
                  <Prose text={full.quote.where} />
                </p>
              </div>
            ) : null}
            {claim ? (
              <p className="ui">
                <a href={claimHref}>{words.toClaim}</a>
              </p>
            ) : null}
          </details>
        ) : null}
      </div>
    </li>
  );
}

export interface TimelineListProps {
  readonly timeline: Timeline;
  readonly prepared: Prepared;
  readonly words: TimelineWords;
  readonly locale: Locale;
  /** "§ 4" before the heading. */
  readonly par?: string;
  readonly id?: string;
}

export function TimelineList({ timeline, prepared, words, locale, par, id = "in-order" }: TimelineListProps) {
  const find = new Map(prepared.posts.map((post) => [post.id, post]));
  return (
    <section className="row tl-list" aria-labelledby={id}>
      <div className="label">
        <h2 id={id}>
          {par ? <span className="par">{par}</span> : null} {words.listHeading}
        </h2>
        <p>{fill(words.listNote, { total: prepared.posts.length })}</p>
      </div>
      <ol className="wide spine" data-clock="happened">
        {timeline.posts.map((full, index) => {
          const post = find.get(full.id);
          return post ? <Item key={full.id} {...{ post, full, find, words, locale }} n={index + 1} /> : null;
        })}
      </ol>
    </section>
  );
}
