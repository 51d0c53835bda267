import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { DeskObjection } from "@/lib/record/objection/objection-desk-queries";

/** What a reader sent, as it came. For the desk only. */
export function ReceivedObjection({
  objection,
  locale,
}: {
  readonly objection: DeskObjection;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const { claim, evidence, sentence } = objection;
  return (
    <section aria-labelledby="about">
      <h2 id="about">{t("objection.desk.about")}</h2>
      <p className="claim">{claim.text[locale]}</p>
      {objection.version !== null && (
        <p className="fine">{t("objection.desk.version", { version: objection.version })}</p>
      )}
      <h3>
        {t(
          sentence !== null
            ? "objection.desk.sentence"
            : evidence
              ? "objection.desk.evidence"
              : "objection.desk.other",
        )}
      </h3>
      {sentence !== null && <p className="received">{sentence}</p>}
      {evidence && (
        <>
          <p className="passage">
            <q className="said" lang={evidence.language}>
              {evidence.excerpt}
            </q>
          </p>
          <p className="fine">{evidence.source[locale]}</p>
        </>
      )}
      <h3>{t("objection.desk.text")}</h3>
      <p className="received" lang={objection.language}>
        {objection.text}
      </p>
      {objection.contact && (
        <>
          <h3>{t("objection.desk.contact")}</h3>
          <p>
            <a href={`mailto:${objection.contact}`}>{objection.contact}</a>
          </p>
        </>
      )}
      <p className="do">
        <a href={href(locale, `/claims/${claim.slug}${evidence ? `#evidence-${evidence.id}` : ""}`)}>
          {t("objection.desk.toPublic")}
        </a>
        <a href={href(locale, `/desk/claims/${claim.id}`)}>{t("objection.desk.toClaim")}</a>
        <a href={href(locale, `/desk/claims/${claim.id}/corrections/new`)}>
          {t("objection.desk.writeCorrection")}
        </a>
      </p>
    </section>
  );
}
