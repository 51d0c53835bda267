"use client";
import { useEffect, useState } from "react";
import { href, type Locale } from "@/lib/core/language/language";
import type { TextPosition } from "@/lib/intake/quote/quote";
import { findQuote } from "@/lib/intake/quote/quote-find";
import { wholeWords, writtenOut } from "@/lib/record/snapshot/snapshot-passage";
import { citeHref } from "./copy-href";
import { selectedText } from "./selection";

interface CiteProps {
  readonly copyId: string;
  readonly claims: readonly { readonly id: string; readonly label: string }[];
  /** The claim somebody came from. */
  readonly preferred: string | null;
  /** Where an e-mail repeats an older one. */
  readonly repeated: readonly TextPosition[];
  readonly locale: Locale;
  readonly words: {
    readonly title: string;
    readonly marked: string;
    readonly to: string;
    readonly go: string;
    readonly clear: string;
    readonly repeated: string;
    readonly notInText: string;
  };
}

type Marked =
  | { readonly page: number; readonly start: number; readonly end: number; readonly words: string }
  | { readonly page: number; readonly start: null };

/** A text of a page (`data-page`), or the letters laid over a picture of one (`data-layer`). */
const HOLDERS = "[data-page], [data-layer]";
/** A hand that drags asks many times a second. */
const PAUSE = 150;

/** What is selected now; null: nothing of the copy. Of several pages the first: a passage stands on one. */
function marked(): Marked | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  for (const holder of document.querySelectorAll<HTMLElement>(HOLDERS)) {
    if (!range.intersectsNode(holder)) continue;
    const { text, ...position } = selectedText(holder, range);
    const place = wholeWords(text, position);
    if (!place || position.end <= position.start) continue;
    const words = writtenOut(text, place);
    const layer = holder.dataset.layer;
    if (layer === undefined) return { page: Number(holder.dataset.page), ...place, words };
    return onPicture(Number(layer), words, place.start);
  }
  return null;
}

/** What is selected on a picture, looked for in our text of the page, near the same place. */
function onPicture(page: number, words: string, near: number): Marked {
  const text = document.querySelector(`[data-page="${page}"]`)?.textContent ?? "";
  const found = findQuote([{ number: page, text }], words, { page, start: near });
  return found ? { page, start: found.start, end: found.end, words } : { page, start: null };
}

/** Leads from a selection to the form for evidence with that passage in it. */
export function Cite({ copyId, claims, preferred, repeated, locale, words }: CiteProps) {
  const [found, setFound] = useState<Marked | null>(null);
  const [claim, setClaim] = useState(claims.find(({ id }) => id === preferred)?.id ?? claims[0]?.id ?? "");

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      // A selection that is lost on the way to the choice below is still the one that is meant.
      timer = setTimeout(() => setFound((before) => marked() ?? before), PAUSE);
    };
    document.addEventListener("selectionchange", later);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", later);
    };
  }, []);

  if (!found) return null;
  const clear = () => {
    document.getSelection()?.removeAllRanges();
    setFound(null);
  };
  const isRepeated =
    found.start !== null && repeated.some(({ start, end }) => found.start < end && start < found.end);
  return (
    <section className="cite" aria-label={words.title}>
      <div className="wrap">
        <p role="status">
          {found.start === null ? (
            words.notInText
          ) : (
            <>
              <span className="fine">{words.marked}</span> <q className="said">{shortened(found.words)}</q>
              {isRepeated && <b className="cite-note">{words.repeated}</b>}
            </>
          )}
        </p>
        <div className="cite-do">
          {found.start !== null && (
            <>
              <label>
                {words.to}{" "}
                <select value={claim} onChange={(event) => setClaim(event.currentTarget.value)}>
                  {claims.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </select>
              </label>
              <a
                className="button"
                href={href(
                  locale,
                  citeHref(claim, { copy: copyId, page: found.page, start: found.start, end: found.end }),
                )}
              >
                {words.go}
              </a>
            </>
          )}
          <button type="button" className="button second" onClick={clear}>
            {words.clear}
          </button>
        </div>
      </div>
    </section>
  );
}

const LONGEST_SHOWN = 140;

/** The beginning and the end of what is long. */
const shortened = (words: string): string =>
  words.length <= LONGEST_SHOWN
    ? words
    : `${words.slice(0, LONGEST_SHOWN / 2).trimEnd()} … ${words.slice(-LONGEST_SHOWN / 2).trimStart()}`;
