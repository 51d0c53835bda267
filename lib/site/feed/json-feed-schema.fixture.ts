/** JSON Feed 1.1, as https://www.jsonfeed.org/version/1.1/ has it, and nothing it does not name but extensions. */
import { z } from "zod";

const url = z.url({ protocol: /^https?$/ });
const author = z.strictObject({ name: z.string(), url: url.optional(), avatar: url.optional() });
const language = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/);
const moment = z.iso.datetime({ offset: true });
const attachment = z.strictObject({
  ...{ url, mime_type: z.string(), title: z.string().optional() },
  ...{ size_in_bytes: z.int().optional(), duration_in_seconds: z.number().optional() },
});

/** The names that are there; extensions are objects whose names begin with `_` and a letter and have no point in them. */
const withExtensions = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z
    .object(shape)
    .catchall(z.unknown())
    .refine((value) =>
      Object.entries(value).every(
        ([name, it]) => name in shape || (/^_[A-Za-z][^.]*$/.test(name) && typeof it === "object"),
      ),
    );

const item = withExtensions({
  ...{
    id: z.string().min(1),
    url: url.optional(),
    external_url: url.optional(),
    title: z.string().optional(),
  },
  ...{
    content_html: z.string().optional(),
    content_text: z.string().optional(),
    summary: z.string().optional(),
  },
  ...{ image: url.optional(), banner_image: url.optional() },
  ...{
    date_published: moment.optional(),
    date_modified: moment.optional(),
    authors: z.array(author).optional(),
  },
  ...{ tags: z.array(z.string()).optional(), language: language.optional() },
  attachments: z.array(attachment).optional(),
}).refine((each) => each.content_html !== undefined || each.content_text !== undefined);

export const jsonFeedSchema = withExtensions({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  ...{ title: z.string(), home_page_url: url, feed_url: url, description: z.string().optional() },
  ...{
    user_comment: z.string().optional(),
    next_url: url.optional(),
    icon: url.optional(),
    favicon: url.optional(),
  },
  ...{ authors: z.array(author).optional(), language: language.optional(), expired: z.boolean().optional() },
  hubs: z.array(z.strictObject({ type: z.string(), url })).optional(),
  items: z.array(item),
})
  .refine((feed) => feed.next_url !== feed.feed_url)
  .refine(({ items }) => new Set(items.map(({ id }) => id)).size === items.length);
