/**
 * What fingers on the picture mean: one that moves pans, two zoom about the point between them, and one that is lifted
 * where it was put down chooses what lies there. Pure: it knows no element, so it cannot matter what a finger lands on.
 * Lengths are CSS pixels from the left and the top of the plot.
 */

/** Less than this is a press. */
export const SLACK = 4;
/** Fingers closer than this count as this far apart: a pinch never divides by nothing. */
const CLOSEST = 24;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Move the picture `by` px to the right, then make it `factor` times as wide about `at`. */
export interface Motion {
  readonly by: number;
  readonly factor: number;
  readonly at: number;
}

export interface Fingers {
  readonly down: ReadonlyMap<number, Place>;
  /** Whether anything has been moved since the first was put down: then lifting chooses nothing. */
  readonly moved: boolean;
}

export const NO_FINGERS: Fingers = { down: new Map(), moved: false };

const middle = (a: Place, b: Place) => (a.x + b.x) / 2;
const apart = (a: Place, b: Place) => Math.max(CLOSEST, Math.hypot(a.x - b.x, a.y - b.y));

export const putDown = ({ down, moved }: Fingers, id: number, place: Place): Fingers => ({
  down: new Map(down).set(id, place),
  moved: down.size > 0 && moved,
});

/** A finger that is lifted, or taken by the browser because it scrolls the page. */
export function lift({ down, moved }: Fingers, id: number): Fingers {
  const left = new Map(down);
  left.delete(id);
  return { down: left, moved };
}

/** @returns the motion it makes, if any: fingers that were not put down on the picture make none */
export function moveTo(
  fingers: Fingers,
  id: number,
  place: Place,
): { readonly fingers: Fingers; readonly motion: Motion | null } {
  const { down, moved } = fingers;
  const before = down.get(id);
  const still = { fingers, motion: null };
  if (!before) return still;
  const other = [...down].find(([name]) => name !== id)?.[1];
  if (!(moved || other) && Math.hypot(place.x - before.x, place.y - before.y) < SLACK) return still;
  const motion = other
    ? {
        by: middle(place, other) - middle(before, other),
        factor: apart(place, other) / apart(before, other),
        at: middle(place, other),
      }
    : { by: place.x - before.x, factor: 1, at: place.x };
  return { fingers: { down: new Map(down).set(id, place), moved: true }, motion };
}
