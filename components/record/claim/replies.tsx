import { Fragment } from "react";
import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { Verbatim } from "@/components/core/ui/verbatim";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { listWords } from "@/lib/core/language/list-words";
import { translator } from "@/lib/core/language/translator";
import type { ReplyRequestView } from "@/lib/record/claim/claim";
import { replyWords, wayWords } from "@/lib/record/reply/reply-words";
import { goesAgainst } from "@/lib/record/verdict/verdict";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";

interface RepliesProps {
  readonly n: number;
  readonly requests: readonly ReplyRequestView[];
  /** The verdict shown; null: there is none. */
  readonly verdict: FrozenVerdict | null;
  readonly locale: Locale;
}

/** Whether somebody has been asked or has answered: then it is told at the verdict's size. */
export const someoneAsked = (requests: readonly ReplyRequestView[]): boolean =>
  requests.some(({ state }) => state !== "not_asked");

/** Beside the text, where nobody has been asked: whom the verdict goes against, why they were not asked, what the sources have of theirs. */
export function NobodyAsked({ requests, verdict, locale }: Omit<RepliesProps, "n">) {
  const t = translator(locale);
  return (
    <section id="replies" aria-labelledby="replies-title">
      <h2 id="replies-title" className="note-title">
        {t("claim.replies")}
      </h2>
      <p>
        {requests.length > 0
          ? t("front.notAskedLine", {
              names: listWords(
                requests.map(({ party }) => party.name[locale]),
                locale,
              ),
              count: requests.length,
              reason: reasonsNotAsked(requests, locale).join(" "),
            })
          : verdict && nobodyAsked(verdict, locale)}
      </p>
      {requests.map(({ party, inSources }) => (
        <p key={party.slug}>
          {requests.length > 1 && (
            <>
              <a className="quiet" href={href(locale, `/parties/${party.slug}`)}>
                {party.name[locale]}
              </a>
              :{" "}
            </>
          )}
          <Prose text={inSources[locale]} />
        </p>
      ))}
    </section>
  );
}

const reasonsNotAsked = (requests: readonly ReplyRequestView[], locale: Locale): string[] => [
  ...new Set(
    requests.flatMap(({ state, reasonNotAsked }) =>
      state === "not_asked" ? (reasonNotAsked?.[locale] ?? []) : [],
    ),
  ),
];

/** Who was asked and what they answered, at the same level and size as the verdict. Dots are a question that was sent and has no answer. */
export function Replies({ n, requests, verdict, locale }: RepliesProps) {
  const t = translator(locale);
  const reasons = reasonsNotAsked(requests, locale);
  const someAsked = someoneAsked(requests);
  return (
    <Section n={n} title={t("claim.replies")} id="replies">
      {requests.length === 0 ? (
        verdict && <p className="text note">{nobodyAsked(verdict, locale)}</p>
      ) : (
        <dl className="text replies">
          {requests.map((request) => (
            <div key={request.party.slug}>
              <dt>
                <a className="quiet" href={href(locale, `/parties/${request.party.slug}`)}>
                  {request.party.name[locale]}
                </a>
              </dt>
              <dd>
                {replyWords({ ...request, answeredAt: request.replies[0]?.receivedAt ?? null }, locale, t)}{" "}
                {request.state === "not_asked" && <Prose text={request.inSources[locale]} />}
                {request.replies.map((reply) => (
                  <Fragment key={reply.receivedAt + reply.text}>
                    <blockquote lang={reply.language}>
                      <Verbatim text={reply.text} />
                    </blockquote>
                    {reply.way && <p className="note">{wayWords({ ...reply, way: reply.way }, locale, t)}</p>}
                    {reply.unweighed && (
                      <p className="note">
                        {t(reply.cameAfter ? "replyOnClaim.unweighed" : "replyOnClaim.unweighedBefore")}
                      </p>
                    )}
                  </Fragment>
                ))}
                {request.declined?.map(({ receivedAt, reason }) => (
                  <p key={receivedAt + reason.sv}>
                    <Prose
                      text={t("replyOnClaim.declinedWhy", {
                        date: dayWords(receivedAt, locale),
                        reason: reason[locale],
                      })}
                    />
                  </p>
                ))}
                {(request.state === "waiting" || request.state === "no_answer") && <Silence />}
                {request.question && (
                  <details className="asked">
                    <summary className="note">
                      {t(request.sentAt ? "replyOnClaim.question" : "replyOnClaim.questionWritten")}
                    </summary>
                    {request.sentWay && (
                      <p className="note">{t(`replyOnClaim.sentWays.${request.sentWay}`)}</p>
                    )}
                    <p lang={request.question.language}>{request.question.text}</p>
                  </details>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {reasons.length > 0 && (
        <div className="margin">
          <p className="note">
            <b>{t(someAsked ? "claim.reasonNotAllAsked" : "claim.reasonNotAsked")}</b> {reasons.join(" ")}
          </p>
        </div>
      )}
    </Section>
  );
}

/** Why nobody has been asked: that the verdict goes against nobody is said only where that was computed, and is so. */
function nobodyAsked(verdict: FrozenVerdict, locale: Locale): string {
  const t = translator(locale);
  const against = verdict.interests.filter((interest) => goesAgainst(verdict.rating, interest));
  if (against.length > 0) {
    const names = [...new Set(against.map(({ party }) => party.name[locale]))];
    return t("claim.noRequestsAgainst", { parties: listWords(names, locale) });
  }
  // Before version 3 of its form a verdict knew of those parties only that somebody had listed.
  return t(verdict.v < 3 ? "claim.noRequestsListed" : "claim.noRequests");
}

/** Dots: a question that was sent, and no answer. */
function Silence() {
  const dots = Array.from({ length: 19 }, (_, index) => `M${3 + index * 8} 5h0`).join("");
  return (
    <svg className="silence" width="152" height="10" viewBox="0 0 152 10" aria-hidden="true">
      <path d={dots} stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
