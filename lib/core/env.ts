import "server-only";
import { z } from "zod";

/** An empty value in a shell or a compose file means "not set". */
const unset = (value: unknown) => (value === "" ? undefined : value);

/**
 * What the running application is told by its surroundings. The commands in bin/ settle every value
 * before they start the application (bin/settings.ts holds what an operator may leave out), so here a
 * missing database address is a mistake to be shown at once, not a case to be handled later.
 */
const environment = z
  .object({
    /** The PostgreSQL (15 or newer) that holds the record. */
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** The folder for everything else that must survive a restart: stored copies, logs, the embedded database. */
    BELAGT_DATA_DIR: z.string().min(1).default(".data"),
    /** The address readers use, without a slash at the end; permalinks, feeds and mail are built from it. */
    BELAGT_BASE_URL: z
      .url({ protocol: /^https?$/ })
      .transform((url) => url.replace(/\/+$/, ""))
      .optional(),
    /** The TCP port the web server listens on. */
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    /** What the secrets of second factors are encrypted with; a file in the data directory when it is not set. */
    BELAGT_SECRET: z.preprocess(unset, z.string().min(32).optional()),
    /** The mail server letters go out by; without it they are sent by hand. */
    BELAGT_SMTP_URL: z.preprocess(unset, z.url({ protocol: /^smtps?$/ }).optional()),
    /** Whom letters are from: an address, with or without a name (`Belagt <desk@example.org>`). */
    BELAGT_MAIL_FROM: z.preprocess(unset, z.string().optional()),
    /** `name=address`, by commas: who is asked to timestamp copies (RFC 3161). Nobody when it is not set. */
    BELAGT_TIMESTAMP_AUTHORITIES: z.string().default(""),
    /** `name=address with {url}`, by commas: which archives outside are asked to save what we copy. */
    BELAGT_OUTSIDE_ARCHIVES: z.string().default(""),
    /** `host:port=IP address`, by commas: pages of the operator's own network that may be fetched all the same. */
    BELAGT_FETCH_ALLOW: z.string().default(""),
    /** Prefixes of IPv6, by commas: how the operator's network reaches IPv4, if it has no other way. */
    BELAGT_NAT64: z.string().default(""),
    /** A file with the certificates (PEM) of those whose timestamps are trusted. */
    BELAGT_TIMESTAMP_ROOTS: z.preprocess(unset, z.string().optional()),
    /** How many proxies of our own stand before us and add to X-Forwarded-For. */
    BELAGT_TRUSTED_PROXIES: z.preprocess(unset, z.coerce.number().int().min(0).max(10).default(0)),
  })
  .transform((given) => ({
    ...given,
    BELAGT_BASE_URL: given.BELAGT_BASE_URL ?? `http://localhost:${given.PORT}`,
  }));

/** The environment, read once. No other file in lib/ or app/ reads `process.env`. */
export const env = environment.parse(process.env);
