/** What is masked, and where: what the finders of message-mask-*.ts come to. */
export type MaskKind = "email" | "phone" | "personal-number" | "postal-address";

/** UTF-16 offsets, half open. */
export interface MaskedSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
}

/**
 * Every match of a pattern, also those that begin within another: of two that overlap either may be the right one.
 *
 * @param pattern - global, and of bounded length: each place of the text is tried
 */
export function everyMatch(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  const search = new RegExp(pattern);
  for (let found = search.exec(text); found; found = search.exec(text)) {
    matches.push(found);
    search.lastIndex = found.index + 1;
  }
  return matches;
}

/** The same as spans. */
export const spansOf = (text: string, pattern: RegExp, kind: MaskKind): MaskedSpan[] =>
  everyMatch(text, pattern).map(({ 0: found, index }) => ({ start: index, end: index + found.length, kind }));

/** In order, with those that overlap as one. */
export function merged(spans: readonly MaskedSpan[]): MaskedSpan[] {
  const all: MaskedSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    if (last && span.start < last.end) all[all.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else all.push(span);
  }
  return all;
}
