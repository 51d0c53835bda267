import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { isOnScale, type Rating, ratingSlug, SCALE, type ScaleRating } from "@/lib/core/rating/rating";
import { shutWords } from "./shut-words";

interface ScaleProps {
  readonly rating: Rating;
  /** Every step with the reasons that shut it, as frozen in the verdict. */
  readonly steps: readonly { readonly rating: ScaleRating; readonly reasons: readonly string[] }[];
  readonly locale: Locale;
}

const STEP = 64;
const FIRST = 20;

/** Beside a verdict: the scale drawn, or that its rating lies off it; and in a sentence why steps are shut. */
export function Scale({ rating, steps, locale }: ScaleProps) {
  const t = translator(locale);
  if (isOnScale(rating)) return <OnScale rating={rating} steps={steps} locale={locale} />;
  return (
    <p className="fine">
      {[
        t("claim.offScale"),
        ...shutWords(
          steps.filter(({ reasons }) => reasons.length > 0),
          locale,
        ),
      ].join(" ")}
    </p>
  );
}

/** The scale: the verdict's step of five, and the ends that the rules shut, hatched behind a stop. */
function OnScale({ rating, steps, locale }: ScaleProps & { readonly rating: ScaleRating }) {
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

  const here = t("claim.scaleHere", { step: SCALE.indexOf(rating) + 1, rating: t(`ratings.${rating}`) });
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
        {[t("claim.scaleStep", { step: SCALE.indexOf(rating) + 1 }), ...shutWords(shut, locale)].join(" ")}
      </p>
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
