import { Form } from "@/components/desk/form/form";
import { momentWords } from "@/lib/core/date-words/date-words";
import { href, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { JobView } from "@/lib/desk/job/job";
import { repeatParkedJob } from "@/lib/site/work/work-actions";

interface JobListProps {
  readonly locale: Locale;
  readonly jobs: readonly JobView[];
  /** What is said when there are none. */
  readonly none: string;
}

/** Jobs with how far each has come, and the way to begin a parked one anew. */
export function JobList({ locale, jobs, none }: JobListProps) {
  const t = translator(locale);
  if (jobs.length === 0) return <p className="empty">{none}</p>;
  return (
    <ul className="work">
      {jobs.map((job) => {
        const what = t(`job.kinds.${wordOf(job.kind)}`);
        const about = job.about && inEither(job.about.title, locale);
        return (
          <li key={job.id}>
            <b>{what}</b>
            {job.about && (
              <>
                {": "}
                <a href={href(locale, job.about.href)}>{about}</a>
              </>
            )}
            <br />
            <span className="fine">
              {stateWords(job, locale).join(", ")}.
              {job.problem && job.state !== "done" && (
                <>
                  {" "}
                  <span translate="no">{job.problem}</span>
                </>
              )}
            </span>
            {job.progress !== null && (
              <progress max={100} value={job.progress} aria-label={about ? `${what}: ${about}` : what} />
            )}
            {job.state === "parked" && (
              <Form
                locale={locale}
                action={repeatParkedJob}
                fields={[]}
                hidden={{ kind: job.kind, id: job.id }}
                sendKey={crypto.randomUUID()}
                submit={t("job.repeat", { what: about ?? what })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Keys of messages hold no dots of their own. */
const wordOf = (kind: JobView["kind"]) => WORDS[kind];

const WORDS = {
  "capture.fetch": "capture-fetch",
  "recheck.source": "recheck-source",
  "timestamp.ask": "timestamp-ask",
  "outside-copy.ask": "outside-copy-ask",
  "recheck.plan": "recheck-plan",
  "blob.scrub": "blob-scrub",
  "letter.send": "letter-send",
  "retention.sweep": "retention-sweep",
} as const satisfies Record<JobView["kind"], string>;

function stateWords(job: JobView, locale: Locale): string[] {
  const t = translator(locale);
  const ended = job.state === "done" || job.state === "parked";
  return [
    t("job.asked", { date: momentWords(job.at, locale) }),
    t(`job.states.${job.state}`),
    ...(job.tries > 1 || job.state === "parked" ? [t("job.tries", { count: job.tries })] : []),
    ...(job.progress !== null ? [t("job.progress", { percent: job.progress })] : []),
    ...(job.next && job.state === "again" ? [t("job.next", { date: momentWords(job.next, locale) })] : []),
    ...(job.next && ended ? [t("job.ended", { date: momentWords(job.next, locale) })] : []),
  ];
}
