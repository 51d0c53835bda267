import type { ReactNode } from "react";
import { AddressLink } from "@/components/record/address/address-desk";
import { HandOverLink } from "@/components/record/dispute/handover";
import { Discard, DiscardLink } from "@/components/record/draft/discard";
import { TakeDownLink } from "@/components/record/removal/removal-desk";
import { type Actor, atLeast } from "@/lib/core/actor";
import { dateWords } from "@/lib/core/date-words/date-words";
import { href, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { DeskLine, DisputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import type { Discardable } from "@/lib/record/draft/draft";

interface DisputeDeskProps {
  readonly dispute: DisputeDesk;
  readonly actor: Actor;
  readonly locale: Locale;
  /** How many rows are drafts; null: not for this role. */
  readonly unpublished: number | null;
}

/** The workspace of a dispute: everything in it, public or draft, each with the way to change it or add another. */
export function DisputeWorkspace({ dispute, actor, locale, unpublished }: DisputeDeskProps) {
  const t = translator(locale);
  const writes = atLeast(actor, "journalist");
  const own = `/desk/disputes/${dispute.id}`;
  const part = { locale, writes };
  return (
    <>
      <p>{inEither(dispute.summary, locale)}</p>
      <p className="do">
        <Mark locale={locale} published={dispute.published && !dispute.rewording} />
        {writes && <a href={href(locale, `${own}/wording`)}>{t("deskRecord.dispute.changeWords")}</a>}
        <AddressLink table="Dispute" id={dispute.id} actor={actor} locale={locale} />
        {dispute.published && (
          <>
            <a href={href(locale, `/disputes/${dispute.slug}`)}>{t("deskRecord.dispute.publicPage")}</a>
            <TakeDownLink table="Dispute" id={dispute.id} actor={actor} locale={locale} />
          </>
        )}
        {writes && dispute.published && (
          <a href={href(locale, `/desk/corrections/new?dispute=${dispute.id}`)}>
            {t("amendment.desk.inProse")}
          </a>
        )}
      </p>
      <Part
        {...part}
        id="parties"
        title={t("deskRecord.dispute.parties")}
        rows={dispute.parties}
        empty={t("deskRecord.dispute.noParties")}
        add={{ path: `${own}/parties/new`, label: t("deskRecord.dispute.addParty") }}
      >
        {(party) => (
          <Line
            {...part}
            row={party}
            path={`${own}/parties/${party.id}`}
            discards={writes ? "partyRole" : undefined}
            fine={[inEither(party.role, locale), t(`deskRecord.party.sides.${party.side}`)]
              .filter((words) => words !== "")
              .map((words) => `${words}.`)
              .join(" ")}
          />
        )}
      </Part>
      <Part
        {...part}
        id="claims"
        title={t("deskRecord.dispute.claims")}
        rows={dispute.lines}
        empty={t("deskRecord.dispute.noClaims")}
        add={{ path: `${own}/claims/new`, label: t("deskRecord.dispute.addClaim") }}
      >
        {(claim) => (
          <Line
            {...part}
            row={claim}
            writes
            claim
            number={claim.number}
            path={`/desk/claims/${claim.id}`}
            discards={writes ? "claim" : undefined}
            fine={`${t(`deskRecord.claim.kinds.${claim.kind}`)}. ${t("deskRecord.dispute.appearances", { count: claim.appearances })}.`}
          />
        )}
      </Part>
      <Part
        {...part}
        writes
        id="sources"
        title={t("deskRecord.dispute.sources")}
        rows={dispute.sources}
        empty={t("deskRecord.dispute.noSources")}
        add={{ path: `${own}/sources/new`, label: t("deskRecord.dispute.addSource") }}
      >
        {(source) => (
          <Line {...part} row={source} writes path={`/desk/sources/${source.id}`} discards="source" />
        )}
      </Part>
      <Part
        {...part}
        id="events"
        title={t("deskRecord.dispute.events")}
        rows={dispute.events}
        empty={t("deskRecord.dispute.noEvents")}
        add={{ path: `${own}/events/new`, label: t("deskRecord.dispute.addEvent") }}
      >
        {(event) => (
          <Line
            {...part}
            row={event}
            path={`/desk/events/${event.id}`}
            discards={writes ? "event" : undefined}
            fine={
              event.happened
                ? dateWords(event.happened, locale, dispute.timeZone)
                : t("deskRecord.dispute.undated")
            }
          />
        )}
      </Part>
      <Part
        {...part}
        id="falsifiers"
        title={t("deskRecord.dispute.falsifiers")}
        rows={dispute.falsifiers}
        empty={t("deskRecord.dispute.noFalsifiers")}
        add={{ path: `${own}/falsifiers/new`, label: t("deskRecord.dispute.addFalsifier") }}
      >
        {(each) => (
          <Line
            {...part}
            row={each}
            path={`${own}/falsifiers/${each.id}`}
            discards={writes ? "falsifier" : undefined}
          />
        )}
      </Part>
      {unpublished !== null && (
        <section aria-labelledby="unpublished">
          <h2 id="unpublished">{t("deskRecord.dispute.unpublished")}</h2>
          {unpublished === 0 ? (
            <p className="empty">{t("deskRecord.dispute.nothingUnpublished")}</p>
          ) : (
            <>
              <p>{t("deskRecord.dispute.unpublishedCount", { count: unpublished })}</p>
              <p className="do">
                <a className="button" href={href(locale, `${own}/publish`)}>
                  {t("deskRecord.dispute.seeUnpublished")}
                </a>
                <HandOverLink locale={locale} disputeId={dispute.id} about="" />
              </p>
            </>
          )}
        </section>
      )}
      {writes && !dispute.published && <Discard locale={locale} table="dispute" id={dispute.id} />}
    </>
  );
}

interface PartProps<Row> {
  readonly locale: Locale;
  readonly writes: boolean;
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** What these are, for whoever has none. */
  readonly empty: string;
  readonly add: { readonly path: string; readonly label: string };
  readonly children: (row: Row) => ReactNode;
}

function Part<Row extends DeskLine>({
  locale,
  writes,
  id,
  title,
  rows,
  empty,
  add,
  children,
}: PartProps<Row>) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {rows.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : (
        <ul className="work">
          {rows.map((row) => (
            <li key={row.id}>{children(row)}</li>
          ))}
        </ul>
      )}
      {writes && (
        <p className="do">
          <a className="button second" href={href(locale, add.path)}>
            {add.label}
          </a>
        </p>
      )}
    </section>
  );
}

/** Whether a row is public yet, in words. */
export function Mark({ locale, published }: { readonly locale: Locale; readonly published: boolean }) {
  const t = translator(locale);
  return published ? (
    <span className="public-mark">{t("deskRecord.public")}</span>
  ) : (
    <b className="draft-mark">{t("deskRecord.draft")}</b>
  );
}

interface LineProps {
  readonly locale: Locale;
  readonly writes: boolean;
  readonly row: DeskLine;
  readonly path: string;
  readonly fine?: string;
  readonly claim?: boolean;
  readonly number?: number;
  /** What a draft of these is thrown away as, where this actor may. */
  readonly discards?: Discardable;
}

/** One row: what it says first, then that it is a draft, where it is one; its words lead to it. */
function Line({ locale, writes, row, path, fine, claim = false, number, discards }: LineProps) {
  const words = inEither(row.words, locale);
  const named = number === undefined ? words : `${number}. ${words}`;
  return (
    <>
      <span className={claim ? "claim" : undefined}>
        {writes ? <a href={href(locale, path)}>{named}</a> : named}
      </span>
      <span className="do">
        {!row.published && <Mark locale={locale} published={false} />}
        {fine && <span className="fine">{fine}</span>}
        {!row.published && discards && <DiscardLink locale={locale} table={discards} id={row.id} />}
      </span>
    </>
  );
}
