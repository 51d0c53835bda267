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
  });
}

export default async function Page({ params }: PageProps<"/[locale]/log">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale);
  const log = await recordLog();
  const broken = firstBrokenEntry(log);
  return (
    <PageFrame locale={locale} path="/log" here="log">
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

function LogTable({ log, locale }: { readonly log: readonly LogLine[]; readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <table className="log-table mt-4">
      <thead>
        <tr>
          <th scope="col">{t("log.number")}</th>
          <th scope="col">{t("log.when")}</th>
          <th scope="col">{t("log.what")}</th>
          <th scope="col">{t("log.hash")}</th>
        </tr>
      </thead>
      <tbody>
        {[...log].reverse().map((entry) => (
          <tr key={entry.seq} id={`entry-${entry.seq}`}>
            <td className="num">{entry.seq}</td>
            <td>
              <time dateTime={entry.at}>{momentWords(entry.at, locale)}</time>
            </td>
            <td>
              {entry.about ? (
                <a href={href(locale, subjectPath(entry.about.path, entry))}>{entry.about.title[locale]}</a>
              ) : (
                entry.subject
              )}{" "}
              {typeWords(entry, locale)}
            </td>
            <td>
              <span className="hash">{entry.hash}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const subjectPath = (path: string, { type, version }: LogLine) =>
  type === "verdict.published" ? `${path}/v/${version ?? 1}` : path;

function typeWords({ type, version }: LogLine, locale: Locale): string {
  const t = translator(locale);
  if (type === "copy.attested") return t("log.types.copyAttested");
  const [noun] = type.split(".");
  return t(`log.types.${noun as LogNoun}`, { version: version ?? 1 });
}

type LogNoun = LogLine["type"] extends `${infer Noun}.${string}` ? Noun : never;
