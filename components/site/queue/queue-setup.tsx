import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";

/** What has to be in place before anything can be published, in the order in which it is done. */
export type SetupStep = "secondFactor" | "imprint" | "people";

const PATHS: Readonly<Record<SetupStep, string>> = {
  secondFactor: "/desk/account/second-factor",
  imprint: "/desk/settings",
  people: "/desk/people/invite",
};

interface QueueSetupProps {
  /** Those that are left. */
  readonly steps: readonly SetupStep[];
  readonly locale: Locale;
}

/** Above the queue until it is done: a desk that is new says what to begin with. */
export function QueueSetup({ steps, locale }: QueueSetupProps) {
  const t = translator(locale);
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="setup">
      <h2 id="setup">{t("queue.setup.title")}</h2>
      <ol className="work">
        {steps.map((step) => (
          <li key={step}>
            <a href={href(locale, PATHS[step])}>{t(`queue.setup.${step}.do`)}</a>
            <p className="queue-when">{t(`queue.setup.${step}.why`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
