import type { Locale } from "../../core/language/language.ts";
import { translator } from "../../core/language/translator.ts";
import { cursorIn, type FeedFormat, type FeedScope, type FeedSite } from "./feed.ts";
import { feedTitle } from "./feed-words.ts";

interface Asked {
  readonly request: Request;
  /** The address readers use, without a slash at the end. */
  readonly baseUrl: string;
  readonly locale: Locale;
  readonly of: FeedScope["of"];
  /** Of the dispute, claim or party, or the words that were searched for. */
  readonly name: string;
  /** Of its page, without language. */
  readonly page: string;
  readonly addresses: Readonly<Record<FeedFormat, string>>;
}

/** What the feed that is asked for is called here, and where it is. */
export function feedSite({ request, baseUrl, locale, of, name, page, addresses }: Asked): FeedSite {
  const t = translator(locale);
  return {
    ...{ baseUrl, locale, page, addresses },
    publication: t("site.name"),
    title: feedTitle(of, name, locale),
    subtitle: t("feed.subtitle"),
    before: cursorIn(new URL(request.url).searchParams.get("before")),
  };
}
