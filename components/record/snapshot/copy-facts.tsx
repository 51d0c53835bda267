import type { ReactNode } from "react";
import { Fact as PlainFact } from "@/components/core/ui/facts";
import { momentWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { type Translator, translator } from "@/lib/core/language/translator";
import { copyKind } from "@/lib/record/snapshot/snapshot";
import type { CopyOrigin } from "@/lib/record/snapshot/snapshot-origin";

interface CopyFactsProps {
  readonly copy: {
    readonly sha256: string;
    readonly byteLength: number;
    readonly mediaType: string;
    readonly capturedAt: string;
    readonly came: CopyOrigin | null;
    /** For the desk alone. */
    readonly fileName?: string | null;
  };
  readonly source: ReactNode;
  readonly locale: Locale;
}

/** What a copy is: of which source, when and how it was taken, and the hash that it is known by. */
export function CopyFacts({ copy, source, locale }: CopyFactsProps) {
  const t = translator(locale);
  return (
    <dl className="text copy-facts">
      <Fact label={t("copy.source")}>{source}</Fact>
      <Fact label={t("copy.taken")}>{momentWords(copy.capturedAt, locale)}</Fact>
      <Fact label={t("copy.came")}>{cameWords(copy.came, t, locale)}</Fact>
      {copy.fileName && <Fact label={t("copy.fileName")}>{copy.fileName}</Fact>}
      <Fact label={t("copy.kind")}>
        {t(`copy.kinds.${copyKind(copy.mediaType)}`)}, {t("copy.size", { bytes: copy.byteLength })}
        {copyKind(copy.mediaType) === "other" && ` (${copy.mediaType})`}
      </Fact>
      <Fact label="SHA-256">
        <span className="hash">{copy.sha256}</span>
      </Fact>
    </dl>
  );
}

export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <PlainFact label={label} sans>
      {children}
    </PlainFact>
  );
}

function cameWords(came: CopyOrigin | null, t: Translator, locale: Locale): string {
  if (came === null) return t("copy.cameUnknown");
  if (came.method === "upload") return t("copy.cameUploaded");
  if (came.answer === null) return t("copy.cameFetchedOnly");
  const { url, at, status } = came.answer;
  return t("copy.cameFetched", { url, date: momentWords(at, locale), status: String(status) });
}

/** What a page of a copy is called: a web page has no numbers, but the main text and all of it. */
export function pageName(mediaType: string, number: number, t: Translator): string {
  if (copyKind(mediaType) === "page") return t(number === 1 ? "copy.mainText" : "copy.wholePage");
  return t("copy.page", { number });
}
