/** Who publishes this record, and who answers for it. */
import type { Bilingual } from "../../core/language/language.ts";
import type { RatingNames } from "../../core/rating/rating-names.ts";

export interface ImprintView {
  readonly version: number;
  readonly name: string;
  readonly responsiblePublisher: string;
  /** E-mail or web address. */
  readonly complaints: string;
  readonly appeal: Bilingual;
  readonly ratingNames: RatingNames;
  readonly publishedAt: string;
}

/** Where a link to it leads. */
export const contactHref = (contact: string): string =>
  contact.includes("://") ? contact : `mailto:${contact}`;

/** What of an imprint its form holds, by the names of the fields. */
export const imprintFields = ({ version: _version, publishedAt: _at, ...fields }: ImprintView) => fields;
