import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { requestWordsFields } from "@/components/record/reply/reply-fields";
import { askedFor } from "@/lib/core/asked-for";
import { inEither } from "@/lib/core/language/language";
import { saveNewRequest } from "@/lib/record/reply/reply-actions";
import { partiesWithoutRequest } from "@/lib/record/reply/reply-parties-desk-queries";

export default deskPage(
  { path: "/desk/claims/[id]/requests/new" },
  async ({ page, actor, locale, t, asked }, { id }) => {
    const found = await partiesWithoutRequest(actor, id);
    if (!found) return 404;
    const party = askedFor(asked, "party");
    return (
      <DeskPage
        {...page}
        here="disputes"
        title={t("replyDesk.newTitle")}
        crumbs={[{ path: `/desk/claims/${id}`, label: t("replyDesk.toClaim") }]}
        lead={
          <>
            <p className="claim desk-claim">{inEither(found.claim.text, locale)}</p>
            <p>{t("replyDesk.newLead")}</p>
          </>
        }
      >
        <DeskForm
          locale={locale}
          action={saveNewRequest}
          fields={[
            {
              kind: "choice",
              name: "partyId",
              label: t("replyDesk.party"),
              options: found.parties.map((each) => ({ value: each.id, label: inEither(each.name, locale) })),
            },
            ...requestWordsFields(locale),
          ]}
          initial={{ partyId: [party] }}
          hidden={{ claimId: id }}
          actor={actor}
          kept={`request/new/${id}`}
          submit={t("replyDesk.save")}
        />
      </DeskPage>
    );
  },
);
