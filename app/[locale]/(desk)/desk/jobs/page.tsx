import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { FaultList } from "@/components/job/fault-list";
import { JobList } from "@/components/job/job-list";
import { atLeast } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { jobsFor } from "@/lib/job/job-queries";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { faultsFor } from "@/lib/snapshot/snapshot-desk-queries";

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
