import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskPage } from "@/components/desk/desk-page";
import { DeskForm } from "@/components/form/desk-form";
import { imprintForm } from "@/components/imprint/imprint-form";
import { requireActor } from "@/lib/auth/session";
import { dayWords } from "@/lib/date-words/date-words";
import { asFields } from "@/lib/form/form";
import { imprintFields } from "@/lib/imprint/imprint";
import { saveImprint } from "@/lib/imprint/imprint-actions";
import { imprintVersions } from "@/lib/imprint/imprint-desk-queries";
import { href, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

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
