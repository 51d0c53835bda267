import "server-only";
import { columnsOrNull } from "../../core/columns.ts";
import { asBegun, command, created, type DraftRef, revised } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { bounds, edtf } from "../../core/edtf/edtf.ts";
import { refused } from "../../core/result.ts";
import { sourceOfLink } from "../source/source-commands.ts";
import type { AppearanceEntry, NewAppearance } from "./appearance-schema.ts";

/** An appearance as it is kept: its place and dates in columns of their own. */
export const appearanceRow = ({ at, dateNote, ...appearance }: NewAppearance) => {
  const { earliest, latest } = bounds(edtf(appearance.happened));
  return {
    ...appearance,
    quoteLanguage: appearance.quote === null ? null : appearance.quoteLanguage,
    ...at,
    ...columnsOrNull("dateNote", dateNote),
    earliest: earliest === null ? null : new Date(earliest),
    // The last day inside the span: bounds are half open, the column is a date.
    latest: latest === null ? null : new Date(latest - 1),
  };
};

/** Records one place and time a claim was made. */
export const addAppearance = command(
  { name: "appearance.add", role: "journalist" },
  async (tx, actor, appearance: NewAppearance) => {
    if (!(await isOfOneDispute(tx, appearance))) return refused("unknown-reference", "sourceId");
    return created(tx.appearance.create({ data: { ...appearanceRow(appearance), createdBy: actor.id } }));
  },
);

/** What the desk's form asks for: in a source that is there, or behind a link. */
export const enterAppearance = command(
  { name: "appearance.enter", role: "journalist" },
  async (tx, actor, { link, sourceId, ...entry }: AppearanceEntry, now) => {
    const claim = await tx.claim.findUnique({ where: { id: entry.claimId }, select: { disputeId: true } });
    if (!claim) return refused("unknown-claim");
    if (sourceId) return addAppearance(actor, { ...entry, sourceId });
    if (!link) return refused("source-or-link", "sourceId");
    const { disputeId } = claim;
    const language = entry.quoteLanguage ?? "sv";
    const source = await sourceOfLink(tx, actor, { disputeId, link, language }, now);
    return source.ok ? addAppearance(actor, { ...entry, sourceId: source.value }) : source;
  },
);

/** A claim is shown with the sources of its own dispute, and published together with them. */
const isOfOneDispute = async (tx: Transaction, { claimId, sourceId }: NewAppearance) =>
  (await tx.source.count({
    where: { id: sourceId, dispute: { claims: { some: { id: claimId } } } },
  })) === 1;

/** Changes a draft appearance. */
export const reviseAppearance = command(
  { name: "appearance.revise", role: "journalist" },
  async (tx, _actor, { appearance, ...ref }: DraftRef & { appearance: NewAppearance }) => {
    if (!(await isOfOneDispute(tx, appearance))) return refused("unknown-reference", "sourceId");
    return revised(
      ref,
      tx.appearance.updateMany({
        where: { ...asBegun(ref), claimId: appearance.claimId },
        data: { ...appearanceRow(appearance), revision: { increment: 1 } },
      }),
      () => tx.appearance.findUnique({ where: { id: ref.id } }),
    );
  },
);
