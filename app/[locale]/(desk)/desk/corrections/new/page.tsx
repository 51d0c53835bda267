import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { NewCorrection } from "@/components/record/correction/new-correction";
import { atLeast } from "@/lib/core/actor";
import { askedFor } from "@/lib/core/asked-for";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { correctableDisputes, correctionSubject } from "@/lib/record/correction/correction-desk-queries";

export const dynamic = "force-dynamic";

/** `?dispute=<id>`: a correction of a dispute. Without it, which dispute is asked first. */
export default async function Page({ params, searchParams }: PageProps<"/[locale]/desk/corrections/new">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const dispute = askedFor(await searchParams, "dispute");
  const path = "/desk/corrections/new";
  const actor = await requireActor(locale, dispute ? `${path}?dispute=${encodeURIComponent(dispute)}` : path);
  if (!atLeast(actor, "journalist"))
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  if (dispute) {
    const subject = await correctionSubject(actor, { disputeId: dispute });
    if (!subject) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
    return (
      <NewCorrection locale={locale} path={`${path}?dispute=${dispute}`} actor={actor} subject={subject} />
    );
  }
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("correction.desk.chooseDispute")}
      crumbs={[{ path: "/desk/corrections", label: t("correction.desk.all") }]}
      lead={<p>{t("correction.desk.chooseClaim")}</p>}
    >
      <ul className="work">
        {(await correctableDisputes(actor)).map(({ id, title }) => (
          <li key={id}>
            <a href={href(locale, `${path}?dispute=${id}`)}>{title[locale]}</a>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
