import type { ReactNode } from "react";
import { OtherLanguage } from "@/components/core/frame/site-menu";
import { Sprite } from "@/components/core/rating/sprite";
import { type Actor, atLeast, type Role } from "@/lib/core/actor";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { savedNote } from "@/lib/desk/form/form-saved-request";
import { SignOut } from "./sign-out";

export type DeskPlace =
  | "queue"
  | "disputes"
  | "voices"
  | "history"
  | "jobs"
  | "people"
  | "letters"
  | "settings"
  | "account";

const PLACES: readonly { readonly place: DeskPlace; readonly path: string; readonly role: Role }[] = [
  { place: "queue", path: "/desk", role: "contributor" },
  { place: "disputes", path: "/desk/disputes", role: "contributor" },
  { place: "voices", path: "/desk/voices", role: "journalist" },
  { place: "history", path: "/desk/history", role: "journalist" },
  { place: "jobs", path: "/desk/jobs", role: "journalist" },
  { place: "people", path: "/desk/people", role: "administrator" },
  { place: "letters", path: "/desk/letters", role: "administrator" },
  { place: "settings", path: "/desk/settings", role: "administrator" },
];

export interface Crumb {
  readonly path: string;
  readonly label: string;
}

interface DeskPageProps {
  readonly locale: Locale;
  /** Address of the page without its language, for the language link. */
  readonly path: string;
  readonly actor: Actor;
  readonly here?: DeskPlace;
  /** What the page is, as its heading. */
  readonly title: string;
  /** The way here, outermost first. */
  readonly crumbs?: readonly Crumb[];
  /** Under the heading. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** That what was sent a moment ago is done, said on the page that it led to. */
async function Saved({ locale, path }: Pick<DeskPageProps, "locale" | "path">) {
  const t = translator(locale);
  const note = await savedNote(locale, path);
  if (note === null) return null;
  const key = `saved.${note}`;
  return (
    <p className="done-note" role="status">
      {t.has(key as never) ? t(key as "saved.done") : t("saved.done")}
    </p>
  );
}

/** Every page of the desk: its own menu, who is signed in, where one is. */
export function DeskPage({ locale, path, actor, here, title, crumbs = [], lead, children }: DeskPageProps) {
  const t = translator(locale);
  return (
    <>
      <title>{`${title} – ${t("desk.name")} – Belagt`}</title>
      <meta name="robots" content="noindex" />
      <Sprite />
      <a className="skip" href="#content">
        {t("site.skip")}
      </a>
      <header className="mast desk-mast">
        <div className="wrap">
          <a className="plate" href={href(locale, "/desk")} aria-label={t("desk.toDesk")}>
            Belagt
          </a>
          <nav aria-label={t("desk.menu")}>
            <ul>
              {PLACES.filter(({ role }) => atLeast(actor, role)).map((each) => (
                <li key={each.place}>
                  <a href={href(locale, each.path)} aria-current={each.place === here ? "true" : undefined}>
                    {t(`desk.places.${each.place}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="tools">
            <a href={href(locale, "/desk/account")} aria-current={here === "account" ? "true" : undefined}>
              {t("desk.places.account")}
            </a>
            <a href={href(locale, "/")}>{t("desk.toRecord")}</a>
            <OtherLanguage locale={locale} path={path} />
            <SignOut locale={locale} label={t("desk.signOut")} />
          </div>
        </div>
      </header>
      <main id="content" className="wrap desk" tabIndex={-1}>
        {crumbs.length > 0 && (
          <nav className="crumbs" aria-label={t("desk.crumbs")}>
            <ol>
              {crumbs.map((crumb) => (
                <li key={crumb.path}>
                  <a href={href(locale, crumb.path)}>{crumb.label}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
        <Saved locale={locale} path={path} />
        {lead}
        {children}
      </main>
      <footer className="foot desk-foot" id="foot">
        <p className="wrap fine">{t("desk.foot", { role: t(`desk.roles.${actor.role}`) })}</p>
      </footer>
    </>
  );
}
