import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { atLeast } from "@/lib/core/actor";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { allCorrections } from "@/lib/record/correction/correction-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/corrections">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/corrections";
  const actor = await requireActor(locale, path);
  if (!atLeast(actor, "journalist"))
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  const t = translator(locale);
  const all = await allCorrections(actor);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("correction.desk.all")}
      lead={<p>{t("correction.desk.lead")}</p>}
    >
      <p className="do">
        <a href={href(locale, "/desk/corrections/new")}>{t("correction.desk.newOf")}</a>
      </p>
      {all.length === 0 && <p className="empty">{t("correction.desk.none")}</p>}
      <ul className="work">
        {all.map((correction) => (
          <li key={correction.id}>
            <b className={correction.publishedAt ? "public-mark" : "draft-mark"}>
              {correction.publishedAt
                ? t("correction.desk.published", { date: dayWords(correction.publishedAt, locale) })
                : t("correction.desk.draft")}
            </b>{" "}
            <a href={href(locale, correction.href)}>{correction.title[locale]}</a>
            <p className="fine">{(correction.claim?.text ?? correction.dispute.title)[locale]}</p>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
