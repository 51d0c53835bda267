/**
 * What whoever publishes this record is called: by their imprint, or until there is one by the product's name. Kept in the
 * memory of the process as the names of ratings are (lib/core/rating/rating-names.ts), for the same reasons.
 */

/** What stands until somebody publishes. */
const PRODUCT = "Belagt";
const kept = globalThis as typeof globalThis & { belagtPublicationName?: string };

/** The newsroom's own name, where a reader looks for who says it. */
export const publicationName = (): string => kept.belagtPublicationName ?? PRODUCT;

/** Whether somebody publishes this: until then all there is is a demonstration, which is not for search engines. */
export const hasPublisher = (): boolean => kept.belagtPublicationName !== undefined;

/** @param name - by the imprint as it is now; null: there is none */
export const keepPublicationName = (name: string | null): void => {
  kept.belagtPublicationName = name ?? undefined;
};
