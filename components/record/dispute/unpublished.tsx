import { dateWords } from "@/lib/core/date-words/date-words";
import { href, inEither, type Locale, otherLocale } from "@/lib/core/language/language";
import { type Translator, translator } from "@/lib/core/language/translator";
import type { DisputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import type { DraftTable, Unpublished } from "@/lib/record/dispute/dispute-drafts";
import type { Hindrance } from "@/lib/record/evidence/evidence-hindrance";

interface UnpublishedProps {
  readonly rows: readonly Unpublished[];
  readonly dispute: DisputeDesk;
  readonly locale: Locale;
}

/** Where a draft row is changed, if it has a page of its own or stands on another's. */
function draftPath({ table, id, parentId }: Unpublished, dispute: DisputeDesk): string | null {
  const own = `/desk/disputes/${dispute.id}`;
  const role = dispute.parties.find(({ partyId }) => partyId === (table === "party" ? id : parentId));
  const paths: Partial<Record<DraftTable, string | null>> = {
    dispute: `${own}/wording`,
    disputeWording: `${own}/wording`,
    party: role ? `${own}/parties/${role.id}` : null,
    partyWording: role ? `${own}/parties/${role.id}` : null,
    partyIdentifier: role ? `${own}/parties/${role.id}` : null,
    partyRole: `${own}/parties/${id}`,
    claim: `/desk/claims/${id}`,
    claimWording: `/desk/claims/${parentId}/wording`,
    interest: `/desk/claims/${parentId}/wording`,
    relation: `/desk/claims/${parentId}`,
    appearance: `/desk/appearances/${id}`,
    evidence: `/desk/evidence/${id}`,
    source: `/desk/sources/${id}`,
    snapshot: `/desk/sources/${parentId}`,
    sourceEdge: `/desk/sources/${parentId}`,
    event: `/desk/events/${id}`,
    falsifier: `${own}/falsifiers/${id}`,
    claimFalsifier: `${own}/falsifiers/${parentId}`,
    falsifierState: `${own}/falsifiers/${parentId}`,
  };
  return paths[table] ?? null;
}

/** Draft rows under what they are: every word of each, in both languages, and the way to change it. */
export function UnpublishedRows({ rows, dispute, locale }: UnpublishedProps) {
  const t = translator(locale);
  const tables = [...new Set(rows.map(({ table }) => table))];
  return tables.map((table) => (
    <section key={table} aria-label={t(`deskRecord.tables.${table}`)}>
      <h3>{t(`deskRecord.tables.${table}`)}</h3>
      <ul className="work">
        {rows
          .filter((row) => row.table === table)
          .map((row) => (
            <li key={row.id}>
              <DraftWords row={row} dispute={dispute} locale={locale} />
              <Others row={row} dispute={dispute} locale={locale} />
              {(row.own || row.hindrances.length > 0) && (
                <span className="do">
                  {row.hindrances.length > 0 && (
                    <span className="draft-mark">{t("deskRecord.publish.isHindered")}</span>
                  )}
                  {row.own && <span className="draft-mark">{t("deskRecord.publish.isOwn")}</span>}
                </span>
              )}
            </li>
          ))}
      </ul>
    </section>
  ));
}

/** What keeps a row from being published, as a sentence. */
export function hindranceWords(hindrance: Hindrance, t: Translator): string {
  if (hindrance.reason !== "half-translated") return t(`deskRecord.publish.hindrances.${hindrance.reason}`);
  const { field, language } = hindrance;
  const key = `seen.fields.${field}`;
  const name = t.has(key as never) ? t(key as "seen.fields.title") : field;
  return t("deskRecord.publish.hindrances.half-translated", { name, language });
}

interface RowProps {
  readonly row: Unpublished;
  readonly dispute: DisputeDesk;
  readonly locale: Locale;
}

/** The words of a row, leading to where they are changed. */
export function DraftWords({ row, dispute, locale }: RowProps) {
  const path = draftPath(row, dispute);
  const names = namesIn(row, dispute, locale);
  const words =
    inEither(row.words, locale) || names.join(": ") || translator(locale)(`deskRecord.tables.${row.table}`);
  return path ? <a href={href(locale, path)}>{words}</a> : words;
}

/** The rest of what a row says: its words in the other language, its other texts, what it names and when. */
function Others({ row, dispute, locale }: RowProps) {
  const t = translator(locale);
  const other = otherLocale(locale);
  const texts = [row.words, ...row.texts].flatMap((text, index) => [
    ...(index > 0 && text[locale] !== "" ? [{ lang: locale, words: text[locale] }] : []),
    ...(text[other] !== "" && text[other] !== text[locale] ? [{ lang: other, words: text[other] }] : []),
  ]);
  const unworded = row.words.sv + row.words.en === "";
  const facts = [
    choiceWords(row, t),
    ...(unworded ? [] : namesIn(row, dispute, locale)),
    ...row.dates.map((date) => dateWords(date, locale, dispute.timeZone)),
  ].filter((fact) => fact !== "" && fact !== withoutStop(row.words[locale]));
  return (
    <>
      {texts.map(({ lang, words }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row's texts have no other name than their place
        <p key={index} lang={lang}>
          {words}
        </p>
      ))}
      {facts.length > 0 && <p className="fine">{facts.join(". ")}.</p>}
    </>
  );
}

/** What a row names, by the words it has in this dispute. */
const namesIn = (row: Unpublished, dispute: DisputeDesk, locale: Locale): string[] => {
  const known = [
    ...dispute.parties.map(({ partyId, words }) => ({ id: partyId, words })),
    ...dispute.lines,
    ...dispute.sources,
    ...dispute.events,
    ...dispute.falsifiers,
  ];
  return row.names.flatMap((id) => {
    const found = known.find((each) => each.id === id);
    return found ? [withoutStop(inEither(found.words, locale))] : [];
  });
};

/** A sentence among others of a list ends with the list. */
const withoutStop = (text: string): string => text.replace(/\.$/, "");

/** What was chosen for a row, in the words of the form where it was. */
function choiceWords({ table, choice }: Unpublished, t: Translator): string {
  const under: Partial<Record<DraftTable, string>> = {
    party: "party.kinds",
    partyRole: "deskRecord.party.sides",
    partyIdentifier: "deskRecord.party.schemes",
    claim: "deskRecord.claim.kinds",
    interest: "deskRecord.claim.gains",
    relation: "deskRecord.claim.relations",
    source: "source.kinds",
    sourceEdge: "deskRecord.source.edges",
    appearance: "deskRecord.appearance.modes",
    evidence: "stances",
    falsifierState: "deskRecord.falsifier.kinds",
  };
  const key = under[table] && choice ? `${under[table]}.${choice}` : "";
  const words = t.has(key as never) ? t(key as "stances.supports") : "";
  return table === "interest" && words !== "" ? `${t("deskRecord.claim.gainsIf")} ${words}` : words;
}
