import { History } from "@/components/desk/history/history";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { askedFor } from "@/lib/core/asked-for";
import { href } from "@/lib/core/language/language";
import { historyForDesk } from "@/lib/desk/history/history-desk-queries";

export default deskPage(
  { path: "/desk/history", role: "journalist" },
  async ({ page, actor, locale, path, t, asked }) => {
    const claimId = askedFor(asked, "claim");
    const { lines, older } = await historyForDesk(actor, { claimId, before: askedFor(asked, "before") });
    const olderQuery = new URLSearchParams({ ...(claimId ? { claim: claimId } : {}), before: older ?? "" });
    return (
      <DeskPage
        {...page}
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
  },
);
