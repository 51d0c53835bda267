import { momentWords } from "@/lib/core/date-words/date-words";
import { href, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { byKind, type QueueItem, type QueueKind } from "@/lib/site/queue/queue";

/** Whose title is a claim and nothing else: only a claim is set as one. */
const CLAIMS: ReadonlySet<QueueKind> = new Set([
  "changes",
  "review",
  "objection",
  "reReview",
  "withdrawal",
  "clearance",
  "evidence",
  "drafts",
]);

/** What waits, by kind, most pressing first. */
export function Queue({ items, locale }: { readonly items: readonly QueueItem[]; readonly locale: Locale }) {
  const t = translator(locale);
  if (items.length === 0) {
    return (
      <>
        <p className="empty">{t("queue.empty")}</p>
        <p className="do">
          <a className="button" href={href(locale, "/desk/disputes")}>
            {t("queue.toDisputes")}
          </a>
        </p>
      </>
    );
  }
  return byKind(items).map(({ kind, items: those }) => (
    <section key={kind} aria-labelledby={`queue-${kind}`}>
      <h2 id={`queue-${kind}`}>
        {t(`queue.kinds.${kind}`)} <span className="num">({those.length})</span>
      </h2>
      <ul className="work">
        {those.map((item) => (
          <li key={item.id}>
            <a className={CLAIMS.has(kind) ? "claim quiet" : undefined} href={href(locale, item.href)}>
              {inEither(item.title, locale)}
            </a>
            <p className="queue-when">
              {[
                item.why && t(`queue.why.${item.why}`),
                item.by && t("queue.from", { by: item.by }),
                item.at && t("queue.since", { at: momentWords(item.at, locale) }),
              ]
                .filter(Boolean)
                .join(", ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  ));
}
