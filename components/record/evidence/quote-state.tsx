import { Form } from "@/components/desk/form/form";
import { Differences } from "@/components/desk/history/history";
import { href, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { asFields, first } from "@/lib/desk/form/form";
import { problemKey } from "@/lib/record/capture/capture-problem";
import { saveEvidence } from "@/lib/record/evidence/evidence-actions";
import {
  type CopyPlace,
  type NearestInCopy,
  type QuoteState,
  quotable,
} from "@/lib/record/evidence/evidence-quote-state";
import type { NewEvidence } from "@/lib/record/evidence/evidence-schema";
import { copyKind } from "@/lib/record/snapshot/snapshot";

interface QuoteStateProps {
  /** The piece of evidence. */
  readonly id: string;
  readonly sourceId: string;
  readonly language: string;
  /** Undefined: published, or not this actor's. */
  readonly state: QuoteState | undefined;
  readonly locale: Locale;
}

/** At the desk, under a draft passage: how its words are known, and loudly when they are not. Said aloud when it changes. */
export function QuoteStateLine({ state, ...props }: QuoteStateProps) {
  if (!state) return null;
  return (
    <div className="quote-state" aria-live="polite">
      <StateWords state={state} {...props} />
    </div>
  );
}

function StateWords({
  id,
  sourceId,
  language,
  state,
  locale,
}: QuoteStateProps & { readonly state: QuoteState }) {
  const t = translator(locale);
  const toCopies = (
    <a href={`${href(locale, `/desk/sources/${sourceId}`)}#copies`}>{t("quoteState.toCopies")}</a>
  );
  switch (state.kind) {
    case "in-copy":
      return (
        <p>
          <a href={`${href(locale, `/desk/copies/${state.copy.id}`)}#passage-${id}`}>
            {t(isPaged(state.copy) ? "quoteState.inCopyPage" : "quoteState.inCopy", {
              page: state.copy.page,
            })}
          </a>
        </p>
      );
    case "reason":
      return <p>{t("quoteState.reason", { reason: inEither(state.reason, locale) })}</p>;
    case "not-in-copy":
      return (
        <>
          <p className="problem">{t("quoteState.notInCopy")}</p>
          {state.nearest ? (
            <Nearest nearest={state.nearest} language={language} locale={locale} />
          ) : (
            <p>{t("quoteState.nothingNear")}</p>
          )}
        </>
      );
    case "waiting":
      return (
        <p>
          {t("quoteState.waiting")} {toCopies}
        </p>
      );
    case "failed":
      return (
        <>
          <p className="problem">{t("quoteState.failed", { problem: t(problemKey(state.problem)) })}</p>
          <p>{toCopies}</p>
        </>
      );
    default:
      return (
        <>
          <p className="problem">{t(state.kind === "no-text" ? "quoteState.noText" : "quoteState.noCopy")}</p>
          <p>{toCopies}</p>
        </>
      );
  }
}

/** The pages of a web page are its main text and all of it: they have no numbers that a reader knows. */
const isPaged = ({ mediaType, pages }: CopyPlace) => copyKind(mediaType) === "pdf" && pages > 1;

interface NearestProps {
  readonly nearest: NearestInCopy;
  readonly language: string;
  readonly locale: Locale;
}

/** What the copy has instead, word for word: a slip of the pen is seen at a glance. */
function Nearest({ nearest, language, locale }: NearestProps) {
  const t = translator(locale);
  return (
    <div className="theirs">
      <p className="fine">
        {t(isPaged(nearest) ? "quoteState.nearestPage" : "quoteState.nearest", { page: nearest.page })}
      </p>
      <p lang={language}>
        <Differences parts={nearest.passage.difference} />
      </p>
      <p className="fine">
        {t("quoteState.difference")}{" "}
        <a href={`${href(locale, `/desk/copies/${nearest.id}`)}#page-${nearest.page}`}>
          {t("quoteState.seeCopy")}
        </a>
      </p>
    </div>
  );
}

interface TakeWordsProps {
  readonly draft: { readonly id: string; readonly revision: number; readonly evidence: NewEvidence };
  readonly nearest: NearestInCopy;
  readonly locale: Locale;
}

/** Saves the passage as the copy has it. Where it stands is looked up again when it is saved. */
export function TakeWords({ draft, nearest, locale }: TakeWordsProps) {
  const t = translator(locale);
  const at = { paragraph: null, charStart: nearest.passage.start, charEnd: nearest.passage.end };
  const excerpt = quotable(nearest.passage.text);
  const fields = asFields({ ...draft.evidence, excerpt, at, page: nearest.page });
  return (
    <Form
      locale={locale}
      action={saveEvidence}
      fields={[]}
      hidden={Object.fromEntries(Object.keys(fields).map((name) => [name, first(fields, name)]))}
      draft={{ id: draft.id, revision: draft.revision }}
      sendKey={crypto.randomUUID()}
      submit={t("quoteState.take")}
    />
  );
}
