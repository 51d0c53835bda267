import { RatingWord } from "@/components/core/rating/rating-word";
import { Words } from "@/components/desk/history/history";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { verdictDifference } from "@/lib/record/verdict/verdict-difference";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";

interface VersionChangesProps {
  readonly before: FrozenVerdict;
  readonly after: FrozenVerdict;
  readonly locale: Locale;
}

/** What this version says that the one before did not, word by word: the public part of the history. */
export function VersionChanges({ before, after, locale }: VersionChangesProps) {
  const t = translator(locale);
  const { rating, texts, added, removed } = verdictDifference(before, after, locale);
  return (
    <section className="notice changes" aria-labelledby="changes">
      <h2 id="changes">{t("version.changes", { version: before.version })}</h2>
      {after.changeReason && <p>{after.changeReason[locale]}</p>}
      <dl>
        {rating && (
          <div>
            <dt>{t("version.parts.rating")}</dt>
            <dd>
              <del>
                <RatingWord rating={rating.before} locale={locale} />
              </del>{" "}
              <ins>
                <RatingWord rating={rating.after} locale={locale} />
              </ins>
            </dd>
          </div>
        )}
        {texts.map((text) => (
          <div key={text.part}>
            <dt>{t(`version.parts.${text.part}`)}</dt>
            <dd>
              <Words before={text.before} after={text.after} />
            </dd>
          </div>
        ))}
        {[["added", added] as const, ["removed", removed] as const].map(([kind, pieces]) =>
          pieces.length === 0 ? null : (
            <div key={kind}>
              <dt>{t(`version.parts.${kind}`)}</dt>
              {pieces.map((piece) => (
                <dd key={piece.id}>
                  <q className="said" lang={piece.language}>
                    {piece.excerpt}
                  </q>
                </dd>
              ))}
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
