import { DiscardLink } from "@/components/record/draft/discard";
import type { Actor } from "@/lib/core/actor";
import { href, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { type ConcernedParty, partiesToAsk } from "@/lib/record/reply/reply-parties-desk-queries";
import { requestStateWords } from "./request-state";

interface DeskRepliesProps {
  readonly claimId: string;
  readonly actor: Actor;
  readonly locale: Locale;
}

/** Each party a claim concerns, and what became of asking it: a part of the claim's page on the desk. */
export async function DeskReplies({ claimId, actor, locale }: DeskRepliesProps) {
  const found = await partiesToAsk(actor, claimId);
  if (!found) return null;
  const t = translator(locale);
  return (
    <section aria-labelledby="desk-replies">
      <h2 id="desk-replies">{t("replyDesk.title")}</h2>
      {found.parties.length === 0 ? (
        <p className="empty">{t("replyDesk.noParties")}</p>
      ) : (
        <ul className="work">
          {found.parties.map((concerned) => (
            <PartyLine key={concerned.party.id} concerned={concerned} claimId={claimId} locale={locale} />
          ))}
        </ul>
      )}
      <p className="do">
        <a href={href(locale, `/desk/claims/${claimId}/interests/new`)}>{t("replyDesk.addParty")}</a>
      </p>
    </section>
  );
}

interface PartyLineProps {
  readonly concerned: ConcernedParty;
  readonly claimId: string;
  readonly locale: Locale;
}

function PartyLine({
  concerned: { party, about, gains, computed, interest, request },
  claimId,
  locale,
}: PartyLineProps) {
  const t = translator(locale);
  const name = inEither(party.name, locale);
  const stakes = [
    about && t("replyDesk.about"),
    ...gains.map((gain) => t(`replyDesk.gains.${gain}`)),
    computed && t(`replyDesk.computed.${computed}`),
  ].filter(Boolean);
  const path = request
    ? `/desk/requests/${request.id}`
    : `/desk/claims/${claimId}/requests/new?party=${party.id}`;
  return (
    <li>
      <b>{name}</b> <span className="fine">{stakes.join(" ")}</span>
      <p>
        {requestStateWords(request, locale)}{" "}
        {request && !request.published && <span className="draft-mark">{t("replyDesk.draft")}</span>}
      </p>
      {request?.questionDraft && <p>{t("replyDesk.questionDraft")}</p>}
      {request && request.toDecide > 0 && <p>{t("replyDesk.toDecide", { count: request.toDecide })}</p>}
      <p className="do">
        {interest && !interest.published && (
          <DiscardLink
            locale={locale}
            table="interest"
            id={interest.id}
            label={t("replyDesk.discardInterest")}
          />
        )}
        {request && !request.published && (
          <DiscardLink
            locale={locale}
            table="replyRequest"
            id={request.id}
            label={t("replyDesk.discardRequest")}
          />
        )}
        <a
          href={href(locale, path)}
          aria-label={`${t(request ? "replyDesk.toRequest" : "replyDesk.open")}: ${name}`}
        >
          {t(request ? "replyDesk.toRequest" : "replyDesk.open")}
        </a>
      </p>
    </li>
  );
}
