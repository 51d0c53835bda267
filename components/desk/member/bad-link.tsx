import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { answerWith } from "@/lib/core/status";
import { EntryPage } from "./entry-page";

/** A link that is used, taken back or too old: 410, and whom to ask. */
export function BadLink({
  locale,
  path,
  first = false,
}: {
  readonly locale: Locale;
  readonly path: string;
  readonly first?: boolean;
}) {
  const t = translator(locale);
  answerWith(410);
  return (
    <EntryPage
      locale={locale}
      path={path}
      title={t("entry.badLink.title")}
      lead={t(first ? "entry.badLink.firstText" : "entry.badLink.text")}
    >
      <p className="go">
        <a href={href(locale, "/sign-in")}>{t("entry.signIn.title")}</a>
      </p>
    </EntryPage>
  );
}
