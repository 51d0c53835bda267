import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { requestWordsFields } from "@/components/record/reply/reply-fields";
import { askedFor } from "@/lib/core/asked-for";
import { inEither, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { saveNewRequest } from "@/lib/record/reply/reply-actions";
import { partiesWithoutRequest } from "@/lib/record/reply/reply-parties-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({
  params,
  searchParams,
}: PageProps<"/[locale]/desk/claims/[id]/requests/new">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/claims/${id}/requests/new`;
  const actor = await requireActor(locale, path);
  const found = await partiesWithoutRequest(actor, id);
  if (!found) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  const party = askedFor(await searchParams, "party");
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
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
}
