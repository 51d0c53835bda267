import { Form } from "@/components/desk/form/form";
import { type Actor, atLeast } from "@/lib/core/actor";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { ACCEPTED_FILES, type CaptureView } from "@/lib/record/capture/capture";
import { uploadCopy } from "@/lib/record/capture/capture-actions";
import type { DeskCopyLine } from "@/lib/record/snapshot/snapshot-desk-queries";
import { CaptureList } from "./capture-list";
import { CopyComing } from "./copy-coming";
import { CopyList } from "./copy-list";
import { FetchCopy } from "./fetch-copy";

interface SourceCopiesProps {
  readonly source: { readonly id: string; readonly url: string | null };
  readonly copies: readonly DeskCopyLine[];
  readonly captures: readonly CaptureView[];
  readonly actor: Actor;
  readonly locale: Locale;
}

/** At the desk: what copies we have of a source, how they were taken, and the two ways to have another. */
export function SourceCopies({ source, copies, captures, actor, locale }: SourceCopiesProps) {
  const t = translator(locale);
  const underWay = captures.some(isUnderWay);
  const mayTake = atLeast(actor, "journalist");
  const fetches = mayTake && source.url !== null && !underWay;
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">{t("capture.title")}</h2>
      <CopyList copies={copies} locale={locale} discards={mayTake} />
      {/* Always there, so that what comes into it is said aloud: the page draws itself anew while something is under way. */}
      <div aria-live="polite">
        {captures.length > 0 && (
          <>
            <h3>{t("capture.attempts")}</h3>
            <CaptureList sourceId={source.id} captures={captures} locale={locale} fetches={fetches} />
          </>
        )}
      </div>
      {underWay && <CopyComing path={`/desk/sources/${source.id}#copies`} locale={locale} />}
      {fetches && captures[0]?.state !== "failed" && (
        <FetchCopy
          sourceId={source.id}
          locale={locale}
          label={t(copies.length === 0 ? "capture.fetch" : "capture.fetchNew")}
        />
      )}
      {mayTake && (
        <>
          <h3>{t("capture.upload")}</h3>
          <Form
            locale={locale}
            action={uploadCopy}
            fields={[
              {
                kind: "file",
                name: "file",
                label: t("capture.file"),
                help: t("capture.uploadHelp"),
                accept: ACCEPTED_FILES,
              },
            ]}
            hidden={{ sourceId: source.id }}
            sendKey={crypto.randomUUID()}
            submit={t("capture.keep")}
          />
        </>
      )}
    </section>
  );
}

export const isUnderWay = ({ state }: CaptureView): boolean => state === "waiting" || state === "working";
