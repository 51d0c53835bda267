import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";

export type MenuPlace = "disputes" | "claims" | "corrections" | "method" | "log";

const PLACES: readonly { readonly place: MenuPlace; readonly path: string }[] = [
  { place: "disputes", path: "/" },
  { place: "claims", path: "/search" },
  { place: "corrections", path: "/corrections" },
  { place: "method", path: "/method" },
  { place: "log", path: "/log" },
];

export function MenuLinks({ locale, here }: { readonly locale: Locale; readonly here?: MenuPlace }) {
  const t = translator(locale);
  return (
    <ul>
      {PLACES.map(({ place, path }) => (
        <li key={place}>
          <a href={href(locale, path)} aria-current={place === here ? "true" : undefined}>
            {t(`site.${place}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function FindForm({ locale }: { readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <form className="find" action={href(locale, "/search")}>
      <search>
        <label className="away" htmlFor="find">
          {t("site.search")}
        </label>
        <input id="find" type="search" name="q" maxLength={300} placeholder={t("site.searchFor")} />
      </search>
    </form>
  );
}

/** The same page in the other language. */
export function OtherLanguage({ locale, path }: { readonly locale: Locale; readonly path: string }) {
  const t = translator(locale);
  const other = locale === "sv" ? "en" : "sv";
  return (
    <a href={href(other, path)} lang={other} hrefLang={other} title={t("site.otherLanguageHint")}>
      {t("site.otherLanguage")}
    </a>
  );
}
