import { Form } from "@/components/desk/form/form";
import { AlongRows } from "@/components/record/seen/along-rows";
import { type Actor, atLeast } from "@/lib/core/actor";
import { momentWords } from "@/lib/core/date-words/date-words";
import type { Bilingual, Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { SeenRow } from "@/lib/record/seen/seen";
import {
  approveVerdict,
  dropVerdict,
  requestChanges,
  submitVerdict,
} from "@/lib/record/verdict/verdict-actions";
import { type Check, obstacles } from "@/lib/record/verdict/verdict-checklist";
import type { DeskVerdictDraft } from "@/lib/record/verdict/verdict-desk-queries";

interface VerdictReviewProps {
  readonly draft: DeskVerdictDraft;
  readonly checks: readonly Check[];
  readonly seen: string;
  readonly along: readonly SeenRow[];
  /** Of the dispute. */
  readonly zone: string;
  readonly author: Bilingual | null;
  readonly actor: Actor;
  readonly locale: Locale;
}

/** The way of a draft: its steps so far, and those this actor can take now. */
export function VerdictReview({
  draft,
  checks,
  seen,
  along,
  zone,
  author,
  actor,
  locale,
}: VerdictReviewProps) {
  const t = translator(locale);
  const step = {
    locale,
    draft: { id: draft.id, revision: draft.revision },
    fields: [
      {
        kind: "long",
        name: "note",
        label: t("review.note"),
        help: t("review.noteHelp"),
        max: 2000,
        optional: true,
      },
    ],
  } as const;
  const open = obstacles(checks);
  const isReviewing = draft.state === "in_review" && atLeast(actor, "editor");
  return (
    <section aria-labelledby="review" className="review">
      <h2 id="review">{t("review.title")}</h2>
      <p>{t(`review.state.${draft.state}`, { authors: draft.authors.join(", ") })}</p>
      {draft.reviews.length > 0 && (
        <ol className="work">
          {draft.reviews.map(({ id, kind, note, by, at }) => (
            <li key={id}>
              <b>{t(`review.kinds.${kind}`)}</b> {by}, <time dateTime={at}>{momentWords(at, locale)}</time>
              {note && <p className="note-text">{note}</p>}
            </li>
          ))}
        </ol>
      )}
      {draft.state !== "in_review" && (
        <details className="more">
          <summary>{t("review.submit")}</summary>
          <p className="help">{t("review.submitHelp")}</p>
          <Form {...step} action={submitVerdict} sendKey={crypto.randomUUID()} submit={t("review.submit")} />
        </details>
      )}
      {isReviewing && !draft.isAuthor && (
        <details className="more" open={open.length === 0}>
          <summary>{t("review.publish")}</summary>
          <p className="help">
            {open.length === 0 ? t("review.publishHelp") : t("review.publishShut", { count: open.length })}
          </p>
          {author && (
            <p className="help">
              {t("review.signed", { author: author[locale], approver: actor.byline[locale] })}
            </p>
          )}
          <AlongRows rows={along} zone={zone} locale={locale} />
          <Form
            {...step}
            action={approveVerdict}
            seen={seen}
            sendKey={crypto.randomUUID()}
            submit={t("review.publish")}
            grave
          />
        </details>
      )}
      {isReviewing && draft.isAuthor && <p className="help">{t("review.ownDraft")}</p>}
      {isReviewing && (
        <details className="more">
          <summary>{t("review.requestChanges")}</summary>
          <Form
            {...step}
            fields={[
              {
                kind: "long",
                name: "note",
                label: t("review.changesNote"),
                help: t("review.changesNoteHelp"),
                max: 2000,
              },
            ]}
            action={requestChanges}
            sendKey={crypto.randomUUID()}
            submit={t("review.requestChanges")}
          />
        </details>
      )}
      <details className="more">
        <summary>{t("review.drop")}</summary>
        <p className="help">{t("review.dropHelp")}</p>
        <Form {...step} action={dropVerdict} sendKey={crypto.randomUUID()} submit={t("review.drop")} grave />
      </details>
    </section>
  );
}
