import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";

export interface Followed {
  /** Of the page's own feed in each form, without language. */
  readonly feed: Readonly<Record<"atom" | "json", string>>;
  /** Of its calendar. */
  readonly ics?: string;
}

/** Where what is published on a page can be followed, without an account. */
export function Follow({ followed, locale }: { readonly followed: Followed; readonly locale: Locale }) {
  const t = translator(locale);
  const forms = [
    { to: followed.feed.atom, words: t("follow.atom"), type: "application/atom+xml" },
    { to: followed.feed.json, words: t("follow.json"), type: "application/feed+json" },
    ...(followed.ics ? [{ to: followed.ics, words: t("follow.ics"), type: "text/calendar" }] : []),
  ];
  return (
    <nav className="wrap follow" aria-label={t("follow.label")}>
      <p>
        {t("follow.this")}{" "}
        {forms.map(({ to, words, type }) => (
          <a key={to} href={href(locale, to)} type={type} rel="nofollow">
            {words}
          </a>
        ))}
      </p>
      <p className="note">{t("follow.note")}</p>
    </nav>
  );
}
