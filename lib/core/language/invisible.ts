/**
 * Characters no text may hold: controls except tab and line feed, marks that turn words round (bidirectional controls),
 * and those that hide between letters (zero-width space, word joiner, byte-order mark, interlinear marks).
 */
export const INVISIBLE = /[[\p{Cc}\p{Bidi_Control}\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB]--[\t\n]]/v;
