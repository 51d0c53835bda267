import { Prose } from "@/components/core/ui/prose";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { contactHref } from "@/lib/record/imprint/imprint";
import { imprint } from "@/lib/record/imprint/imprint-queries";
import { MenuLinks } from "./site-menu";

export async function Footer({
  locale,
  demonstration,
}: {
  readonly locale: Locale;
  readonly demonstration: boolean;
}) {
  const t = translator(locale);
  const publisher = await imprint();
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
          {publisher && (
            <p className="publisher">
              {t("imprint.foot.responsible", {
                name: publisher.name,
                person: publisher.responsiblePublisher,
              })}{" "}
              {t("imprint.foot.complaints")}{" "}
              <a href={contactHref(publisher.complaints)}>{publisher.complaints}</a>.{" "}
              {publisher.appeal[locale]}
            </p>
          )}
          <p className="licence">
            {t("site.licence")} {t("site.madeWith")}
          </p>
          <p className="licence">
            <a href={href(locale, "/tip")}>{t("tip.link")}</a> ·{" "}
            <a href={href(locale, "/desk")} rel="nofollow">
              {t("site.deskLink")}
            </a>
          </p>
        </div>
        <nav aria-label={t("site.footMenu")}>
          <MenuLinks locale={locale} />
        </nav>
      </div>
    </footer>
  );
}
