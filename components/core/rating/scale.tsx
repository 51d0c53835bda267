import { capitalised } from "@/lib/core/language/capitalised";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { isOnScale, type Rating, ratingSlug, SCALE, type ScaleRating } from "@/lib/core/rating/rating";

interface ScaleProps {
  readonly rating: Rating;
  /** Every step with the reasons that shut it, as frozen in the verdict. */
  readonly steps: readonly { readonly rating: ScaleRating; readonly reasons: readonly string[] }[];
  readonly locale: Locale;
}

const STEP = 64;
const FIRST = 20;

/** The scale beside a verdict: its step of five, and the ends that the rules shut, hatched behind a stop. */
export function Scale({ rating, steps, locale }: ScaleProps) {
  const t = translator(locale);
  const shut = steps.filter((step) => step.reasons.length > 0);
  const isBlocked = SCALE.map((each) => shut.some((step) => step.rating === each));
  const fromLeft = isBlocked.findIndex((each) => !each);
  const fromRight = [...isBlocked].reverse().findIndex((each) => !each);
  const left = fromLeft === -1 ? SCALE.length : fromLeft;
  const right = fromLeft === -1 ? 0 : fromRight;
  const [stopLeft, stopRight] = [
    left === 0 ? 0 : 41.5 + (left - 1) * STEP,
    right === 0 ? 296 : 254.5 - (right - 1) * STEP,
  ];

  const here = isOnScale(rating)
    ? t("claim.scaleHere", { step: SCALE.indexOf(rating) + 1, rating: t(`ratings.${rating}`) })
    : t("claim.scaleOff", { rating: t(`ratings.${rating}`) });
  const words = shut.map((step) => t(`ratings.${step.rating}`)).join(", ");
  return (
    <>
      <svg
        className="scale"
        viewBox="0 0 296 70"
        role="img"
        aria-label={t("claim.scaleLabel", {
          here,
          shut: words ? t("claim.scaleShut", { steps: words }) : "",
        })}
      >
        {left < SCALE.length && <path className="scale-line" d={`M${stopLeft + 2} 26H${stopRight - 2}`} />}
        <path className="scale-hatch" d={hatch(0, stopLeft) + hatch(stopRight, 296)} />
        {left > 0 && left < SCALE.length && <path className="scale-stop" d={`M${stopLeft} 8V44`} />}
        {right > 0 && <path className="scale-stop" d={`M${stopRight} 8V44`} />}
        {SCALE.map((step, index) => (
          <Step key={step} step={step} x={FIRST + index * STEP} here={step === rating} />
        ))}
        <text x="0" y="63">
          {t("ratings.contradicted")}
        </text>
        <text x="296" y="63" textAnchor="end">
          {t("ratings.supported")}
        </text>
      </svg>
      <p className="fine">
        {isOnScale(rating) ? t("claim.scaleStep", { step: SCALE.indexOf(rating) + 1 }) : t("claim.offScale")}
      </p>
      {shut.length > 0 && (
        <details className="fine shut-why">
          <summary>{t("claim.shutWhy")}</summary>
          <ul>
            {shut.map((step) => (
              <li key={step.rating}>
                {capitalised(
                  t("claim.shutSteps", {
                    rating: t(`ratings.${step.rating}`),
                    reasons: step.reasons.map((reason) => ruleWords(reason, locale)).join("; "),
                  }),
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Step({ step, x, here }: { readonly step: ScaleRating; readonly x: number; readonly here: boolean }) {
  const [box, mark] = here ? [32, 26] : [18, 12];
  return (
    <>
      <rect className="scale-gap" x={x - box / 2} y={26 - box / 2} width={box} height={box} />
      <svg
        className={here ? `v-${ratingSlug(step)} scale-here` : "scale-step"}
        x={x - mark / 2}
        y={26 - mark / 2}
        width={mark}
        height={mark}
        viewBox="0 0 16 16"
        aria-hidden="true"
      >
        <use href={`#m-${ratingSlug(step)}`} />
      </svg>
    </>
  );
}

const hatch = (from: number, to: number) => {
  let path = "";
  for (let x = from + 3.5; x < to - 3; x += 4) path += `M${x} 13v26`;
  return path;
};

const RULES = [
  "not-a-fact",
  "an-opinion-is-not-checkable",
  "a-fact-is-checkable",
  "nothing-supports",
  "nothing-contradicts",
  "no-root",
  "one-root",
  "own-case-only",
  "unknown-producer",
  "counter-evidence",
] as const;

/** A frozen verdict may name a rule that a later version of the product no longer has: then its name is shown. */
function ruleWords(reason: string, locale: Locale): string {
  const known = RULES.find((rule) => rule === reason);
  return known ? translator(locale)(`rules.${known}`) : reason;
}
