/** What sources are called where nobody has named them, and how a list tells them apart. Pure. */
import type { Bilingual } from "../../core/language/language.ts";

/** As long as a title may be. */
const LONGEST = 160;

/** A link as a person reads it, with all that makes it another than the next one of the same site. */
const shownAddress = (url: string): string => {
  const { host, pathname, search } = new URL(url);
  return host + (pathname === "/" && search === "" ? "" : pathname) + search;
};

/** The title of a link until its page is read, or somebody names it: its address. */
export const addressTitle = (url: string): string => shownAddress(url).slice(0, LONGEST);

/** Whether nobody has named a source yet: it is called by its own address, with or without what stands after `?`. */
export function isNamedByAddress(title: Bilingual, url: string | null): boolean {
  if (url === null) return false;
  const { host, pathname } = new URL(url);
  const known = ["", addressTitle(url), (host + pathname).slice(0, LONGEST)];
  return known.includes(title.sv) && known.includes(title.en);
}

/** A source as a list has it. */
export interface Titled {
  readonly id: string;
  readonly title: Bilingual;
  readonly url: string | null;
  /** EDTF. */
  readonly made: string;
}

/**
 * The titles of the sources of a list, each another: what is called the same has its address beside it, or its date, or at
 * last its place among those.
 */
export function toldApart(sources: readonly Titled[]): ReadonlyMap<string, Bilingual> {
  const inOne = (language: keyof Bilingual): Map<string, string> => {
    let titles = sources.map(({ id, title }) => ({ id, title: title[language] }));
    const beside = [
      ({ url }: Titled) => (url === null ? null : shownAddress(url)),
      ({ made }: Titled) => made,
      ({ id }: Titled) => String(sources.findIndex((each) => each.id === id) + 1),
    ];
    for (const more of beside) {
      const count = new Map<string, number>();
      for (const { title } of titles) count.set(title, (count.get(title) ?? 0) + 1);
      titles = titles.map(({ id, title }) => {
        const source = sources.find((each) => each.id === id);
        const mark = source && (count.get(title) ?? 0) > 1 ? more(source) : null;
        return { id, title: mark === null || mark === title ? title : `${title} (${mark})` };
      });
    }
    return new Map(titles.map(({ id, title }) => [id, title]));
  };
  const [sv, en] = [inOne("sv"), inOne("en")];
  return new Map(sources.map(({ id }) => [id, { sv: sv.get(id) ?? "", en: en.get(id) ?? "" }]));
}
