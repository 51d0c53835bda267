import { LineEnd } from "@/components/core/rating/line-end";
import { Prose } from "@/components/core/ui/prose";
import { QuoteLine } from "@/components/record/evidence/quote-line";
import type { Locale } from "@/lib/core/language/language";
import { listWords } from "@/lib/core/language/list-words";
import { translator } from "@/lib/core/language/translator";
import type { EvidenceView } from "@/lib/record/claim/claim";
import { numberRuns } from "@/lib/record/evidence/evidence-groups";
import type { QuoteView } from "@/lib/record/evidence/evidence-quote";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";
import { Place, Quoted } from "./passage";

export type Weighed = FrozenVerdict["evidence"][number];

/** A piece of evidence: weighed in the verdict, or published since; then it has no number and no flag. */
export type Piece = EvidenceView & Partial<Pick<Weighed, "rank">> & Pick<Weighed, "ownCase" | "origin">;

interface GroupProps {
  readonly pieces: readonly [Piece, ...Piece[]];
  readonly quotes: Readonly<Record<string, QuoteView>>;
  /** Where a reader objects to a piece. */
  readonly objectTo: (id: string) => string;
  /** What has become of a piece since it was published. */
  readonly since: (piece: Piece) => React.ReactNode;
  /** What all the evidence of the page has in common has been said already. */
  readonly said: { readonly source: boolean; readonly checked: boolean; readonly level: boolean };
  /** What its flag means has been said of a group above. */
  readonly isFlagKnown: boolean;
  readonly locale: Locale;
}

/** What a flag is called, and what it means. */
const FLAGS = {
  own_case: ["claim.ownCase", "claim.ownCaseText"],
  against_own_case: ["claim.againstOwnCase", "claim.againstOwnCaseText"],
  unknown: ["claim.unknownMaker", "claim.unknownMakerText"],
} as const;

/** Pieces of evidence that one document gives for one side, each with its exact words; what they share is said once. */
export function EvidenceGroup({ pieces, quotes, objectTo, since, said, isFlagKnown, locale }: GroupProps) {
  const t = translator(locale);
  const [first] = pieces;
  const { stance, ownCase, origin } = first;
  const letter = t("claim.evidenceLetter");
  const several = pieces.length > 1;
  const ranks = pieces.flatMap(({ rank }) => rank ?? []);
  const nameOf = ({ rank }: Piece) => (rank === undefined ? undefined : `${letter}${rank}`);
  const title = t(`stances.${stance}`);
  return (
    <article
      className={`row ev${ranks[0] === 1 ? " open" : ""}`}
      aria-label={
        ranks.length > 0
          ? t("claim.evidenceNumber", {
              number: listWords(ranks.map(String), locale),
              stance: title.toLocaleLowerCase(locale),
            })
          : title
      }
    >
      <p className="label">
        {ranks.length > 0 && (
          <>
            <span className="no">
              {numberRuns(ranks)
                .map((run) => letter + run.replace("–", `–${letter}`))
                .join(", ")}
            </span>{" "}
          </>
        )}
        <span className="stance">
          <LineEnd kind={stance} /> {title}
        </span>{" "}
        {ranks[0] === 1 && stance !== "context" && <span>{t("claim.heaviest")}</span>}{" "}
        <span className="inv">
          {pieces.map((piece, at) => (
            <span key={piece.id}>
              {at > 0 && ", "}
              <a href={objectTo(piece.id)} rel="nofollow">
                {several && at > 0 ? (
                  <>
                    <span className="away">{t("objection.objectTo")} </span>
                    {nameOf(piece) ?? at + 1}
                  </>
                ) : (
                  <>
                    {t("objection.object")}
                    <span className={several ? "" : "away"}>
                      {" "}
                      {t("objection.against", { piece: nameOf(piece) ?? t("objection.thisPiece") })}
                    </span>
                  </>
                )}
              </a>
            </span>
          ))}
        </span>
      </p>
      <div className="text">
        {pieces.map((piece) => (
          <div key={piece.id} className="item" id={`evidence-${piece.id}`}>
            <Quoted
              excerpt={piece.excerpt}
              language={piece.language}
              quote={quotes[piece.id]}
              {...(several ? { name: nameOf(piece) ?? "" } : {})}
            />
            {piece.note[locale] !== "" && (
              <p className="own">
                <Prose text={piece.note[locale]} />
              </p>
            )}
          </div>
        ))}
        {ownCase !== "none" && (
          <p className="flag">
            <b>{t(FLAGS[ownCase][0])}</b> {!isFlagKnown && t(FLAGS[ownCase][1])}
          </p>
        )}
      </div>
      <div className="margin note">
        {pieces.map((piece) => {
          // A frozen verdict may name what is not public, and that has no ways back.
          const quote = quotes[piece.id];
          return (
            <div key={piece.id} className="place">
              <Place
                id={piece.id}
                source={piece.source}
                passage={piece}
                name={several ? nameOf(piece) : undefined}
                isNamed={said.source}
                locale={locale}
              />
              {quote && (
                <QuoteLine
                  id={piece.id}
                  sourceId={piece.source.id}
                  excerpt={piece.excerpt}
                  quote={quote}
                  said={said}
                  locale={locale}
                />
              )}
              {since(piece)}
            </div>
          );
        })}
        {origin && (
          <p>
            <Prose text={t("claim.restsOn", { title: origin.title[locale] })} />{" "}
            <b>{t(origin.held ? "claim.seen" : "claim.notSeen")}</b>
          </p>
        )}
      </div>
    </article>
  );
}
