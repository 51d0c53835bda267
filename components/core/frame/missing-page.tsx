import type { ReactNode } from "react";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { PageFrame } from "./page-frame";
import { PAGE_HEAD, PageLead, PageTitle } from "./page-head";

interface MissingPageProps {
  readonly locale: Locale;
  /** When more is known than that the address leads nowhere. */
  readonly status?: 400 | 404;
  readonly title?: string;
  readonly text?: string;
  readonly way?: ReactNode;
}

/**
 * An address that leads nowhere, as a page like any other: whole without script, with its true status. The framework's
 * own notFound() would send an empty page.
 */
export function MissingPage({ locale, status = 404, title, text, way }: MissingPageProps) {
  const t = translator(locale);
  return (
    <PageFrame locale={locale} path="/" status={status}>
      <div className={`row first ${PAGE_HEAD}`}>
        <div className="label" />
        <div className="wide">
          <PageTitle>{title ?? t("notFound.title")}</PageTitle>
          <PageLead>{text ?? t("notFound.text")}</PageLead>
          <p className="ui mt-4">
            {way}
            {way && " · "}
            <a href={href(locale, "/search")}>{t("notFound.searchInstead")}</a>
            {" · "}
            <a href={href(locale, "/")}>{t("notFound.toFront")}</a>
          </p>
        </div>
      </div>
    </PageFrame>
  );
}
