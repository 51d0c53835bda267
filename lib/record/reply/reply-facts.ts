/** From the rows of a request to what follows from them: the same for the public, the desk and a verdict. */
import { bilingualOf } from "../../core/columns.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { type AsOf, END_OF_TIME, publishedAsking, publishedBy } from "../../core/published.ts";
import type { RequestFacts } from "./reply.ts";
import { dueOf } from "./reply-deadline.ts";

/** What a read of a request takes along. Of answers that are not published only their number, and when they came. */
export const requestFactsSelect = (asOf: AsOf) => {
  const at = asOf ?? END_OF_TIME;
  const notBy = (moment: "publishedAt" | "decidedAt") => [{ [moment]: null }, { [moment]: { gt: at } }];
  return {
    asking: true,
    links: { select: { sentAt: true, revokedAt: true, createdAt: true } },
    declinings: {
      where: publishedBy(asOf),
      orderBy: { publishedAt: "asc" as const },
      select: {
        ...{ id: true, reasonSv: true, reasonEn: true, publishedAt: true },
        submitted: { select: { receivedAt: true } },
        reply: { select: { receivedAt: true } },
      },
    },
    _count: {
      select: {
        replies: {
          where: {
            way: { not: "link" as const },
            receivedAt: { lte: at },
            OR: notBy("publishedAt"),
            NOT: { declining: publishedBy(asOf) },
          },
        },
        submitted: { where: { receivedAt: { lte: at }, OR: notBy("decidedAt") } },
      },
    },
  };
};

export interface FactsRow {
  readonly asking: {
    readonly askedAt: Date;
    readonly deadline: Date;
    readonly publishedAt: Date | null;
  } | null;
  readonly links: readonly {
    readonly sentAt: Date | null;
    readonly revokedAt: Date | null;
    readonly createdAt: Date;
  }[];
  readonly declinings: readonly {
    readonly reasonSv: string;
    readonly reasonEn: string;
    readonly publishedAt: Date | null;
    readonly submitted: { readonly receivedAt: Date } | null;
    readonly reply: { readonly receivedAt: Date } | null;
  }[];
  /** Those that are not decided on. */
  readonly _count: { readonly replies: number; readonly submitted: number };
}

/** How a party got the question: in a letter of ours, or from whoever handed it over with its link. */
export type SentWay = "letter" | "handed";

/** An answer that is not published, and the public reason. */
export interface DeclinedAnswer {
  readonly receivedAt: string;
  readonly publishedAt: string;
  readonly reason: Bilingual;
}

/**
 * Since when a party has a question and a way to answer it, and until when. It is the first of its links that was not taken
 * back in its time; whoever got that late has as long as everybody else.
 */
function reached(row: FactsRow, { askedAt, deadline }: { askedAt: Date; deadline: Date }, asOf: AsOf) {
  // Put before there were links, or somewhere else.
  if (row.links.length === 0) return { sentAt: askedAt, due: deadline, way: null };
  const good = row.links.flatMap(({ sentAt, revokedAt, createdAt }) => {
    if (sentAt === null || (asOf && sentAt > asOf)) return [];
    const due = dueOf(deadline, sentAt);
    const over = revokedAt && !(asOf && revokedAt > asOf) ? revokedAt : null;
    // A link that nobody wrote a letter for is handed over as it is made (makeLink).
    const way: SentWay = sentAt.getTime() === createdAt.getTime() ? "handed" : "letter";
    return over === null || over >= due ? [{ sentAt, due, way }] : [];
  });
  const [first] = good.sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
  return first ?? { sentAt: null, due: deadline, way: null };
}

/**
 * What follows from the rows that `requestFactsSelect` found.
 *
 * @param published - how many of its answers stand in the record
 */
export function requestFacts(row: FactsRow, published: number, asOf: AsOf) {
  const asking = publishedAsking(row.asking, asOf);
  const { sentAt, due, way } = asking ? reached(row, asking, asOf) : { sentAt: null, due: null, way: null };
  const declined = row.declinings.flatMap(
    ({ submitted, reply, publishedAt, reasonSv, reasonEn }): DeclinedAnswer[] => {
      const receivedAt = (submitted ?? reply)?.receivedAt;
      const reason = bilingualOf(reasonSv, reasonEn);
      return receivedAt && publishedAt && reason
        ? [{ receivedAt: receivedAt.toISOString(), publishedAt: publishedAt.toISOString(), reason }]
        : [];
    },
  );
  return {
    askedAt: asking?.askedAt.toISOString() ?? null,
    deadline: due?.toISOString() ?? null,
    sentAt: sentAt?.toISOString() ?? null,
    sentWay: way,
    declined,
    answers: {
      published,
      undecided: row._count.replies + row._count.submitted,
      declined: declined.length,
    },
  } satisfies RequestFacts & Record<string, unknown>;
}
