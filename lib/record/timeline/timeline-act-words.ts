/** An entry of the log in words: what was done, and why where somebody has said it. Nothing of drafts, or of what was taken down. */
import type { Locale } from "../../core/language/language.ts";
import type { Translator } from "../../core/language/translator.ts";
import type { ActRow, ActType, PublicAct } from "../record-log/record-log-act.ts";
import type { Post } from "./timeline.ts";
import type { Context } from "./timeline-context.ts";

type Words = Pick<Post, "text" | "short">;

/** What is counted of a dispute when it is first published, and of what is added to it, in this order. */
const AT_FIRST = ["claim", "evidence", "event", "party", "source"] as const;
const COUNTED = [
  ...(["claim", "appearance", "evidence", "event", "party", "source", "snapshot"] as const),
  ...([
    "relation",
    "interest",
    "falsifier",
    "falsifierState",
    "notConcerned",
    "replyRequest",
    "reply",
  ] as const),
];
/** Words that have versions: the first comes with the row itself, a later one is a rewording. */
const REWORDED = ["disputeWording", "claimWording", "partyWording"] as const;

const column = (row: ActRow | undefined, name: string, locale: Locale): string =>
  String(row?.[`${name}${locale === "sv" ? "Sv" : "En"}`] ?? "");
const first = ({ rows }: PublicAct, table: string): ActRow | undefined => rows[table]?.[0];
const list = (those: readonly string[], locale: Locale) =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(those);

/** What was published of drafts: "two claims, one event and new words of a party". */
function counted({ rows }: PublicAct, isFirst: boolean, { t, locale }: Context): string {
  const fresh = (isFirst ? AT_FIRST : COUNTED).flatMap((table) => {
    const count = rows[table]?.length ?? 0;
    return count > 0 ? [t(`acts.rows.${table}`, { count })] : [];
  });
  const reworded = REWORDED.flatMap((table) => {
    const count = rows[table]?.filter(({ version }) => Number(version) > 1).length ?? 0;
    return count > 0 ? [t(`acts.rows.${table}`, { count })] : [];
  });
  return list([...fresh, ...reworded], locale);
}

/** What the row with an id is called in the dispute: a claim by its number, the others by their names. */
function called(rowId: unknown, { dispute, t, locale }: Context, claim: number | null): string {
  if (claim !== null) return t("acts.things.claim", { number: claim });
  const party = dispute.parties.find(({ partyId }) => partyId === rowId);
  if (party) return party.name[locale];
  const source = dispute.sources.find(({ id }) => id === rowId);
  return source ? t("acts.things.source", { title: source.title[locale] }) : t("acts.things.dispute");
}

/** What somebody outside has attested, or what was seen of the bytes. */
function attested({ rows }: PublicAct, t: Translator): string {
  const faults = rows.blobFault ?? [];
  const told = [
    rows.timestamp ? t("acts.timestamp") : "",
    rows.outsideCopy ? t("acts.outsideCopy") : "",
    faults.some(({ mendedAt }) => mendedAt === null) ? t("acts.damaged") : "",
    faults.some(({ mendedAt }) => mendedAt !== null) ? t("acts.mended") : "",
  ].filter((words) => words !== "");
  return told.length > 0 ? told.join(" ") : t("acts.attested");
}

const WORDS: { readonly [T in ActType]: (act: PublicAct, context: Context) => Words } = {
  "dispute.published": (act, context) => {
    const { t } = context;
    const isFirst = (act.rows.dispute?.length ?? 0) > 0;
    const what = counted(act, isFirst, context);
    return {
      text: t(isFirst ? "acts.opened" : "acts.added", { what, told: String(what !== "") }),
      short: t(isFirst ? "acts.openedShort" : "acts.addedShort"),
    };
  },
  "evidence.published": (act, { t }) => {
    const count = act.rows.evidence?.length ?? 1;
    return {
      text: t("acts.evidence", { count, number: act.claim ?? 0 }),
      short: t("acts.evidenceShort", { count }),
    };
  },
  "copy.published": (act, { t, locale, dispute }) => {
    const source = dispute.sources.find(({ id }) => id === first(act, "snapshot")?.sourceId);
    return {
      text: source ? t("acts.copyOf", { title: source.title[locale] }) : t("acts.copy"),
      short: t("acts.copyShort"),
    };
  },
  "copy.attested": (act, { t }) => ({ text: attested(act, t), short: t("acts.attestedShort") }),
  "passage.rechecked": (act, { t }) => {
    const states = [...new Set((act.rows.recheck ?? []).map(({ state }) => String(state)))];
    const told = (states.length > 0 ? states : ["unreachable"]).map((state) =>
      t("acts.recheck", { state, number: act.claim ?? 0 }),
    );
    return { text: told.join(" "), short: t("acts.recheckShort") };
  },
  "taint.cleared": (act, { t, locale }) => ({
    text: t("acts.cleared", {
      number: act.claim ?? 0,
      reason: column(first(act, "clearance"), "reason", locale),
    }),
    short: t("acts.clearedShort"),
  }),
  "objection.answered": (act, { t, locale }) => {
    const row = first(act, "objectionOutcome");
    return {
      text: t("acts.objection", {
        ...{ number: act.claim ?? 0, decision: String(row?.decision ?? "") },
        ...{ summary: column(row, "summary", locale), reason: column(row, "reason", locale) },
      }),
      short: t("acts.objectionShort"),
    };
  },
  "removal.published": (act, { t, locale }) => {
    const row = first(act, "removal");
    const words = { table: String(row?.table), ground: String(row?.ground) };
    return {
      text: t("acts.removal", { ...words, reason: column(row, "reason", locale) }),
      short: t("acts.removalShort"),
    };
  },
  "removal.decided": (act, { t, locale }) => {
    const row = first(act, "removalDecision");
    const words = { table: String(first(act, "removal")?.table), outcome: String(row?.outcome) };
    return {
      text: t("acts.decided", { ...words, reason: column(row, "reason", locale) }),
      short: t("acts.decidedShort", { outcome: words.outcome }),
    };
  },
  "address.changed": (act, context) => ({
    text: context.t("acts.address", { what: called(first(act, "address")?.rowId, context, act.claim) }),
    short: context.t("acts.addressShort"),
  }),
  "merge.published": (act, context) => {
    const row = first(act, "merge");
    const { t, locale } = context;
    return {
      text: t("acts.merge", {
        name: column(row, "name", locale),
        into: called(row?.intoId, context, act.claim),
        reason: column(row, "reason", locale),
      }),
      short: t("acts.mergeShort"),
    };
  },
};

/** How an entry is told. */
export const actWords = (act: PublicAct, context: Context): Words => WORDS[act.type](act, context);
