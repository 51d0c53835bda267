import { notFound } from "next/navigation";
import "@/app/styles/reply.css";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { RequestPage } from "@/components/record/reply/request-page";
import { isLocale } from "@/lib/core/language/language";
import { requireActor } from "@/lib/desk/auth/session-request";
import { requestFor } from "@/lib/record/reply/reply-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/requests/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/requests/${id}`;
  const actor = await requireActor(locale, path);
  const request = await requestFor(actor, id);
  if (!request) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  return <RequestPage request={request} actor={actor} locale={locale} />;
}
