import type { ReactNode } from "react";
import { plate } from "@/components/core/frame/plate";
import { OtherLanguage } from "@/components/core/frame/site-menu";
import { Sprite } from "@/components/core/rating/sprite";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";

interface EntryPageProps {
  readonly locale: Locale;
  /** Address of the page without its language, for the language link. */
  readonly path: string;
  readonly title: string;
  readonly lead?: string;
  /** What has just happened, if anything. */
  readonly note?: string | null;
  readonly children: ReactNode;
}

/** The pages before anybody is signed in: nothing but the nameplate, one heading and what there is to do. */
export function EntryPage({ locale, path, title, lead, note, children }: EntryPageProps) {
  const t = translator(locale);
  return (
    <>
      <Sprite />
      <a className="skip" href="#content">
        {t("site.skip")}
      </a>
      <header className="mast desk-mast">
        <div className="wrap">
          <a className={plate(t("site.name"))} href={href(locale, "/")} aria-label={t("entry.toFront")}>
            {t("site.name")}
          </a>
          <div className="tools">
            <OtherLanguage locale={locale} path={path} />
          </div>
        </div>
      </header>
      <main id="content" className="wrap desk [&>:not(p)]:max-w-entry" tabIndex={-1}>
        <h1>{title}</h1>
        {note && (
          <p className="outcome" role="status">
            {note}
          </p>
        )}
        {lead && <p>{lead}</p>}
        {children}
      </main>
    </>
  );
}
