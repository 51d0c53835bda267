import { Line } from "@/components/core/ui/line";
import { momentWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { type Translator, translator } from "@/lib/core/language/translator";
import type { CaptureView, UploadFacts } from "@/lib/record/capture/capture";
import { passingKey, problemKey } from "@/lib/record/capture/capture-problem";
import { FetchCopy } from "./fetch-copy";
import { KeepAttachment } from "./keep-attachment";

interface CaptureListProps {
  readonly sourceId: string;
  /** Newest first. */
  readonly captures: readonly CaptureView[];
  readonly locale: Locale;
  /** Whether this actor may have the page fetched. */
  readonly fetches: boolean;
}

/** The attempts to take copies of a source: how far each has come, or why it came to nothing and what to do then. */
export function CaptureList({ sourceId, captures, locale, fetches }: CaptureListProps) {
  const t = translator(locale);
  return (
    <ul className="work">
      {captures.map((capture, index) => (
        <li key={capture.id}>
          <State capture={capture} locale={locale} t={t} />
          {capture.upload && (
            <Upload capture={capture} facts={capture.upload} locale={locale} keeps={fetches} />
          )}
          {capture.snapshotId && (
            <p className="do">
              <a href={href(locale, `/desk/copies/${capture.snapshotId}`)}>{t("capture.open")}</a>
            </p>
          )}
          {index === 0 && capture.state === "failed" && fetches && (
            <FetchCopy sourceId={sourceId} locale={locale} label={t("capture.fetchAgain")} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface StateProps {
  readonly capture: CaptureView;
  readonly locale: Locale;
  readonly t: Translator;
}

function State({ capture, locale, t }: StateProps) {
  const { method, state, progress, problem, detail } = capture;
  return (
    <>
      <p className={state === "failed" ? "problem" : undefined}>{stateWords(capture, locale, t)}</p>
      {state === "failed" && <p>{t(problemKey(problem ?? ""))}</p>}
      {state === "working" && <progress max={100} value={progress} aria-label={t("capture.progress")} />}
      {method === "fetch" && (
        <p className="fine">
          {t("capture.asked", { date: momentWords(capture.requestedAt, locale) })}{" "}
          {problem && detail && <span translate="no">{detail}</span>}
        </p>
      )}
    </>
  );
}

function stateWords(capture: CaptureView, locale: Locale, t: Translator): string {
  const { method, state, progress, problem } = capture;
  const date = momentWords(capture.finishedAt ?? capture.requestedAt, locale);
  switch (state) {
    case "working":
      return t("capture.states.working", { percent: progress });
    case "done":
      return t(method === "upload" ? "capture.states.uploaded" : "capture.states.fetched", { date });
    case "failed":
      return t("capture.states.failed", { date });
    case "waiting":
      return problem
        ? t("capture.states.again", { problem: t(passingKey(problem)) })
        : t("capture.states.waiting");
  }
}

interface UploadProps {
  readonly capture: CaptureView;
  readonly facts: UploadFacts;
  readonly locale: Locale;
  /** Whether this actor may keep what was not kept. */
  readonly keeps: boolean;
}

/** What was not kept of an e-mail, by name, and what somebody should know of the file before they quote it. */
function Upload({ capture, facts, locale, keeps }: UploadProps) {
  const t = translator(locale);
  const { turnedAway, flags } = facts;
  const known = flags.filter((flag) => t.has(`capture.flags.${flag}` as never));
  return (
    <>
      {turnedAway.length > 0 && (
        <>
          <p className="problem">{t("capture.turnedAway", { count: turnedAway.length })}</p>
          <ul>
            {turnedAway.map(({ fileName, reason, index, keepable }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two attachments may have one name
              <Line key={`${at}${fileName}`}>
                {t("capture.turnedAwayOne", {
                  name: fileName || t("capture.unnamed", { number: (index ?? at) + 1 }),
                  problem: t(problemKey(reason)),
                })}
                {keepable && index !== undefined && keeps && (
                  <KeepAttachment captureId={capture.id} index={index} locale={locale} />
                )}
              </Line>
            ))}
          </ul>
        </>
      )}
      {known.length > 0 && (
        <>
          <p className="fine">{t("capture.flagged")}</p>
          <ul className="fine">
            {known.map((flag) => (
              <Line key={flag}>{t(`capture.flags.${flag}` as "capture.flags.has-links")}</Line>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
