import { RatingWord } from "@/components/core/rating/rating-word";
import { Scale } from "@/components/core/rating/scale";
import { Prose } from "@/components/core/ui/prose";
import { objectTo } from "@/components/record/objection/objections";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";
import { VerdictSources } from "./verdict-sources";

interface RulingProps {
  readonly n: number;
  readonly verdict: FrozenVerdict;
  /** How many versions there are: "never changed" is worth saying. */
  readonly versions: number;
  /** It no longer holds: it is shown as what was once said. */
  readonly withdrawn: boolean;
  readonly locale: Locale;
}

/** The verdict: word, shape and colour, one conclusion, and the scale with its shut ends. */
export function Ruling({ n, verdict, versions, withdrawn, locale }: RulingProps) {
  const t = translator(locale);
  const heaviest = verdict.evidence.find(({ stance }) => stance !== "context");
  return (
    <section className="row ruling" aria-labelledby="verdict">
      <div className="label">
        <h2 id="verdict">
          <span className="par">§ {n}</span> {t(withdrawn ? "withdrawal.verdict" : "claim.verdict")}
        </h2>
        <p>
          {t("claim.version", { version: verdict.version, date: dayWords(verdict.publishedAt, locale) })}{" "}
          <span className="nb">
            {versions <= 1 ? t("claim.neverChanged") : t("claim.changedTimes", { count: versions - 1 })}
          </span>
        </p>
      </div>
      <div className="text">
        {withdrawn && <p className="note">{t("withdrawal.was")}</p>}
        <p>
          <RatingWord rating={verdict.rating} locale={locale} large />
        </p>
        <p className="conclusion">
          <Prose text={verdict.conclusion[locale]} />
        </p>
        <VerdictSources verdict={verdict} locale={locale} />
        <p className="go ui">
          {heaviest && <a href={`#evidence-${heaviest.id}`}>{t("claim.strongest")}</a>}{" "}
          <a href={href(locale, "/method")}>{t("claim.howWeRate")}</a>{" "}
          <a href={objectTo(verdict.claim.slug, `?version=${verdict.version}`, locale)} rel="nofollow">
            {t("objection.object")}
          </a>
        </p>
      </div>
      <div className="margin">
        <Scale rating={verdict.rating} steps={verdict.scale} locale={locale} />
      </div>
    </section>
  );
}
