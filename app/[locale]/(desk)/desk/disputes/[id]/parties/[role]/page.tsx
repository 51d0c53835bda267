import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { AddressLink } from "@/components/record/address/address-desk";
import { CorrectThis } from "@/components/record/amendment/correct-this";
import { Mark } from "@/components/record/dispute/dispute-desk";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { Discard } from "@/components/record/draft/discard";
import { MergeLink } from "@/components/record/merge/merge-desk";
import { partyRoleForm, partyWordsForm } from "@/components/record/party/party-form";
import { PartyIdentifiers } from "@/components/record/party/party-identifiers";
import { TakeDownLink } from "@/components/record/removal/removal-desk";
import { href, inEither } from "@/lib/core/language/language";
import { disputeDesk, frameOf } from "@/lib/record/dispute/dispute-desk-queries";
import { savePartyRole, savePartyWords } from "@/lib/record/party/party-actions";
import { partyDraft } from "@/lib/record/party/party-desk-queries";

export default deskPage(
  { path: "/desk/disputes/[id]/parties/[role]" },
  async ({ page, actor, locale, t }, { id, role: roleId }) => {
    const [dispute, draft] = [await disputeDesk(actor, id), await partyDraft(actor, roleId)];
    if (!dispute || draft?.disputeId !== id) return 404;
    const { party, role, wording, identifiers } = draft;
    const back = `/desk/disputes/${id}`;
    const [ofRole, ofWords] = [`party/role/${roleId}`, `party/wording/${party.id}`];
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        title={t("deskRecord.party.changeTitle", { name: inEither(party.name, locale) })}
        lead={
          <p className="do">
            <Mark locale={locale} published={party.published} />
            <AddressLink table="Party" id={party.id} actor={actor} locale={locale} />
            <a href={href(locale, `${back}/parties/new?party=${party.id}`)}>
              {t("deskRecord.party.anotherRole")}
            </a>
            {party.published && (
              <a href={href(locale, `/parties/${party.slug}`)}>{t("deskRecord.party.publicPage")}</a>
            )}
          </p>
        }
      >
        <h2>{t("deskRecord.party.role")}</h2>
        {role.published ? (
          <CorrectThis table="PartyRole" id={roleId} locale={locale} />
        ) : (
          <>
            <DeskForm
              locale={locale}
              action={savePartyRole}
              fields={partyRoleForm(await frameOf(actor, dispute.id), locale)}
              initial={role.fields}
              hidden={{ disputeId: id, partyId: party.id }}
              draft={{ id: roleId, revision: role.revision }}
              actor={actor}
              kept={ofRole}
              submit={t("deskRecord.save")}
            />
            <Discard
              locale={locale}
              table="partyRole"
              id={roleId}
              label={t("deskRecord.party.discardRole")}
            />
          </>
        )}
        {party.published && (
          <>
            <h2>{t("deskRecord.party.nature")}</h2>
            <p>{t(`party.kinds.${party.kind}`)}</p>
            <CorrectThis table="Party" id={party.id} locale={locale} />
          </>
        )}
        <h2>{t("deskRecord.party.words")}</h2>
        {wording.published && <p>{t("deskRecord.wordsNext")}</p>}
        <DeskForm
          locale={locale}
          action={savePartyWords}
          fields={partyWordsForm(locale)}
          initial={wording.fields}
          hidden={{ $dispute: id }}
          draft={{ id: party.id, revision: wording.revision }}
          actor={actor}
          kept={ofWords}
          submit={t("deskRecord.save")}
        />
        {!wording.published && wording.version > 1 && (
          <Discard locale={locale} table="partyWording" id={wording.id} />
        )}
        {party.kind !== "private_person" && (
          <PartyIdentifiers
            locale={locale}
            partyId={party.id}
            disputeId={id}
            roleId={roleId}
            identifiers={identifiers}
          />
        )}
        {party.published && (
          <p className="do">
            <MergeLink table="Party" id={party.id} actor={actor} locale={locale} />
            <TakeDownLink table="Party" id={party.id} actor={actor} locale={locale} />
          </p>
        )}
        {!party.published && (
          <Discard locale={locale} table="party" id={party.id} label={t("deskRecord.party.discardParty")} />
        )}
      </DisputeWorkPage>
    );
  },
);
