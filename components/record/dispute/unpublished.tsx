import { Tick } from "@/components/desk/form/tick";
import { DiscardLink } from "@/components/record/draft/discard";
import { dateWords } from "@/lib/core/date-words/date-words";
import { href, type Locale, otherLocale } from "@/lib/core/language/language";
import { type Translator, translator } from "@/lib/core/language/translator";
import type { DisputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import type { DraftTable, Unpublished } from "@/lib/record/dispute/dispute-drafts";
import {
  draftWords,
  knownIn,
  namesIn,
  warningWords,
  whyWords,
  withoutStop,
} from "@/lib/record/dispute/dispute-words";
import { DISCARDABLE, type Discardable } from "@/lib/record/draft/draft";
import { HandOverLink } from "./handover";

interface UnpublishedProps {
  readonly rows: readonly Unpublished[];
  readonly dispute: DisputeDesk;
  readonly locale: Locale;
  /** Whoever looks may choose: they stand in a form. */
  readonly chooses: boolean;
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
    notConcerned: `/desk/claims/${parentId}/interests/new`,
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
    replyRequest: `/desk/requests/${id}`,
    asking: `/desk/requests/${id}`,
    reply: parentId && `/desk/requests/${parentId}`,
  };
  return paths[table] ?? null;
}

/**
 * Drafts under what they are: every word of each, in both languages, the way to change it and to throw it away, a box to
 * choose it by where it can be published, and why it stays where it cannot.
 */
export function UnpublishedRows({ rows, dispute, locale, chooses }: UnpublishedProps) {
  const t = translator(locale);
  const tables = [...new Set(rows.map(({ table }) => table))];
  const known = knownIn(dispute);
  return tables.map((table) => (
    <section key={table} aria-label={t(`deskRecord.tables.${table}`)}>
      <h3>{t(`deskRecord.tables.${table}`)}</h3>
      <ul className="work">
        {rows
          .filter((row) => row.table === table)
          .map((row) => {
            const warnings = warningWords(row, t);
            const discards = discardOf(row);
            const path = draftPath(row, dispute);
            const words = draftWords(row, known, locale);
            return (
              <li key={row.key}>
                {chooses && row.why.length === 0 ? (
                  <Tick name="chosen" value={row.key}>
                    {words}
                  </Tick>
                ) : (
                  words
                )}
                <Others row={row} dispute={dispute} locale={locale} />
                {row.why.length > 0 && (
                  <p>
                    <b className="draft-mark">{t("deskRecord.publish.staysMark")}</b>{" "}
                    {whyWords(row, rows, known, locale).join(" ")}
                  </p>
                )}
                {warnings.length > 0 && <p className="fine">{warnings.join(" ")}</p>}
                <p className="do">
                  {path && <a href={href(locale, path)}>{t("deskRecord.change")}</a>}
                  {discards && (
                    <>
                      <HandOverLink locale={locale} disputeId={dispute.id} about={row.key} />
                      <DiscardLink locale={locale} {...discards} />
                    </>
                  )}
                </p>
              </li>
            );
          })}
      </ul>
    </section>
  ));
}

/** As what a draft is thrown away; null: by another way, or not alone. */
function discardOf({ table, id }: Unpublished): { readonly table: Discardable; readonly id: string } | null {
  const found = DISCARDABLE.find((each) => each === table);
  return found ? { table: found, id } : null;
}

interface RowProps {
  readonly row: Unpublished;
  readonly dispute: DisputeDesk;
  readonly locale: Locale;
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
    ...(unworded ? [] : namesIn(row, knownIn(dispute), locale)),
    ...row.dates.map((date) => dateWords(date, locale, dispute.timeZone)),
    ...(row.slug ? [t("deskRecord.publish.address", { slug: row.slug })] : []),
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
