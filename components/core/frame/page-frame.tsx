import type { ReactNode } from "react";
import { Sprite } from "@/components/core/rating/sprite";
import { env } from "@/lib/core/env";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { Follow, type Followed } from "./follow";
import { Footer } from "./footer";
import { plate } from "./plate";
import { FindForm, MenuLinks, type MenuPlace, OtherLanguage } from "./site-menu";

interface PageFrameProps {
  readonly locale: Locale;
  /** Address of the page without its language, for the language link. */
  readonly path: string;
  readonly here?: MenuPlace;
  /** The page is about a dispute that shows the product: the footer says so. */
  readonly demonstration?: boolean;
  /** Where what is published on it can be followed. */
  readonly follow?: Followed;
  /** Further skip links, after the one to the content. */
  readonly skips?: readonly { readonly to: string; readonly label: string }[];
  /** The page is a refusal: the cache of finished pages gives it this status (lib/site/http/page-cache.ts). */
  readonly status?: 400 | 404;
  /** Something on the page is the framework's to keep alive. All other finished pages are documents, without its scripts. */
  readonly hydrated?: boolean;
  readonly children: ReactNode;
}

/** Nameplate, menu, the page, footer: every page but the front page. */
export function PageFrame({
  locale,
  path,
  here,
  demonstration,
  follow,
  skips = [],
  status,
  hydrated,
  children,
}: PageFrameProps) {
  const t = translator(locale);
  return (
    <>
      <Sprite />
      <a className="skip" href="#content">
        {t("site.skip")}
      </a>
      {skips.map((skip) => (
        <a key={skip.to} className="skip" href={`#${skip.to}`}>
          {skip.label}
        </a>
      ))}
      <header className="mast">
        <div className="wrap">
          <a className={plate(t("site.name"))} href={href(locale, "/")} aria-label={t("site.toFront")}>
            {t("site.name")}
          </a>
          <nav aria-label={t("site.mainMenu")}>
            <MenuLinks locale={locale} here={here} />
          </nav>
          <div className="tools">
            <FindForm locale={locale} />
            <a className="menu" href="#foot">
              {t("site.menu")}
            </a>
            <OtherLanguage locale={locale} path={path} />
          </div>
        </div>
      </header>
      <main id="content" className="wrap" tabIndex={-1} data-status={status} data-hydrated={hydrated}>
        {children}
      </main>
      {follow && <Follow followed={follow} locale={locale} />}
      {status === undefined && (
        <p className="wrap print-url fine">
          {t("claim.latestVersion")}: {new URL(href(locale, path), env.BELAGT_BASE_URL).href}
        </p>
      )}
      <Footer locale={locale} demonstration={demonstration ?? false} />
    </>
  );
}
