import { Prose } from "@/components/ui/prose";
import type { Locale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { MenuLinks } from "./site-menu";

export function Footer({
  locale,
  demonstration,
}: {
  readonly locale: Locale;
  readonly demonstration: boolean;
}) {
  const t = translator(locale);
  return (
    <footer className="foot" id="foot">
      <div className="wrap">
        <div>
          <p>
            {demonstration ? (
              <>
                <b>{t("site.demonstration")}</b> <Prose text={t("site.demonstrationText")} />
              </>
            ) : (
              t("site.aboutText")
            )}
          </p>
          <p className="licence">{t("site.licence")}</p>
        </div>
        <nav aria-label={t("site.footMenu")}>
          <MenuLinks locale={locale} />
        </nav>
      </div>
    </footer>
  );
}
