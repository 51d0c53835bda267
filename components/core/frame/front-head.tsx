import { Sprite } from "@/components/core/rating/sprite";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { plate } from "./plate";
import { FindForm, MenuLinks, OtherLanguage } from "./site-menu";

/** The nameplate of the front page. No date of today: the page is kept until something is published. */
export function FrontHead({ locale }: { readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <>
      <Sprite />
      <a className="skip" href="#content">
        {t("site.skip")}
      </a>
      <header className="front">
        <div className="wrap">
          <div className="top">
            <div className="tools">
              <OtherLanguage locale={locale} path="/" />
            </div>
          </div>
          <div className="name">
            <h1 className={plate(t("site.name"))}>{t("site.name")}</h1>
            <p>{t("site.tagline")}</p>
          </div>
        </div>
        <div className="bar">
          <div className="wrap">
            <nav aria-label={t("site.mainMenu")}>
              <MenuLinks locale={locale} />
            </nav>
            <FindForm locale={locale} />
          </div>
        </div>
      </header>
    </>
  );
}
