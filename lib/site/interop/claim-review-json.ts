/**
 * The slice of schema.org that we write. The comments give Google's level for each property; the tests beside
 * claim-review.ts hold every type and property against the vocabulary itself.
 */

export interface ClaimReviewJson {
  readonly "@context": "https://schema.org";
  readonly "@type": "ClaimReview";
  /** Required: absolute, the canonical page itself, since redirects are not followed. */
  readonly url: string;
  /** Required: the claim, without its rating; under 75 characters where it can be. */
  readonly claimReviewed: string;
  readonly inLanguage: string;
  /** The first version of the verdict. */
  readonly datePublished: string;
  /** The version that stands. */
  readonly dateModified: string;
  readonly version: number;
  readonly license: string;
  /** Recommended: who publishes the check, not who made the claim. */
  readonly author: {
    readonly "@type": "Organization";
    readonly name: string;
    readonly url: string;
    readonly publishingPrinciples: string;
    readonly correctionsPolicy: string;
  };
  /** Required. */
  readonly reviewRating: RatingJson;
  /** Recommended. */
  readonly itemReviewed: ClaimJson;
  readonly correction?: readonly {
    readonly "@type": "CorrectionComment";
    readonly text: string;
    readonly datePublished: string;
  }[];
}

export interface RatingJson {
  readonly "@type": "Rating";
  /** Required: the word. */
  readonly alternateName: string;
  /** Recommended, and only on the true–false axis: all three or none. Nearer best is truer. */
  readonly ratingValue?: number;
  readonly worstRating?: number;
  readonly bestRating?: number;
  readonly ratingExplanation: string;
}

export interface ClaimJson {
  readonly "@type": "Claim";
  /** Recommended: those who made the claim; left out when none can be named. */
  readonly author?: readonly ClaimAuthorJson[];
  /** Recommended: when it entered public discourse. */
  readonly datePublished?: string;
  readonly appearance?: readonly CreativeWorkJson[];
}

export interface ClaimAuthorJson {
  readonly "@type": "Organization" | "Person";
  readonly name: string;
}

export interface CreativeWorkJson {
  readonly "@type": "CreativeWork";
  readonly name: string;
  readonly inLanguage: string;
  readonly url?: string;
  readonly publisher?: { readonly "@type": "Organization"; readonly name: string };
}
