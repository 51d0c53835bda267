import { fileURLToPath } from "node:url";
import { exactRewrites, localeRedirects, localeRewrites } from "./lib/site/http/addresses.ts";
import { LARGEST_UPLOAD } from "./lib/site/http/whole-body.ts";

const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));

/**
 * Headers are not set here: a rule by path would miss redirects and errors. lib/site/http/answer.ts puts them on
 * every answer; docs/decisions/0003-caching-and-csp.md tells the whole story.
 *
 * @type {import("next").NextConfig}
 */
const config = {
  poweredByHeader: false,
  // `npm test` and `npm run check` check the types, once; a start need not, and has no tools to do it with.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: here(".") },

  // Finished pages: kept in memory, dated and given their policy by our handler. Never on disk, where a page
  // would outlive the database it was made from.
  cacheHandler: here("./lib/site/http/page-cache.ts"),
  cacheMaxMemorySize: 64 * 1024 * 1024,
  experimental: {
    // What may be larger than a form is the door's to say, by address (lib/site/http/request-gate.ts); it has it whole by then.
    serverActions: { bodySizeLimit: LARGEST_UPLOAD },
    proxyClientMaxBodySize: LARGEST_UPLOAD,
    // The shortest the browser's own memory of pages allows: it cannot be told about a publish.
    staleTimes: { dynamic: 0, static: 30 },
  },

  // Two remote code executions in one year; pictures here are few and served as they are.
  images: { unoptimized: true },

  redirects: async () => localeRedirects,
  rewrites: async () => ({ beforeFiles: exactRewrites, afterFiles: localeRewrites, fallback: [] }),
};

export default config;
