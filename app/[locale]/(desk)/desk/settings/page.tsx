import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { imprintForm } from "@/components/record/imprint/imprint-form";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { asFields } from "@/lib/desk/form/form";
import { imprintFields } from "@/lib/record/imprint/imprint";
import { saveImprint } from "@/lib/record/imprint/imprint-actions";
import { imprintVersions } from "@/lib/record/imprint/imprint-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/settings">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/settings";
  const actor = await requireActor(locale, path);
  const versions = await imprintVersions(actor);
  if (!versions) return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  const [newest] = versions;
  const t = translator(locale);
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="settings"
      title={t("imprint.title")}
      lead={
        <>
          <p>{t("imprint.lead")}</p>
          {newest && (
            <p>{t("imprint.now", { version: newest.version, date: dayWords(newest.publishedAt, locale) })}</p>
          )}
          {!actor.secondFactor && (
            <p>
              {t("imprint.noSecondFactor")}{" "}
              <a href={href(locale, "/desk/account/second-factor")}>{t("imprint.turnOn")}</a>
            </p>
          )}
        </>
      }
    >
      <DeskForm
        locale={locale}
        action={saveImprint}
        fields={imprintForm(locale)}
        initial={newest ? asFields(imprintFields(newest)) : {}}
        draft={{ id: "", revision: newest?.version ?? 0 }}
        actor={actor}
        kept="imprint"
        submit={t("imprint.save")}
      />
      <h2>{t("imprint.versions")}</h2>
      {versions.length === 0 && <p className="empty">{t("imprint.none")}</p>}
      <ul className="work">
        {versions.map((version) => (
          <li key={version.version}>
            {t("imprint.version", {
              version: version.version,
              date: dayWords(version.publishedAt, locale),
            })}
            <span className="do">
              <span className="fine">
                {version.name}. {version.responsiblePublisher}. {version.complaints}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
