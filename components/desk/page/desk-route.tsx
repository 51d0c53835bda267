import "server-only";
import { notFound } from "next/navigation";
import type { ReactElement } from "react";
import { type Actor, atLeast, type Role } from "@/lib/core/actor";
import { isLocale, type Locale } from "@/lib/core/language/language";
import { type Translator, translator } from "@/lib/core/language/translator";
import { requireFresh } from "@/lib/desk/auth/fresh-request";
import type { SessionView } from "@/lib/desk/auth/session-queries";
import { requireSession } from "@/lib/desk/auth/session-request";
import { DeskMissing } from "./desk-missing";

interface DeskRoute<Path extends string> {
  /** The address without its language, with names as its folders have them: `/desk/claims/[id]`. */
  readonly path: Path;
  /** Who has less is told 403, before anything is looked up. */
  readonly role?: Role;
  /** Whoever has not proved lately who they are does so first, and comes back. */
  readonly fresh?: true;
  /** The parameter of the query that belongs to the address: signing in leads back to it too. */
  readonly keeps?: string;
}

/** What is asked for, and by whom. */
export interface DeskVisit {
  /** For the frame: `<DeskPage {...page} …>`. */
  readonly page: { readonly locale: Locale; readonly path: string; readonly actor: Actor };
  readonly locale: Locale;
  readonly path: string;
  readonly actor: Actor;
  readonly session: SessionView;
  readonly t: Translator;
  /** The query of the address; `askedFor` reads one parameter. */
  readonly asked: Asked;
}

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** `id` of `/desk/claims/[id]`. */
type NamesIn<Path extends string> = Path extends `${string}[${infer Name}]${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

interface Request<Name extends string> {
  readonly params: Promise<Readonly<Record<"locale" | Name, string>>>;
  readonly searchParams: Promise<Asked>;
}

/**
 * A page of the desk: who asks is known before anything is read. Whoever is not signed in is sent to do so and comes back.
 *
 * @param show reads and draws; 404 says that there is nothing here that this actor may reach, 403 that there is, for others
 */
export function deskPage<const Path extends string>(
  route: DeskRoute<Path>,
  show: (
    visit: DeskVisit,
    names: Readonly<Record<NamesIn<Path>, string>>,
  ) => Promise<ReactElement | 403 | 404>,
) {
  return async function answer({ params, searchParams }: Request<NamesIn<Path>>) {
    const names = await params;
    const { locale } = names;
    if (!isLocale(locale)) notFound();
    const asked = await searchParams;
    const path = addressOf(route, names, asked);
    const { actor, session } = await requireSession(locale, path);
    const page = { locale, path, actor };
    if (route.role && !atLeast(actor, route.role)) return <DeskMissing {...page} status={403} />;
    if (route.fresh) await requireFresh(locale, path);
    const shown = await show({ page, ...page, session, t: translator(locale), asked }, names);
    return typeof shown === "number" ? <DeskMissing {...page} status={shown} /> : shown;
  };
}

function addressOf(
  { path, keeps }: DeskRoute<string>,
  names: Readonly<Record<string, string>>,
  asked: Asked,
): string {
  const address = path.replace(/\[(\w+)\]/g, (_, name: string) => names[name] ?? "");
  const kept = keeps === undefined ? undefined : asked[keeps];
  return typeof kept === "string" && kept !== ""
    ? `${address}?${keeps}=${encodeURIComponent(kept)}`
    : address;
}
