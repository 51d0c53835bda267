import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { Form } from "@/components/form/form";
import { requestWordsFields } from "@/components/reply/reply-fields";
import { requireActor } from "@/lib/auth/session";
import { typedInto } from "@/lib/form/form-queries";
import { inEither, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { saveNewRequest } from "@/lib/reply/reply-actions";
import { partiesWithoutRequest } from "@/lib/reply/reply-desk-queries";

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
  const { party } = await searchParams;
  const form = `request/new/${id}`;
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
      <Form
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
        initial={{ partyId: [typeof party === "string" ? party : ""] }}
        hidden={{ claimId: id }}
        sendKey={crypto.randomUUID()}
        typed={{ form, before: await typedInto(actor, form) }}
        submit={t("replyDesk.save")}
      />
    </DeskPage>
  );
}
