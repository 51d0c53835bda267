import { LineEnd } from "@/components/core/rating/line-end";
import { RatingWord } from "@/components/core/rating/rating-word";
import { Prose } from "@/components/core/ui/prose";
import { unratedWords } from "@/components/record/withdrawal/unrated-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { DisputeView } from "@/lib/record/dispute/dispute";
import { type MatrixClaim, matrix, type Stand } from "@/lib/record/dispute/dispute-matrix";

/** Who says what: claims × parties. Under 60rem each claim becomes a short list. */
export function PartyMatrix({
  n,
  dispute,
  locale,
}: {
  readonly n: number;
  readonly dispute: DisputeView;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const claims: MatrixClaim[] = dispute.claims.map((claim) => ({
    number: claim.number,
    appearances: claim.appearances,
    answeredBy: dispute.claims.flatMap((other) =>
      other.relations
        .filter(({ to }) => to === claim.number)
        .map(({ kind }) => ({ number: other.number, kind })),
    ),
    requests: claim.requests,
  }));
  const { columns, rows } = matrix(claims, dispute.parties);
  return (
    <section className="row matrix-row" aria-labelledby="matrix">
      <div className="label">
        <h2 id="matrix">
          <span className="par">§ {n}</span> {t("dispute.matrix")}
        </h2>
      </div>
      <div className="matrix-wide">
        <table className="matrix">
          <caption>{t("dispute.matrixCaption")}</caption>
          <thead>
            <tr>
              <th scope="col" className="c">
                {t("dispute.matrixClaim")}
              </th>
              {columns.map((party) => (
                <th key={party.slug} scope="col">
                  <Prose text={party.name[locale]} />
                </th>
              ))}
              <th scope="col" className="r">
                {t("dispute.matrixVerdict")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, cells }) => {
              const claim = dispute.claims.find((each) => each.number === number);
              if (!claim) return null;
              const silent = cells.filter((cell) => cell.kind === "nothing").length;
              return (
                <tr key={number}>
                  <th scope="row">
                    <a href={href(locale, `/claims/${claim.slug}`)}>
                      <b>{number}</b>
                      <span className="claim">
                        <Prose text={claim.short[locale]} />
                      </span>
                    </a>
                  </th>
                  {columns.map((party, index) => (
                    <Cell
                      key={party.slug}
                      stand={cells[index] ?? { kind: "nothing" }}
                      party={party.name[locale]}
                      locale={locale}
                    />
                  ))}
                  <td className="rate">
                    {claim.rating ? (
                      <RatingWord rating={claim.rating} locale={locale} />
                    ) : (
                      unratedWords(claim, locale)
                    )}
                  </td>
                  {silent > 0 && (
                    <td className="hush" data-p={t("dispute.matrixOthers")}>
                      {t("dispute.matrixNothing")}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className="note matrix-key">{t("dispute.matrixKey")}</p>
      </div>
    </section>
  );
}

function Cell({
  stand,
  party,
  locale,
}: {
  readonly stand: Stand;
  readonly party: string;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  if (stand.kind === "nothing") {
    return (
      <td className="m0">
        <span className="mute" aria-hidden="true">
          ···
        </span>
        <span className="away">{t("stands.nothing")}</span>
      </td>
    );
  }
  const place = [
    "by" in stand && t("stands.byClaim", { number: stand.by }),
    "paragraph" in stand && stand.paragraph !== null && t("stands.paragraph", { number: stand.paragraph }),
  ].filter((words) => words !== false);
  const strong = ["asserts", "suspects", "denies", "undercuts"].includes(stand.kind);
  const word =
    stand.kind === "through"
      ? t("stands.through", { party: stand.party[locale] })
      : t(`stands.${stand.kind}`);
  return (
    <td data-p={party}>
      <span
        className={
          strong
            ? stand.kind === "denies" || stand.kind === "undercuts"
              ? "says-no"
              : "says-yes"
            : "says-soft"
        }
      >
        {(stand.kind === "denies" || stand.kind === "undercuts") && <LineEnd kind={stand.kind} />}
        <Prose text={word} />
      </span>{" "}
      {place.length > 0 && <small>{place.join(", ")}</small>}
    </td>
  );
}
