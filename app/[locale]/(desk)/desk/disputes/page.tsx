import { notFound } from "next/navigation";
import { DeskPage } from "@/components/desk/page/desk-page";
import { Mark } from "@/components/record/dispute/dispute-desk";
import { atLeast } from "@/lib/core/actor";
import { href, inEither, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { disputesFor } from "@/lib/record/dispute/dispute-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/disputes">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/disputes";
  const actor = await requireActor(locale, path);
  const t = translator(locale);
  const disputes = await disputesFor(actor);
  const opens = atLeast(actor, "journalist");
  return (
    <DeskPage locale={locale} path={path} actor={actor} here="disputes" title={t("deskRecord.list.title")}>
      {disputes.length === 0 && (
        <>
          <h2>{t("deskRecord.list.emptyTitle")}</h2>
          <p className="empty">{t(opens ? "deskRecord.list.empty" : "deskRecord.list.emptyOther")}</p>
        </>
      )}
      {opens && (
        <p className="do">
          <a className="button" href={href(locale, "/desk/disputes/new")}>
            {t("deskRecord.list.new")}
          </a>
        </p>
      )}
      <ul className="work">
        {disputes.map((dispute) => (
          <li key={dispute.id}>
            <a href={href(locale, `/desk/disputes/${dispute.id}`)}>{inEither(dispute.title, locale)}</a>
            <span className="do">
              <Mark locale={locale} published={dispute.published} />
              <span className="fine">{t("deskRecord.list.claims", { count: dispute.claims })}</span>
            </span>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
