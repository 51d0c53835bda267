import { ShareButtons } from "@/components/core/document/share-buttons";
import { Section } from "@/components/core/ui/section";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";

interface CiteProps {
  readonly n: number;
  readonly citation: string;
  /** Absolute addresses. */
  readonly latest: string;
  readonly version: { readonly number: number; readonly url: string } | null;
  readonly json: string;
  readonly title: string;
  readonly locale: Locale;
}

/** How to cite the page, its two addresses, and what to do with them. */
export function Cite({ n, citation, latest, version, json, title, locale }: CiteProps) {
  const t = translator(locale);
  return (
    <Section n={n} title={t("claim.cite")} id="cite">
      <div className="text">
        <p className="cite">{citation}</p>
        <dl className="addresses ui">
          <div>
            <dt>{t("claim.latestVersion")}:</dt>
            <dd>
              <a href={latest}>{latest}</a>
            </dd>
          </div>
          {version && (
            <div>
              <dt>{t("claim.thisVersion")}:</dt>
              <dd>
                <a href={version.url}>{version.url}</a>
              </dd>
            </div>
          )}
        </dl>
        <ShareButtons
          title={title}
          links={[
            { label: t("claim.copyLink"), url: latest },
            ...(version
              ? [{ label: t("claim.copyVersionLink", { version: version.number }), url: version.url }]
              : []),
          ]}
          words={{ copied: t("claim.copied"), failed: t("claim.copyFailed"), share: t("claim.share") }}
        />
        <p className="formats ui">
          <a href={json} type="application/json">
            {t("claim.json")}
          </a>
        </p>
      </div>
    </Section>
  );
}
