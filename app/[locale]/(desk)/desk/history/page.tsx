import { notFound } from "next/navigation";
import { History } from "@/components/desk/history/history";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { atLeast } from "@/lib/core/actor";
import { askedFor } from "@/lib/core/asked-for";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { historyForDesk } from "@/lib/desk/history/history-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params, searchParams }: PageProps<"/[locale]/desk/history">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/history";
  const actor = await requireActor(locale, path);
  if (!atLeast(actor, "journalist"))
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  const t = translator(locale);
  const asked = await searchParams;
  const claimId = askedFor(asked, "claim");
  const { lines, older } = await historyForDesk(actor, { claimId, before: askedFor(asked, "before") });
  const olderQuery = new URLSearchParams({ ...(claimId ? { claim: claimId } : {}), before: older ?? "" });
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="history"
      title={t("history.title")}
      lead={
        <>
          <p>{t("history.lead")}</p>
          {claimId && (
            <p className="do">
              <span className="fine">{t("history.ofClaim")}</span>
              <a href={href(locale, path)}>{t("history.all")}</a>
            </p>
          )}
        </>
      }
    >
      <History lines={lines} locale={locale} />
      {older && (
        <p className="do">
          <a href={`${href(locale, path)}?${olderQuery}`}>{t("history.older")}</a>
        </p>
      )}
    </DeskPage>
  );
}
