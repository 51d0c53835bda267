import { Prose } from "@/components/core/ui/prose";
import { Checked, Kept } from "@/components/record/evidence/quote-line";
import { capitalised } from "@/lib/core/language/capitalised";
import { href, type Locale } from "@/lib/core/language/language";
import { numberWords } from "@/lib/core/language/number-words";
import { translator } from "@/lib/core/language/translator";
import type { EvidenceView } from "@/lib/record/claim/claim";
import { groupsOf, inCommon } from "@/lib/record/evidence/evidence-groups";
import type { QuoteView } from "@/lib/record/evidence/evidence-quote";
import { EvidenceGroup, type Piece, type Weighed } from "./evidence-group";

interface EvidenceProps {
  readonly n: number;
  /** Weighed in the verdict, heaviest first; null: there is no verdict. */
  readonly evidence: readonly Weighed[] | null;
  /** Published since, not weighed yet; without a verdict all there is. */
  readonly unweighed: readonly EvidenceView[];
  /** How the words of each are known, by its id. */
  readonly quotes: Readonly<Record<string, QuoteView>>;
  /** Where a reader objects to a piece. */
  readonly objectTo: (id: string) => string;
  /** What has become of a piece since it was published. */
  readonly since: (piece: Piece) => React.ReactNode;
  readonly locale: Locale;
  /** Beside the first words. */
  readonly children?: React.ReactNode;
}

/** The evidence for, against and around the claim, each with its exact words and where they stand. What is true of all is said once. */
export function Evidence({
  n,
  evidence,
  unweighed,
  quotes,
  objectTo,
  since,
  locale,
  children,
}: EvidenceProps) {
  const t = translator(locale);
  const weighed: readonly Piece[] = (evidence ?? []).map((piece) => ({ ...piece, publishedAt: "" }));
  const later: readonly Piece[] = unweighed.map((piece) => ({ ...piece, ownCase: "none", origin: null }));
  const all = [...weighed, ...later];
  const source = inCommon(
    all.map((piece) => piece.source),
    ({ id }) => id,
  );
  const known = all.map(({ id }) => quotes[id]);
  const checked = inCommon(known, (quote) => (quote ? checkedKey(quote) : ""));
  const level = source && inCommon(known, (quote) => quote?.level ?? "");
  const said = { source: Boolean(source), checked: Boolean(checked), level: Boolean(level) };
  const told = { quotes, objectTo, since, said, locale };
  return (
    <section aria-labelledby="evidence">
      <div className="row ev-intro">
        <div className="label">
          <h2 id="evidence">
            <span className="par">§ {n}</span> {t("claim.evidence")}
          </h2>
        </div>
        <p className="text">{introWords(evidence ?? unweighed, evidence !== null, locale)}</p>
        {(source || checked || children) && (
          <div className="margin note">
            {source && (
              <p>
                {t("claim.allIn", { count: all.length, n: numberWords(all.length, locale) })}{" "}
                <a href={href(locale, `/sources/${source.id}`)}>
                  <Prose text={source.title[locale]} />
                </a>
                .
              </p>
            )}
            {checked && <Checked quote={checked} locale={locale} />}
            {source && level && <Kept sourceId={source.id} level={level.level} locale={locale} />}
            {children}
          </div>
        )}
      </div>
      {groupsOf(weighed).map((pieces, at, groups) => (
        <EvidenceGroup
          key={pieces[0].id}
          pieces={pieces}
          isFlagKnown={groups.slice(0, at).some(([{ ownCase }]) => ownCase === pieces[0].ownCase)}
          {...told}
        />
      ))}
      {evidence && later.length > 0 && (
        <div className="row">
          <h3 className="label">{t("claim.unweighed")}</h3>
          <p className="text note">{t("claim.unweighedText")}</p>
        </div>
      )}
      {groupsOf(later).map((pieces) => (
        <EvidenceGroup key={pieces[0].id} pieces={pieces} isFlagKnown {...told} />
      ))}
    </section>
  );
}

/** What is said of whether words have been checked, as a key: pages and doubts are said of each piece. */
const checkedKey = ({ copy, unchecked }: QuoteView) =>
  copy
    ? copy.pages > 1 || copy.concerns.length > 0
      ? copy.id + copy.page
      : "copy"
    : (unchecked?.sv ?? "none");

function introWords(
  pieces: readonly { readonly stance: EvidenceView["stance"] }[],
  isWeighed: boolean,
  locale: Locale,
): string {
  const t = translator(locale);
  const words = (["contradicts", "supports", "context"] as const).flatMap((stance) => {
    const count = pieces.filter((piece) => piece.stance === stance).length;
    return count > 0 ? t(COUNTS[stance], { count, n: numberWords(count, locale) }) : [];
  });
  if (words.length === 0) return t(isWeighed ? "claim.noneWeighed" : "claim.noEvidence");
  return `${capitalised(words.join(", "))}. ${t(isWeighed ? "claim.evidenceNote" : "claim.wordsNote")}`;
}

const COUNTS = {
  contradicts: "claim.evidenceAgainst",
  supports: "claim.evidenceFor",
  context: "claim.evidenceContext",
} as const;
