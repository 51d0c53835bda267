/**
 * Clock, zoom and filters, from the server: native inputs whose names are the address's parameters. What they do is
 * timeline-bench.tsx's. They work with keyboard, voice and high contrast as they are.
 */
import { RATINGS, ratingSlug } from "@/lib/core/rating/rating.ts";
import { POST_KINDS } from "@/lib/record/timeline/timeline-filter.ts";
import type { Prepared } from "@/lib/record/timeline/timeline-prepared.ts";
import type { TimelineWords } from "./timeline-words.ts";

interface ChoiceProps {
  /** Its parameter. */
  readonly param: "party" | "kind" | "rating";
  readonly name: string;
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
}

function Choice({ param, name, all, options }: ChoiceProps) {
  return (
    <details className="filter" name="tl-filter">
      <summary className="pick" data-name={name} data-all={all}>
        {all}
      </summary>
      <fieldset>
        <legend className="away">{name}</legend>
        {options.map((option) => (
          <label key={option.value}>
            <input type="checkbox" name={param} value={option.value} />
            {option.name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

export function TimelineControls({ prepared, words }: { prepared: Prepared; words: TimelineWords }) {
  const kinds = POST_KINDS.filter((kind) => prepared.posts.some((post) => post.kind === kind));
  const ratings = RATINGS.filter((rating) => prepared.posts.some((post) => post.claim?.rating === rating));
  return (
    <>
      <fieldset className="choice">
        <legend>{words.clock}</legend>
        {(["happened", "known"] as const).map((value) => (
          <span key={value}>
            <input
              type="radio"
              name="clock"
              id={`tl-${value}`}
              value={value}
              defaultChecked={value === "happened"}
            />
            <label htmlFor={`tl-${value}`}>{words[value]}</label>
          </span>
        ))}
      </fieldset>
      <fieldset className="scale-set">
        <legend>{words.zoom}</legend>
        <span className="steps">
          <button
            type="button"
            className="step"
            aria-label={words.zoomOut}
            data-zoom="0.5"
            aria-disabled="true"
          >
            −
          </button>
          <button type="button" className="step" aria-label={words.zoomIn} data-zoom="2">
            +
          </button>
        </span>
        <button type="button" className="pick" data-whole="" aria-disabled="true">
          {words.whole}
        </button>
        <button
          type="button"
          className="pick"
          data-unfold=""
          aria-pressed={false}
          hidden={!prepared.stretches.happened.some(({ empty }) => empty)}
        >
          {words.emptyYears}
        </button>
      </fieldset>
      <fieldset className="filters">
        <legend>{words.show}</legend>
        <Choice
          param="party"
          name={words.parties}
          all={words.all.parties}
          options={prepared.lanes.map(({ id, name }) => ({ value: id, name }))}
        />
        <Choice
          param="kind"
          name={words.kinds}
          all={words.all.kinds}
          options={kinds.map((value) => ({ value, name: words.kind[value] }))}
        />
        {ratings.length > 0 ? (
          <Choice
            param="rating"
            name={words.ratings}
            all={words.all.ratings}
            options={ratings.map((value) => ({ value: ratingSlug(value), name: words.rating[value] }))}
          />
        ) : null}
      </fieldset>
      <a className="push" href="#timeline" data-link="">
        {words.linkToView}
      </a>
    </>
  );
}
