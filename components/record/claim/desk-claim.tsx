import { LineEnd } from "@/components/core/rating/line-end";
import { RatingWord } from "@/components/core/rating/rating-word";
import { Form } from "@/components/desk/form/form";
import { CorrectLink } from "@/components/record/amendment/correct-this";
import { CopyComing } from "@/components/record/capture/copy-coming";
import { HandOverLink } from "@/components/record/dispute/handover";
import { DiscardLink } from "@/components/record/draft/discard";
import { QuoteStateLine } from "@/components/record/evidence/quote-state";
import { AlongRows } from "@/components/record/seen/along-rows";
import { type Actor, atLeast } from "@/lib/core/actor";
import { dateWords, dayWords } from "@/lib/core/date-words/date-words";
import { href, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { DeskClaim } from "@/lib/record/claim/claim-desk-queries";
import { publishEvidenceNow } from "@/lib/record/evidence/evidence-actions";
import { type EvidenceToPublish, quoteStates } from "@/lib/record/evidence/evidence-desk-queries";
import { beginVerdict } from "@/lib/record/verdict/verdict-actions";
import { withdrawalFor } from "@/lib/record/withdrawal/withdrawal-desk-queries";

interface PartProps {
  readonly claim: DeskClaim;
  readonly actor: Actor;
  readonly locale: Locale;
}

/**
 * The evidence on a claim, drafts first in words: what each is, and what this actor can do with it.
 *
 * @param ready - the pieces that may be published, asked for before the claim was
 */
export async function DeskEvidence({
  claim,
  ready,
  actor,
  locale,
}: PartProps & { readonly ready: ReadonlyMap<string, EvidenceToPublish> }) {
  const t = translator(locale);
  const states = await quoteStates(actor, claim.id);
  const isWaiting = [...states.values()].some(({ kind }) => kind === "waiting");
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{t("deskClaim.evidence")}</h2>
      <p className="do">
        <a className="button" href={href(locale, `/desk/claims/${claim.id}/evidence/new`)}>
          {t("evidenceForm.title")}
        </a>
      </p>
      {claim.evidence.length === 0 && <p className="empty">{t("deskClaim.noEvidence")}</p>}
      {isWaiting && <CopyComing path={`/desk/claims/${claim.id}#evidence`} locale={locale} />}
      <ul className="work">
        {claim.evidence
          .map((piece) => ({ piece, publish: ready.get(piece.id) }))
          .map(({ piece, publish }) => (
            <li key={piece.id} id={`evidence-${piece.id}`}>
              <span className="stance">
                <LineEnd kind={piece.stance} /> {t(`stances.${piece.stance}`)}
              </span>{" "}
              {piece.publishedAt ? (
                <span className="public-mark">{t("deskClaim.published")}</span>
              ) : (
                <b className="draft-mark">{t("deskClaim.draft")}</b>
              )}
              <p className="passage">
                <q className="said" lang={piece.excerptLanguage}>
                  {piece.excerpt}
                </q>
              </p>
              <p>{inEither(piece.note, locale)}</p>
              <p className="fine">{inEither(piece.source.title, locale)}</p>
              <QuoteStateLine
                id={piece.id}
                sourceId={piece.source.id}
                language={piece.excerptLanguage}
                state={states.get(piece.id)}
                locale={locale}
              />
              {piece.publishedAt && atLeast(actor, "journalist") && (
                <p className="do">
                  <CorrectLink table="Evidence" id={piece.id} locale={locale} />
                </p>
              )}
              {!piece.publishedAt && (
                <div className="do">
                  {(atLeast(actor, "journalist") || piece.createdBy === actor.id) && (
                    <>
                      <a href={href(locale, `/desk/evidence/${piece.id}`)}>{t("deskClaim.change")}</a>
                      <DiscardLink locale={locale} table="evidence" id={piece.id} />
                    </>
                  )}
                  {publish && (
                    <>
                      <AlongRows
                        rows={publish.rows.filter(({ id }) => id !== piece.id)}
                        zone={claim.dispute.timeZone}
                        locale={locale}
                      />
                      <Form
                        locale={locale}
                        action={publishEvidenceNow}
                        fields={[]}
                        hidden={{ ids: piece.id }}
                        seen={publish.seen}
                        sendKey={crypto.randomUUID()}
                        submit={t("deskClaim.publishEvidence")}
                        grave
                      />
                    </>
                  )}
                </div>
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}

/** The verdict that stands, and the one being written. */
export async function DeskVerdict({ claim, actor, locale }: PartProps) {
  const t = translator(locale);
  const [current] = claim.verdicts;
  const withdrawn = current && (await withdrawalFor(actor, claim.id))?.withdrawal?.publishedAt;
  return (
    <section aria-labelledby="verdict">
      <h2 id="verdict">{t("deskClaim.verdict")}</h2>
      <p>
        {current ? (
          <>
            <RatingWord rating={current.rating} locale={locale} />,{" "}
            <a href={href(locale, `/claims/${claim.slug}/v/${current.version}`)}>
              {t("deskClaim.version", { version: current.version })}
            </a>
            {withdrawn && <b>. {t("withdrawal.inHistory", { date: dayWords(withdrawn, locale) })}</b>}
          </>
        ) : (
          t("deskClaim.noVerdict")
        )}
      </p>
      {atLeast(actor, "journalist") &&
        (claim.draftId ? (
          <p className="do">
            <a className="button" href={href(locale, `/desk/verdicts/${claim.draftId}`)}>
              {t("deskClaim.openDraft")}
            </a>
          </p>
        ) : (
          <Form
            locale={locale}
            action={beginVerdict}
            fields={[]}
            hidden={{ claimId: claim.id }}
            sendKey={crypto.randomUUID()}
            submit={t(current ? "deskClaim.newVersion" : "deskClaim.firstVersion")}
          />
        ))}
    </section>
  );
}

/** Where it was said, what it bears on, what would change a verdict: each with the way to its form. */
export function DeskContext({ claim, actor, locale }: PartProps) {
  const t = translator(locale);
  const isJournalist = atLeast(actor, "journalist");
  const draft = <b className="draft-mark">{t("deskClaim.draft")}</b>;
  return (
    <>
      <section aria-labelledby="appearances">
        <h2 id="appearances">{t("deskClaim.appearances")}</h2>
        {claim.appearances.length === 0 && <p className="empty">{t("deskClaim.noAppearances")}</p>}
        <ul className="work">
          {claim.appearances.map((appearance) => (
            <li key={appearance.id}>
              <b>{inEither(appearance.party.name, locale)}</b>,{" "}
              {dateWords(appearance.happened, locale, claim.dispute.timeZone)}{" "}
              {appearance.publishedAt && isJournalist && (
                <CorrectLink table="Appearance" id={appearance.id} locale={locale} />
              )}
              {!appearance.publishedAt && (
                <>
                  {draft}{" "}
                  {isJournalist && (
                    <span className="do">
                      <a href={href(locale, `/desk/appearances/${appearance.id}`)}>{t("deskClaim.change")}</a>
                      <DiscardLink locale={locale} table="appearance" id={appearance.id} />
                    </span>
                  )}
                </>
              )}
              {appearance.quote && (
                <p className="passage">
                  <q className="said" lang={appearance.quoteLanguage ?? undefined}>
                    {appearance.quote}
                  </q>
                </p>
              )}
            </li>
          ))}
        </ul>
        {isJournalist && (
          <p className="do">
            <a href={href(locale, `/desk/claims/${claim.id}/appearances/new`)}>
              {t("deskClaim.addAppearance")}
            </a>
          </p>
        )}
      </section>
      <section aria-labelledby="relations">
        <h2 id="relations">{t("deskClaim.relations")}</h2>
        <ul className="work">
          {claim.relations.map(({ id, kind, to, publishedAt }) => (
            <li key={id}>
              {t(`relations.${kind}.outgoing`, { number: to.number })}:{" "}
              <i>
                {inEither({ sv: to.wordings[0]?.textSv ?? "", en: to.wordings[0]?.textEn ?? "" }, locale)}
              </i>{" "}
              {publishedAt && isJournalist && <CorrectLink table="Relation" id={id} locale={locale} />}
              {!publishedAt && (
                <>
                  {draft}{" "}
                  {isJournalist && (
                    <span className="do">
                      <HandOverLink locale={locale} disputeId={claim.dispute.id} about={`Relation ${id}`} />
                      <DiscardLink locale={locale} table="relation" id={id} />
                    </span>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
        {isJournalist && (
          <p className="do">
            <a href={href(locale, `/desk/claims/${claim.id}/relations/new`)}>{t("deskClaim.addRelation")}</a>
          </p>
        )}
      </section>
      <section aria-labelledby="interests">
        <h2 id="interests">{t("deskRecord.claim.interests")}</h2>
        <ul className="work">
          {claim.interests.map(({ id, gainsIf, party, publishedAt }) => (
            <li key={id}>
              <b>{inEither(party.name, locale)}</b>: {t(`deskRecord.claim.gains.${gainsIf}`)}{" "}
              {!publishedAt && draft}
              {publishedAt && isJournalist && <CorrectLink table="Interest" id={id} locale={locale} />}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="falsifiers">
        <h2 id="falsifiers">{t("deskClaim.falsifiers")}</h2>
        {claim.falsifiers.length === 0 && <p className="empty">{t("deskClaim.noFalsifiers")}</p>}
        <ul className="work">
          {claim.falsifiers.map((falsifier) => (
            <li key={falsifier.id}>
              {inEither(falsifier.text, locale)} {!falsifier.linkPublishedAt && draft}{" "}
              {!falsifier.linkPublishedAt && isJournalist && (
                <DiscardLink
                  locale={locale}
                  {...(falsifier.publishedAt
                    ? { table: "claimFalsifier", id: `${claim.id}/${falsifier.id}` }
                    : { table: "falsifier", id: falsifier.id })}
                />
              )}
            </li>
          ))}
        </ul>
        {isJournalist && (
          <p className="do">
            <a href={href(locale, `/desk/disputes/${claim.dispute.id}/falsifiers/new?claim=${claim.id}`)}>
              {t("deskClaim.addFalsifier")}
            </a>
          </p>
        )}
      </section>
    </>
  );
}
