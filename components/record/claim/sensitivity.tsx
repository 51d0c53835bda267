import { ruleWords, shutWords } from "@/components/core/rating/shut-words";
import { Prose } from "@/components/core/ui/prose";
import { capitalised } from "@/lib/core/language/capitalised";
import type { Locale } from "@/lib/core/language/language";
import { listWords } from "@/lib/core/language/list-words";
import { numberWords } from "@/lib/core/language/number-words";
import { translator } from "@/lib/core/language/translator";
import type { Rating } from "@/lib/core/rating/rating";
import { carriers } from "@/lib/record/verdict/verdict-carriers";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";
import {
  hangsOn,
  type Sensitivity,
  type Without,
  withoutEach,
} from "@/lib/record/verdict/verdict-sensitivity";

interface Props {
  /** On the scale, with at least one piece of evidence. */
  readonly verdict: FrozenVerdict;
  readonly locale: Locale;
}

/** What the verdict hangs on, for most readers: the pieces it cannot do without, and the fewest that would do. */
export function HangsOn({ verdict, locale }: Props) {
  const t = translator(locale);
  const rating = t(`ratings.${verdict.rating}`);
  const sensitivity = withoutEach(verdict);
  if (sensitivity.whole.shut.length > 0) return t("sensitivity.rulesChanged", { rating });
  const carried = carriers(verdict);
  const hinges = carried?.hinges ?? hangsOn(verdict, sensitivity).map(({ id }) => id);
  const name = evidenceNames(verdict, locale);
  const words =
    hinges.length > 0
      ? t("sensitivity.hangsOn", { pieces: name(hinges) })
      : t("sensitivity.onNone", { rating });
  const [smallest = []] = carried?.smallest ?? [];
  const enough =
    carried &&
    t("sensitivity.smallest", {
      sets: carried.smallest.length,
      same: `${smallest.join() === hinges.join()}`,
      count: smallest.length,
      n: numberWords(smallest.length, locale),
      pieces: name(smallest),
    });
  return [words, enough].filter(Boolean).join(" ");
}

/** For each part of the evidence, what the rules would allow if it were gone; parts of which the same is true in one row. */
export function WithoutTable({ verdict, locale }: Props) {
  const t = translator(locale);
  const sensitivity = withoutEach(verdict);
  if (sensitivity.whole.shut.length > 0) return null;
  const rows = rowsOf(verdict, sensitivity, locale);
  return (
    <table className="open-list hang">
      <caption className="away">{t("sensitivity.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("sensitivity.gone")}</th>
          <th scope="col">{t("sensitivity.allows")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ names, falls, outcome }) => (
          <tr key={names}>
            <th scope="row">
              <Prose text={t("sensitivity.without", { parts: names })} />
            </th>
            <td>
              {falls && <b>{falls}</b>} {outcome}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Row {
  readonly names: string;
  /** That the rating falls; empty: it does not. */
  readonly falls: string;
  readonly outcome: string;
}

function rowsOf(verdict: FrozenVerdict, sensitivity: Sensitivity, locale: Locale): Row[] {
  const t = translator(locale);
  const name = evidenceNames(verdict, locale);
  const parts = [
    ...sensitivity.pieces.map((piece) => ({ ...piece, part: name([piece.id]) })),
    ...shared(sensitivity).map((part) => ({
      ...part,
      part:
        "producer" in part
          ? t("sensitivity.throughProducer", { producer: part.producer[locale] })
          : t("sensitivity.sameRoot", { pieces: name(part.without) }),
    })),
  ];
  const rows = new Map<string, { readonly parts: string[]; readonly said: Omit<Row, "names"> }>();
  for (const { part, ...without } of parts) {
    const said = outcomeWords(verdict.rating, sensitivity.whole, without, locale);
    const row = rows.get(said.falls + said.outcome);
    if (row) row.parts.push(part);
    else rows.set(said.falls + said.outcome, { parts: [part], said });
  }
  return [...rows.values()].map(({ parts, said }) => ({
    names: new Intl.ListFormat(locale, { type: "disjunction" }).format(parts),
    ...said,
  }));
}

/** What would be otherwise: whether the rating falls and why, and which steps would open or shut. */
function outcomeWords(
  rating: Rating,
  whole: Sensitivity["whole"],
  without: Without,
  locale: Locale,
): Omit<Row, "names"> {
  const t = translator(locale);
  const word = (each: Rating) => t(`ratings.${each}`);
  if (without.shut.length > 0) {
    return {
      falls: t("sensitivity.falls", { rating: word(rating) }),
      outcome: [
        `${capitalised(without.shut.map((reason) => ruleWords(reason, locale)).join("; "))}.`,
        without.nearest
          ? t("sensitivity.nearest", { rating: word(without.nearest) })
          : t("sensitivity.noStep"),
      ].join(" "),
    };
  }
  const wasOpen = (step: Rating) =>
    whole.steps.some((each) => each.rating === step && each.reasons.length === 0);
  const shut = without.steps.filter(({ rating: step, reasons }) => reasons.length > 0 && wasOpen(step));
  if (shut.length + without.opened.length === 0) return { falls: "", outcome: t("sensitivity.noChange") };
  return {
    falls: "",
    outcome: [
      t("sensitivity.stands", { rating: capitalised(word(rating)) }),
      ...(without.opened.length > 0
        ? [
            t("sensitivity.opens", {
              count: without.opened.length,
              steps: capitalised(listWords(without.opened.map(word), locale)),
            }),
          ]
        : []),
      ...shutWords(shut, locale),
    ].join(" "),
  };
}

/** "B1 and B3" */
const evidenceNames = ({ evidence }: FrozenVerdict, locale: Locale) => {
  const letter = translator(locale)("claim.evidenceLetter");
  return (ids: readonly string[]) =>
    listWords(
      evidence.filter(({ id }) => ids.includes(id)).map(({ rank }) => `${letter}${rank}`),
      locale,
    );
};

/** Roots and producers of several passages, each set of passages once: what is alone has been said of the passage. */
function shared({ roots, producers }: Sensitivity) {
  const several = [...producers, ...roots].filter(({ without }) => without.length > 1);
  return several.filter(
    (part, at) => several.findIndex((other) => `${other.without}` === `${part.without}`) === at,
  );
}
