import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { FaultList } from "@/components/site/work/fault-list";
import { JobList } from "@/components/site/work/job-list";
import { faultsFor } from "@/lib/record/snapshot/snapshot-desk-queries";
import { jobsFor } from "@/lib/site/work/work-queries";

export default deskPage({ path: "/desk/jobs", role: "journalist" }, async ({ page, actor, locale, t }) => {
  const jobs = await jobsFor(actor);
  return (
    <DeskPage {...page} here="jobs" title={t("job.title")} lead={<p>{t("job.lead")}</p>}>
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
});
