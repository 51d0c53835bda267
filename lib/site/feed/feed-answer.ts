import { openAnswer } from "../interop/open-answer.ts";
import { asJson } from "../interop/record-json.ts";
import type { FeedFormat, FeedPage, FeedSite } from "./feed.ts";
import { atomFeed } from "./feed-atom.ts";
import { jsonFeed } from "./feed-json.ts";

const TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: "application/atom+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

/** A page of a feed, or 304 for whoever already has it. */
export function feedAnswer(request: Request, format: FeedFormat, page: FeedPage, site: FeedSite): Response {
  const text = format === "atom" ? atomFeed(page, site) : asJson(jsonFeed(page, site));
  return openAnswer(request, { text, type: TYPES[format], changedAt: page.changedAt });
}
