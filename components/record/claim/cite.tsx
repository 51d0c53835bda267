import { ShareButtons } from "@/components/core/document/share-buttons";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";

interface CiteProps {
  readonly citation: string;
  /** Absolute addresses. */
  readonly latest: string;
  readonly version: { readonly number: number; readonly url: string } | null;
  readonly title: string;
  readonly locale: Locale;
}

/** How to cite the page, and what to do with its addresses. */
export function Cite({ citation, latest, version, title, locale }: CiteProps) {
  const t = translator(locale);
  return (
    <div id="cite">
      <h3>{t("claim.cite")}</h3>
      <p className="cite">{citation}</p>
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
    </div>
  );
}
