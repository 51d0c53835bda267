import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { imprintForm } from "@/components/record/imprint/imprint-form";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href } from "@/lib/core/language/language";
import { asFields } from "@/lib/desk/form/form";
import { imprintFields } from "@/lib/record/imprint/imprint";
import { saveImprint } from "@/lib/record/imprint/imprint-actions";
import { imprintVersions } from "@/lib/record/imprint/imprint-desk-queries";

export default deskPage({ path: "/desk/settings" }, async ({ page, actor, locale, t }) => {
  const versions = await imprintVersions(actor);
  if (!versions) return 403;
  const [newest] = versions;
  return (
    <DeskPage
      {...page}
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
});
