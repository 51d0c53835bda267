import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { outsideArchives } from "../lib/intake/outside-copy/outside-copy.ts";
import { timestampAuthorities } from "../lib/intake/timestamp/timestamp.ts";
import { timestampRoots } from "../lib/intake/timestamp/timestamp-certificate.ts";
import { fetchAllowances, nat64Prefixes } from "../lib/record/capture/capture-allowance.ts";
import { exitCodes, Refusal } from "./exit-codes.ts";

/** The checkout this command belongs to. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** An empty value in a shell or a compose file means "not set". */
const unset = (value: unknown) => (value === "" ? undefined : value);

const notAPort = "is not a port number (1 to 65535)";

const portNumber = z.coerce.number(notAPort).int(notAPort).min(1, notAPort).max(65_535, notAPort);

const notANumber = "is not a number of proxies (0 to 10)";

/** A list that the application reads itself: here it is only tried, so that a mistake is told at the start. */
const readable = (read: (text: string) => unknown) =>
  z.preprocess(
    unset,
    z
      .string()
      .optional()
      .superRefine((text = "", context) => {
        try {
          read(text);
        } catch (error) {
          context.addIssue(`cannot be understood: ${error instanceof Error ? error.message : String(error)}`);
        }
      }),
  );

function isCertificateFile(file: string): boolean {
  try {
    return timestampRoots(readFileSync(file, "utf8")).length > 0;
  } catch {
    return false;
  }
}

/** What an operator may set. lib/core/env.ts is the other half: what the running application is then given. */
const operatorSettings = z.object({
  DATABASE_URL: z.preprocess(
    unset,
    z.url({ protocol: /^postgres(ql)?$/, error: "is not a postgresql:// address" }).optional(),
  ),
  BELAGT_APP_DATABASE_URL: z.preprocess(
    unset,
    z
      .url({ protocol: /^postgres(ql)?$/, error: "is not a postgresql:// address" })
      .refine((url) => new URL(url).username !== "", "names no role")
      .optional(),
  ),
  BELAGT_DATA_DIR: z.preprocess(unset, z.string().default(".data")),
  BELAGT_BASE_URL: z.preprocess(
    unset,
    z.url({ protocol: /^https?$/, error: "is not an http(s):// address" }).optional(),
  ),
  PORT: z.preprocess(unset, portNumber.default(3000)),
  HOST: z.preprocess(unset, z.string().optional()),
  // Only looked at here: the application reads them itself, and the worker sends the letters.
  BELAGT_SECRET: z.preprocess(unset, z.string().min(32, "is shorter than 32 characters").optional()),
  BELAGT_SMTP_URL: z.preprocess(
    unset,
    z.url({ protocol: /^smtps?$/, error: "is not an smtp(s):// address" }).optional(),
  ),
  BELAGT_MAIL_FROM: z.preprocess(
    unset,
    z
      .string()
      .regex(/^[^\p{Cc}]*@[^\p{Cc}]*$/u, "is not an e-mail address")
      .optional(),
  ),
  BELAGT_TIMESTAMP_AUTHORITIES: readable(timestampAuthorities),
  BELAGT_OUTSIDE_ARCHIVES: readable(outsideArchives),
  BELAGT_FETCH_ALLOW: readable(fetchAllowances),
  BELAGT_NAT64: readable(nat64Prefixes),
  BELAGT_TIMESTAMP_ROOTS: z.preprocess(
    unset,
    z.string().refine(isCertificateFile, "is not a file of certificates (PEM)").optional(),
  ),
  BELAGT_TRUSTED_PROXIES: z.preprocess(
    unset,
    z.coerce.number(notANumber).int(notANumber).min(0, notANumber).max(10, notANumber).default(0),
  ),
});

export type Settings = {
  /** Someone else's PostgreSQL; without it, the embedded one. */
  databaseUrl: string | undefined;
  /** The same database, as the role that the application works under; without it, the owner of the tables. */
  appDatabaseUrl: string | undefined;
  /** Absolute. */
  dataDir: string;
  baseUrl: string;
  port: number;
  /** The address to listen on; every one when undefined. */
  host: string | undefined;
};

/**
 * @param surroundings `process.env`
 * @throws Refusal naming each setting that cannot be understood
 */
export function readSettings(surroundings: NodeJS.ProcessEnv): Settings {
  const parsed = operatorSettings.safeParse(surroundings);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ");
    throw new Refusal(
      exitCodes.usage,
      `A setting cannot be understood: ${wrong}.`,
      "Correct it or leave it out: each has a default.",
    );
  }
  const { DATABASE_URL, BELAGT_APP_DATABASE_URL, BELAGT_DATA_DIR, BELAGT_BASE_URL, PORT, HOST } = parsed.data;
  if (parsed.data.BELAGT_SMTP_URL && !parsed.data.BELAGT_MAIL_FROM)
    throw new Refusal(
      exitCodes.usage,
      "BELAGT_SMTP_URL is set and BELAGT_MAIL_FROM is not.",
      "Say whom the letters are from, for example: BELAGT_MAIL_FROM=desk@example.org",
    );
  if (BELAGT_APP_DATABASE_URL && !DATABASE_URL)
    throw new Refusal(
      exitCodes.usage,
      "BELAGT_APP_DATABASE_URL is set and DATABASE_URL is not.",
      "Leave it out: the embedded database makes a role of its own for the application.",
    );
  return {
    databaseUrl: DATABASE_URL,
    appDatabaseUrl: BELAGT_APP_DATABASE_URL,
    dataDir: path.resolve(root, BELAGT_DATA_DIR),
    baseUrl: BELAGT_BASE_URL ?? `http://localhost:${PORT}`,
    port: PORT,
    host: HOST,
  };
}

/** What lib/core/env.ts reads in the application and in the processes that prepare it. */
export function applicationEnv({ dataDir, baseUrl, port }: Settings, databaseUrl: string): NodeJS.ProcessEnv {
  const { BELAGT_APP_DATABASE_URL: _, ...rest } = process.env;
  return {
    ...rest,
    DATABASE_URL: databaseUrl,
    BELAGT_DATA_DIR: dataDir,
    BELAGT_BASE_URL: baseUrl,
    PORT: String(port),
  };
}
