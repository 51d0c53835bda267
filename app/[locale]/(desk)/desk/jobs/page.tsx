import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { FaultList } from "@/components/site/work/fault-list";
import { JobList } from "@/components/site/work/job-list";
import { atLeast } from "@/lib/core/actor";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { faultsFor } from "@/lib/record/snapshot/snapshot-desk-queries";
import { jobsFor } from "@/lib/site/work/work-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/jobs">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/jobs";
  const actor = await requireActor(locale, path);
  if (!atLeast(actor, "journalist"))
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  const t = translator(locale);
  const jobs = await jobsFor(actor);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="jobs"
      title={t("job.title")}
      lead={<p>{t("job.lead")}</p>}
    >
      <FaultList faults={await faultsFor(actor)} locale={locale} />
      <h2>{t("job.toDo")}</h2>
      <JobList
        locale={locale}
        jobs={jobs.filter(({ state }) => state === "parked")}
        none={t("job.noneToDo")}
      />
      <h2>{t("job.rest")}</h2>
      <JobList locale={locale} jobs={jobs.filter(({ state }) => state !== "parked")} none={t("job.none")} />
    </DeskPage>
  );
}
