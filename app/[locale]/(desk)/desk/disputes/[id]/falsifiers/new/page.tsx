import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { falsifierForm } from "@/components/record/falsifier/falsifier-form";
import { atLeast } from "@/lib/core/actor";
import { askedFor } from "@/lib/core/asked-for";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import { saveNewFalsifier } from "@/lib/record/falsifier/falsifier-actions";

export const dynamic = "force-dynamic";

export default async function Page({
  params,
  searchParams,
}: PageProps<"/[locale]/desk/disputes/[id]/falsifiers/new">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/disputes/${id}/falsifiers/new`;
  const actor = await requireActor(locale, path);
  const dispute = await disputeDesk(actor, id);
  if (!dispute) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  if (!atLeast(actor, "journalist")) {
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  }
  const choices = await choicesOf(actor, id);
  if (!choices) notFound();
  const claim = askedFor(await searchParams, "claim");
  const t = translator(locale);
  return (
    <DisputeWorkPage
      locale={locale}
      path={path}
      actor={actor}
      dispute={dispute}
      title={t("deskRecord.falsifier.newTitle")}
      lead={<p>{t("deskRecord.oneLanguage")}</p>}
    >
      {choices.claims.length === 0 ? (
        <>
          <p className="empty">{t("deskRecord.falsifier.needs")}</p>
          <p className="do">
            <a href={href(locale, `/desk/disputes/${id}/claims/new`)}>{t("deskRecord.dispute.addClaim")}</a>
          </p>
        </>
      ) : (
        <DeskForm
          locale={locale}
          action={saveNewFalsifier}
          fields={falsifierForm(choices, locale)}
          initial={claim ? { claimIds: [claim] } : {}}
          hidden={{ disputeId: id }}
          actor={actor}
          kept={`falsifier/new/${id}`}
          submit={t("deskRecord.falsifier.add")}
          another={{ label: t("deskRecord.saveNext"), next: "another" }}
        />
      )}
    </DisputeWorkPage>
  );
}
