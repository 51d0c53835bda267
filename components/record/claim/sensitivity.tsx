import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { capitalised } from "@/lib/core/language/capitalised";
import type { Locale } from "@/lib/core/language/language";
import { listWords } from "@/lib/core/language/list-words";
import { translator } from "@/lib/core/language/translator";
import { isOnScale, type Rating } from "@/lib/core/rating/rating";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";
import {
  hangsOn,
  type Sensitivity,
  type Without,
  withoutEach,
} from "@/lib/record/verdict/verdict-sensitivity";

interface SensitivityProps {
  readonly n: number;
  /** With at least one piece of evidence. */
  readonly verdict: FrozenVerdict;
  readonly locale: Locale;
}

/** What the verdict hangs on: for each part of the evidence, what the rules would allow if it were gone. */
export function SensitivitySection({ n, verdict, locale }: SensitivityProps) {
  const t = translator(locale);
  const sensitivity = withoutEach(verdict);
  const names = evidenceNames(verdict, locale);
  return (
    <Section n={n} title={t("sensitivity.title")} id="sensitivity">
      <div className="text">
        <p className="lead">
          <HangsOn verdict={verdict} sensitivity={sensitivity} locale={locale} />
        </p>
        {sensitivity.whole.shut.length === 0 && (
          <div className="without ui">
            {sensitivity.pieces.map((piece) => (
              <details key={piece.id}>
                <summary>{t("sensitivity.withoutPiece", { piece: names([piece.id]) })}</summary>
                <Allowed rating={verdict.rating} without={piece} locale={locale} />
              </details>
            ))}
            {shared(sensitivity).map((part) => (
              <details key={part.without.join()}>
                <summary>
                  <Prose
                    text={
                      "producer" in part
                        ? t("sensitivity.withoutProducer", {
                            producer: part.producer[locale],
                            pieces: names(part.without),
                          })
                        : t("sensitivity.withoutRoot", { pieces: names(part.without) })
                    }
                  />
                </summary>
                <Allowed rating={verdict.rating} without={part} locale={locale} />
              </details>
            ))}
          </div>
        )}
      </div>
      <p className="margin note">{t("sensitivity.note")}</p>
    </Section>
  );
}

/** The sentence that says it all, for most readers. */
function HangsOn({
  verdict,
  sensitivity,
  locale,
}: {
  readonly verdict: FrozenVerdict;
  readonly sensitivity: Sensitivity;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const rating = t(`ratings.${verdict.rating}`);
  if (sensitivity.whole.shut.length > 0) return t("sensitivity.rulesChanged", { rating });
  if (!isOnScale(verdict.rating)) {
    const more = sensitivity.pieces.some(({ opened }) => opened.length > 0);
    return t(more ? "sensitivity.offScale" : "sensitivity.offScaleNoMore", { rating });
  }
  const pieces = hangsOn(verdict, sensitivity);
  const [only] = pieces;
  if (!only) return t("sensitivity.onNone", { rating });
  const name = evidenceNames(verdict, locale)(pieces.map(({ id }) => id));
  if (pieces.length > 1) return t("sensitivity.onEach", { pieces: name, rating });
  return only.nearest === null
    ? t("sensitivity.onOneNothing", { piece: name, rating })
    : t("sensitivity.onOne", { piece: name, rating, nearest: t(`ratings.${only.nearest}`) });
}

/** What the rules would allow, and which steps they would shut and why. */
function Allowed({
  rating,
  without,
  locale,
}: {
  readonly rating: Rating;
  readonly without: Without;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const list = (words: readonly string[]) => listWords(words, locale);
  const named = (ratings: readonly Rating[]) => list(ratings.map((each) => t(`ratings.${each}`)));
  if (!without.changes) return <p>{t("sensitivity.noChange")}</p>;
  const words = { rating: t(`ratings.${rating}`), reasons: reasonWords(without.shut, locale) };
  const open = without.allowed.filter(isOnScale);
  return (
    <>
      <p>
        {t(without.shut.length > 0 ? "sensitivity.falls" : "sensitivity.stands", words)}{" "}
        {open.length > 0
          ? t("sensitivity.allowed", { ratings: named(open), count: open.length })
          : t("sensitivity.noStep")}{" "}
        {t("sensitivity.allowedOff", { ratings: named(without.allowed.filter((each) => !isOnScale(each))) })}
      </p>
      <ul>
        {without.steps
          .filter((step) => step.reasons.length > 0 && step.rating !== rating)
          .map((step) => (
            <li key={step.rating}>
              {capitalised(
                t("claim.shutSteps", {
                  rating: t(`ratings.${step.rating}`),
                  reasons: reasonWords(step.reasons, locale),
                }),
              )}
            </li>
          ))}
      </ul>
    </>
  );
}

const reasonWords = (reasons: Without["shut"], locale: Locale) =>
  reasons.map((reason) => translator(locale)(`rules.${reason}`)).join("; ");

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
