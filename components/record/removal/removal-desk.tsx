import { DeskForm } from "@/components/desk/form/desk-form";
import type { FieldSpec } from "@/components/desk/form/field-spec";
import { Form } from "@/components/desk/form/form";
import { type Actor, atLeast } from "@/lib/core/actor";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, inEither, LOCALES, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { GROUNDS, isDown, OUTCOMES, type Removable } from "@/lib/record/removal/removal";
import {
  proposeDecision,
  publishDecision,
  takeDownNow,
  throwAwayDecision,
} from "@/lib/record/removal/removal-actions";
import type { DeskRemoval, RemovableRow } from "@/lib/record/removal/removal-desk-queries";

interface DeskProps {
  readonly actor: Actor;
  readonly locale: Locale;
}

/** The way to taking something down, on its page at the desk. For editors, and of what is published. */
export function TakeDownLink({ table, id, actor, locale }: { table: Removable; id: string } & DeskProps) {
  const t = translator(locale);
  if (!atLeast(actor, "editor")) return null;
  return <a href={href(locale, `/desk/removals/new/${table}/${id}`)}>{t("removal.desk.link")}</a>;
}

const reasonField = (locale: Locale): FieldSpec => {
  const t = translator(locale);
  return {
    kind: "bilingual",
    name: "reason",
    label: t("removal.desk.reason"),
    help: t("removal.desk.reasonHelp"),
    long: true,
    max: 400,
  };
};

/** Takes something down: on which ground, and why, for everybody to read. */
export function TakeDownForm({ row, actor, locale }: { row: RemovableRow & { seen: string } } & DeskProps) {
  const t = translator(locale);
  return (
    <DeskForm
      locale={locale}
      action={takeDownNow}
      fields={[
        {
          kind: "radios",
          name: "ground",
          label: t("removal.ground"),
          help: t("removal.onlyGrounds"),
          options: GROUNDS.map((value) => ({ value, label: t(`removal.grounds.${value}`) })),
        },
        reasonField(locale),
      ]}
      hidden={{ table: row.table, rowId: row.id }}
      seen={row.seen}
      actor={actor}
      kept={`removal/new/${row.id}`}
      grave
      submit={t("removal.desk.now")}
    />
  );
}

/** What should become of a removal: proposed by one, published by another. */
export function RemovalDecisions({ desk, actor, locale }: { desk: DeskRemoval } & DeskProps) {
  const t = translator(locale);
  const { removal, proposed } = desk;
  if (!isDown(removal)) return null;
  if (!proposed) {
    const open = OUTCOMES.filter((outcome) => outcome !== removal.decided?.outcome);
    return (
      <>
        <h2>{t("removal.desk.decide")}</h2>
        <p className="help">{t("removal.desk.decideHelp")}</p>
        <DeskForm
          locale={locale}
          action={proposeDecision}
          fields={[
            {
              kind: "radios",
              name: "outcome",
              label: t("removal.desk.outcome"),
              options: open.map((value) => ({ value, label: t(`removal.desk.outcomes.${value}`) })),
            },
            reasonField(locale),
          ]}
          hidden={{ removalId: removal.id }}
          actor={actor}
          kept={`removal/decide/${removal.id}`}
          submit={t("removal.desk.propose")}
        />
      </>
    );
  }
  const shared = { locale, fields: [], hidden: { id: proposed.id }, grave: true };
  return (
    <>
      <h2>{t("removal.desk.proposed", { outcome: t(`removal.desk.outcomes.${proposed.outcome}`) })}</h2>
      {LOCALES.map((language) => (
        <p key={language} lang={language} className="mt-3">
          {proposed.reason[language]}
        </p>
      ))}
      {proposed.own ? (
        <p className="note mt-3">{t("removal.desk.own")}</p>
      ) : (
        <Form
          {...shared}
          action={publishDecision}
          seen={proposed.seen}
          sendKey={crypto.randomUUID()}
          submit={t("removal.desk.publish")}
        />
      )}
      <details className="more">
        <summary>{t("removal.desk.discard")}</summary>
        <Form
          {...shared}
          action={throwAwayDecision}
          sendKey={crypto.randomUUID()}
          submit={t("removal.desk.discard")}
        />
      </details>
    </>
  );
}

/** One line of the list: what stood there, and whether it is down. */
export function RemovalLine({
  removal,
  row,
  locale,
}: Pick<DeskRemoval, "removal" | "row"> & { locale: Locale }) {
  const t = translator(locale);
  return (
    <li>
      <b className={isDown(removal) ? "draft-mark" : "public-mark"}>
        {isDown(removal)
          ? t("removal.notice", {
              what: t(`removal.kinds.${removal.table}`),
              date: dayWords(removal.publishedAt, locale),
            })
          : t("removal.page.back")}
      </b>{" "}
      <a href={href(locale, `/desk/removals/${removal.id}`)}>{inEither(row.title, locale)}</a>
      <p className="fine">
        {t(`removal.grounds.${removal.ground}`)}. {!removal.decided && t("removal.undecided")}
      </p>
    </li>
  );
}
