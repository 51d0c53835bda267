/**
 * A refusal is a value; a surprise throws. `reason` is a word that messages/*.json turns into a sentence
 * (`refusals.<reason>`), `field` the input it concerns.
 */
export type Result<T, R extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: R; readonly field?: string };

export const done = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const refused = <R extends string>(reason: R, field?: string): Result<never, R> => ({
  ok: false,
  reason,
  field,
});

/** The value of a result that cannot be a refusal here; throws with the reason if it is one after all. */
export function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${result.reason}${result.field ? ` (${result.field})` : ""}`);
  return result.value;
}
