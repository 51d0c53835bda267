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
import { CopyConcerns } from "../snapshot/copy-concerns";
import { InItsPlace } from "../snapshot/in-its-place";

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
        <>
          <p>
            <a href={`${href(locale, `/desk/copies/${state.copy.id}`)}#passage-${id}`}>
              {t(isPaged(state.copy) ? "quoteState.inCopyPage" : "quoteState.inCopy", {
                page: state.copy.page,
              })}
            </a>
          </p>
          <CopyConcerns concerns={state.concerns} locale={locale} />
        </>
      );
    case "in-doubt":
      return (
        <>
          <CopyConcerns concerns={state.concerns} locale={locale} help />
          <p>
            <a href={href(locale, `/desk/copies/${state.copyId}`)}>{t("quoteState.seeCopies")}</a>
          </p>
        </>
      );
    case "which-place":
      return (
        <p className="problem">
          {t("quoteState.whichPlace", { count: state.places.length + state.more })}{" "}
          <a href={`${href(locale, `/desk/evidence/${id}`)}#places`}>{t("quoteState.toPlaces")}</a>
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
const isPaged = ({ mediaType, pages }: Omit<CopyPlace, "page">) => copyKind(mediaType) === "pdf" && pages > 1;

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
  const { page, passage } = nearest;
  return (
    <SaveAt
      draft={draft}
      page={page}
      position={passage}
      excerpt={quotable(passage.text)}
      locale={locale}
      submit={t("quoteState.take")}
    />
  );
}

interface ChoosePlaceProps {
  readonly draft: TakeWordsProps["draft"] & { readonly language: string };
  readonly state: QuoteState & { readonly kind: "which-place" };
  readonly locale: Locale;
}

/** The places where a copy has the words, each with what stands around it, and a button that says it is the one. */
export function ChoosePlace({ draft, state: { copy, places, more }, locale }: ChoosePlaceProps) {
  const t = translator(locale);
  return (
    <section aria-labelledby="places">
      <h2 id="places">{t("quoteState.places")}</h2>
      <ol className="work">
        {places.map((place, index) => (
          <li key={`${place.page}-${place.start}`}>
            <InItsPlace place={place} lang={draft.language} />
            {isPaged(copy) && <p className="fine">{t("quoteState.onPage", { page: place.page })}</p>}
            <SaveAt
              draft={draft}
              page={place.page}
              position={place}
              excerpt={draft.evidence.excerpt}
              locale={locale}
              submit={t("quoteState.choose", { number: index + 1 })}
            />
          </li>
        ))}
      </ol>
      <p className="fine">
        {more > 0 && t("quoteState.more", { count: more })}{" "}
        <a href={href(locale, `/desk/copies/${copy.id}`)}>{t("quoteState.seeCopies")}</a>
      </p>
    </section>
  );
}

interface SaveAtProps {
  readonly draft: TakeWordsProps["draft"];
  readonly page: number;
  readonly position: { readonly start: number; readonly end: number };
  readonly excerpt: string;
  readonly locale: Locale;
  readonly submit: string;
}

/** Saves a draft passage as words of one place. */
function SaveAt({ draft, page, position, excerpt, locale, submit }: SaveAtProps) {
  const at = { paragraph: null, charStart: position.start, charEnd: position.end };
  const fields = asFields({ ...draft.evidence, excerpt, at, page });
  return (
    <Form
      locale={locale}
      action={saveEvidence}
      fields={[]}
      hidden={Object.fromEntries(Object.keys(fields).map((name) => [name, first(fields, name)]))}
      draft={{ id: draft.id, revision: draft.revision }}
      sendKey={crypto.randomUUID()}
      submit={submit}
    />
  );
}
