import { DeskForm } from "@/components/desk/form/desk-form";
import { Form } from "@/components/desk/form/form";
import { type Actor, atLeast } from "@/lib/core/actor";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, inEither, LOCALES, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { Mergeable } from "@/lib/record/merge/merge";
import { publishMergeNow, saveMerge, throwAwayMerge } from "@/lib/record/merge/merge-actions";
import type { DeskMerge } from "@/lib/record/merge/merge-desk-queries";

interface DeskProps {
  readonly actor: Actor;
  readonly locale: Locale;
}

/** The way to merging something into another, on its page at the desk. */
export function MergeLink({ table, id, actor, locale }: { table: Mergeable; id: string } & DeskProps) {
  const t = translator(locale);
  if (!atLeast(actor, "journalist")) return null;
  return <a href={href(locale, `/desk/merges/${table}/${id}`)}>{t("merge.link")}</a>;
}

/** What something is to be merged into: proposed by one, published by another. */
export function MergeDesk({ merge, actor, locale }: { merge: DeskMerge } & DeskProps) {
  const t = translator(locale);
  const { table, from, others, proposed } = merge;
  if (!proposed)
    return (
      <DeskForm
        locale={locale}
        action={saveMerge}
        fields={[
          {
            kind: "choice",
            name: "intoId",
            label: t("merge.into"),
            help: t("merge.intoHelp"),
            options: others.map(({ id, name }) => ({ value: id, label: inEither(name, locale) })),
            none: t("deskRecord.none"),
          },
          {
            kind: "bilingual",
            name: "reason",
            label: t("merge.reason"),
            help: t("merge.reasonHelp"),
            long: true,
            max: 400,
          },
        ]}
        hidden={{ table, fromId: from.id }}
        actor={actor}
        kept={`merge/new/${from.id}`}
        submit={t("merge.propose")}
      />
    );
  const shared = { locale, fields: [], hidden: { id: proposed.id }, grave: true };
  return (
    <>
      <h2>
        {proposed.publishedAt
          ? t("merge.done", {
              name: inEither(proposed.into.name, locale),
              date: dayWords(proposed.publishedAt, locale),
            })
          : t("merge.proposed", { name: inEither(proposed.into.name, locale) })}
      </h2>
      {LOCALES.map((language) => (
        <p key={language} lang={language} className="mt-3">
          {proposed.reason[language]}
        </p>
      ))}
      {!proposed.publishedAt && (
        <>
          {proposed.own ? (
            <p className="note mt-3">{t("merge.own")}</p>
          ) : atLeast(actor, "editor") ? (
            <>
              <p className="help">{t("merge.publishHelp")}</p>
              <Form
                {...shared}
                action={publishMergeNow}
                seen={proposed.seen}
                sendKey={crypto.randomUUID()}
                submit={t("merge.publish")}
              />
            </>
          ) : (
            <p className="note mt-3">{t("merge.editorOnly")}</p>
          )}
          <details className="more">
            <summary>{t("merge.discard")}</summary>
            <Form
              {...shared}
              action={throwAwayMerge}
              sendKey={crypto.randomUUID()}
              submit={t("merge.discard")}
            />
          </details>
        </>
      )}
    </>
  );
}
