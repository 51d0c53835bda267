/** Addresses of copies, without language. */

/** A copy as readers see it. */
export const copyHref = (sourceId: string, copyId: string): string => `/sources/${sourceId}/copies/${copyId}`;

export interface PlaceInCopy {
  readonly copy: string;
  readonly page: number;
  /** In the text of the page, UTF-16 units, half open. */
  readonly start: number;
  readonly end: number;
}

/** The desk's form for evidence, with a passage of a copy in it. */
export const citeHref = (claimId: string, { copy, page, start, end }: PlaceInCopy): string =>
  `/desk/claims/${claimId}/evidence/new?copy=${copy}&page=${page}&start=${start}&end=${end}`;
