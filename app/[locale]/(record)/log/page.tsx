import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { siteMetadata } from "@/components/core/frame/metadata";
import { PageFrame } from "@/components/core/frame/page-frame";
import { PageHead } from "@/components/core/frame/page-head";
import { Section } from "@/components/core/ui/section";
import { momentWords } from "@/lib/core/date-words/date-words";
import { href, isLocale, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { firstBrokenEntry } from "@/lib/record/record-log/record-log";
import { type LogLine, recordLog } from "@/lib/record/record-log/record-log-queries";
import { entryWords } from "@/lib/record/record-log/record-log-words";
import { recordFeedAddresses } from "@/lib/site/feed/feed";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps<"/[locale]/log">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale);
  return siteMetadata({
    locale,
    path: "/log",
    title: t("log.title"),
    description: t("log.intro"),
    kind: "website",
    feed: recordFeedAddresses("all"),
  });
}

export default async function Page({ params }: PageProps<"/[locale]/log">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale);
  const log = await recordLog();
  const broken = firstBrokenEntry(log);
  return (
    <PageFrame locale={locale} path="/log" here="log" follow={{ feed: recordFeedAddresses("all") }}>
      <PageHead title={t("log.title")} lead={t("log.intro")} />
      <Section n={1} title={t("log.entries")}>
        <div className="wide">
          <p className="note">
            <b>
              {broken === null
                ? t("log.verified", { count: log.length })
                : t("log.broken", { number: broken })}
            </b>{" "}
            {t("log.honest")}
          </p>
          {log.length === 0 ? <p>{t("log.none")}</p> : <LogTable log={log} locale={locale} />}
        </div>
      </Section>
    </PageFrame>
  );
}

const HEADING = "py-[0.6em] pr-4 text-left align-baseline text-fine font-text text-ink-3";
/** A narrow page has no columns: each entry is a row of its own, its number at the left. */
const ROW =
  "max-broad:grid max-broad:grid-cols-[2.5rem_minmax(0,1fr)] max-broad:border-t max-broad:border-rule max-broad:py-[0.6rem] print:break-inside-avoid";
const CELL = "text-left align-baseline broad:border-t broad:border-rule broad:py-[0.6em]";

function LogTable({ log, locale }: { readonly log: readonly LogLine[]; readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <table className="mt-4 font-sans text-ui leading-[1.45] print:text-print">
      <thead className="max-broad:absolute max-broad:[clip-path:inset(50%)]">
        <tr>
          <th scope="col" className={HEADING}>
            {t("log.number")}
          </th>
          <th scope="col" className={HEADING}>
            {t("log.when")}
          </th>
          <th scope="col" className={HEADING}>
            {t("log.what")}
          </th>
          <th scope="col" className={HEADING}>
            {t("log.hash")}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...log].reverse().map((entry) => (
          <tr key={entry.seq} id={`entry-${entry.seq}`} className={ROW}>
            <td className={`num max-broad:col-start-1 max-broad:row-start-1 broad:pr-4 ${CELL}`}>
              {entry.seq}
            </td>
            <td className={`max-broad:col-start-2 broad:pr-4 ${CELL}`}>
              <time className="broad:whitespace-nowrap" dateTime={entry.at}>
                {momentWords(entry.at, locale)}
              </time>
            </td>
            <td className={`max-broad:col-start-2 broad:pr-4 ${CELL}`}>
              {entry.about ? (
                <a className="block w-fit" href={href(locale, subjectPath(entry.about.path, entry))}>
                  {entry.about.title[locale]}
                </a>
              ) : (
                (entry.takenDown && `${t("removal.logged")}.`) || entry.subject
              )}{" "}
              {entryWords(entry, locale)}
            </td>
            <td
              className={`text-fine text-ink-3 max-broad:col-start-2 broad:w-note print:text-print-fine ${CELL}`}
            >
              <span className="hash">{entry.hash}</span>{" "}
              <a href={`/log/${entry.seq}.json`}>
                {t(entry.document.carriedOver ? "log.carriedOver" : "log.document", { number: entry.seq })}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const subjectPath = (path: string, { type, version }: LogLine) =>
  type === "verdict.published" ? `${path}/v/${version ?? 1}` : path;
