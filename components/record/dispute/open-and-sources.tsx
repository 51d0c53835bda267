import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { FactCorrections } from "@/components/record/amendment/fact-corrections";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { DisputeView } from "@/lib/record/dispute/dispute";

interface Props {
  readonly n: number;
  readonly dispute: DisputeView;
  readonly locale: Locale;
}

/** What no one has shown: who could, and whether it has been asked for. */
export function OpenQuestions({ n, dispute, locale }: Props) {
  const t = translator(locale);
  return (
    <Section n={n} title={t("dispute.open")} id="open">
      <ol className="wide asks">
        {dispute.falsifiers.map((falsifier) => (
          <li key={falsifier.id}>
            <Prose text={falsifier.text[locale]} />{" "}
            <span className="note">
              {t("dispute.heldBy", { who: falsifier.heldBy[locale] })},{" "}
              {t(`claim.falsifierStates.${falsifier.state}`).toLocaleLowerCase(locale)}
            </span>
            <FactCorrections of={dispute} rows={[falsifier.id]} locale={locale} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Every source of the dispute, seen or only heard of. */
export function Sources({ n, dispute, locale }: Props) {
  const t = translator(locale);
  const held = dispute.sources.filter((source) => source.held).length;
  return (
    <Section
      n={n}
      title={t("dispute.sources")}
      id="sources"
      aside={
        <p>
          {t("dispute.sourcesNote", { count: dispute.sources.length, held, roots: dispute.independentRoots })}
        </p>
      }
    >
      <ol className="wide sources">
        {dispute.sources.map((source) => (
          <li key={source.id}>
            <p>
              <a href={href(locale, `/sources/${source.id}`)}>
                <Prose text={source.title[locale]} />
              </a>
            </p>
            <p className="note">
              <b>{t(source.held ? "dispute.held" : "dispute.notHeld")}</b>{" "}
              {source.isRoot && t("dispute.root")}
            </p>
            <FactCorrections of={dispute} rows={[source.id]} locale={locale} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
