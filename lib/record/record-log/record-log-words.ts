import type { Locale } from "../../core/language/language.ts";
import { translator } from "../../core/language/translator.ts";
import type { EntryType, LogEntry } from "./record-log.ts";

type Noun = EntryType extends `${infer Noun}.${string}` ? Noun : never;

/** What an entry of the log published, in words. */
export function entryWords({ type, version }: Pick<LogEntry, "type" | "version">, locale: Locale): string {
  const t = translator(locale);
  if (type === "copy.attested") return t("log.types.copyAttested");
  if (type === "reply.declined") return t("log.types.replyDeclined");
  if (type === "removal.decided") return t("log.types.removalDecided");
  const [noun] = type.split(".");
  return t(`log.types.${noun as Noun}`, { version: version ?? 1 });
}
