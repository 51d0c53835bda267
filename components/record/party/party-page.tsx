import { PageHead } from "@/components/core/frame/page-head";
import { Fact } from "@/components/core/ui/facts";
import { Line } from "@/components/core/ui/line";
import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { FactCorrections } from "@/components/record/amendment/fact-corrections";
import { ClaimLines } from "@/components/record/claim/claim-lines";
import { MergedNotice } from "@/components/record/merge/merged-notice";
import { TakenDown } from "@/components/record/removal/taken-down";
import { dateWords } from "@/lib/core/date-words/date-words";
import { capitalised } from "@/lib/core/language/capitalised";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { ClaimLine } from "@/lib/record/claim/claim";
import { type Identifier, identifierUrl } from "@/lib/record/party/party";
import type { PartyView } from "@/lib/record/party/party-queries";
import { partyReplyWords } from "@/lib/record/reply/reply-words";

/** A party: its role at the time, what it claims, what is claimed about it, what it has answered. Never a score. */
export function PartyPage({ party, locale }: { readonly party: PartyView; readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <article>
      <TakenDown removals={party.takenDown} locale={locale} />
      <MergedNotice merged={party.merged} locale={locale} />
      <PageHead
        kicker={
          <>
            <b>{capitalised(t(`party.kinds.${party.kind}`))}</b>
            {party.body && (
              <>
                <br />
                <a href={href(locale, `/parties/${party.body.slug}`)}>
                  {t("party.partOf", { body: party.body.name[locale] })}
                </a>
              </>
            )}
          </>
        }
        title={<Prose text={party.name[locale]} />}
        lead={party.description[locale] && <Prose text={party.description[locale]} />}
      />
      {party.identifiers.length > 0 && (
        <p className="note text">
          {t("imprint.identifiers.label")}:{" "}
          {party.identifiers.map((each, index) => (
            <span key={each.scheme + each.value}>
              {index > 0 && ". "}
              {t(`imprint.identifiers.${each.scheme}`)} <IdentifierValue identifier={each} />
            </span>
          ))}
          .
        </p>
      )}
      <FactCorrections of={party} rows="Party" locale={locale} className="text" />
      <FactCorrections of={party} rows="PartyIdentifier" locale={locale} className="text" />
      <Section n={1} title={t("party.roles")}>
        <dl className="text">
          {party.roles.map((role) => (
            <Fact key={role.id} label={capitalised(role.title[locale] || t(`party.kinds.${party.kind}`))}>
              {role.says[locale] && (
                <p>
                  <Prose text={role.says[locale]} />
                </p>
              )}
              <FactCorrections of={party} rows={[role.id]} locale={locale} />
              <p className="note mt-[0.35em]">
                <a href={href(locale, `/disputes/${role.dispute.slug}`)}>{role.dispute.title[locale]}</a>.{" "}
                {role.title[locale] &&
                  `${capitalised(role.held ? dateWords(role.held, locale, role.dispute.timeZone) : t("party.noHeld"))}.`}
              </p>
            </Fact>
          ))}
        </dl>
      </Section>
      <Claims n={2} title={t("party.made")} claims={party.made} locale={locale} />
      <Claims n={3} title={t("party.about")} claims={party.about} locale={locale} />
      <Section n={4} title={t("party.requests")}>
        <ul className="text">
          {party.requests.length === 0 && <Line>{t("party.none")}</Line>}
          {party.requests.map((request) => (
            <Line key={request.claim.slug}>
              <a href={`${href(locale, `/claims/${request.claim.slug}`)}#replies`}>
                {partyReplyWords({ ...request, number: request.claim.number }, locale, t)}
              </a>
            </Line>
          ))}
        </ul>
        <div className="margin">
          <p className="note">{t("party.noScore")}</p>
        </div>
      </Section>
      {party.members.length > 0 && (
        <Section n={5} title={t("party.members")}>
          <ul className="text">
            {party.members.map((member) => (
              <Line key={member.slug}>
                <a href={href(locale, `/parties/${member.slug}`)}>{member.name[locale]}</a>
              </Line>
            ))}
          </ul>
        </Section>
      )}
    </article>
  );
}

function IdentifierValue({ identifier }: { readonly identifier: Identifier }) {
  const url = identifierUrl(identifier);
  return url ? (
    <a href={url} rel="noreferrer">
      {identifier.value}
    </a>
  ) : (
    identifier.value
  );
}

function Claims({
  n,
  title,
  claims,
  locale,
}: {
  readonly n: number;
  readonly title: string;
  readonly claims: readonly ClaimLine[];
  readonly locale: Locale;
}) {
  const t = translator(locale);
  return (
    <Section n={n} title={title}>
      <div className="wide">
        {claims.length === 0 ? (
          <p>{t("party.none")}</p>
        ) : (
          <ClaimLines
            claims={claims.map((claim) => ({ claim, by: t(`kinds.${claim.kind}`) }))}
            locale={locale}
          />
        )}
      </div>
    </Section>
  );
}
