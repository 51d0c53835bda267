import { Form } from "@/components/desk/form/form";
import { profileFields } from "@/components/desk/member/member-fields";
import { Note } from "@/components/desk/member/note";
import { noteWords } from "@/components/desk/member/page-words";
import { SessionList } from "@/components/desk/member/session-list";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { href } from "@/lib/core/language/language";
import { sendProfile } from "@/lib/desk/auth/account-actions";
import { passkeysOf } from "@/lib/desk/auth/passkey-queries";
import { sessionsOf } from "@/lib/desk/auth/session-queries";
import { asFields } from "@/lib/desk/form/form";

export default deskPage(
  { path: "/desk/account" },
  async ({ page, actor, locale, path, session, t, asked }) => {
    const { member } = session;
    const [passkeys, sessions] = await Promise.all([passkeysOf(member.id), sessionsOf(member.id)]);
    const way = (to: string, label: string) => (
      <p className="go">
        <a href={href(locale, `${path}/${to}`)}>{label}</a>
      </p>
    );
    return (
      <DeskPage
        {...page}
        here="account"
        title={t("account.title")}
        lead={<p>{t("account.lead", { role: t(`people.roles.${actor.role}`) })}</p>}
      >
        <Note words={noteWords(t, "account", asked)} />
        <section aria-labelledby="profile">
          <h2 id="profile">{t("account.profile")}</h2>
          <Form
            locale={locale}
            action={sendProfile}
            fields={profileFields(t)}
            initial={asFields({ name: member.name, byline: member.byline })}
            sendKey={crypto.randomUUID()}
            submit={t("account.saveProfile")}
          />
        </section>
        <h2>{t("account.signingIn")}</h2>
        <h3>{t("account.email.title")}</h3>
        <p>{t("account.email.now", { email: member.email })}</p>
        {way("email", t("account.email.change"))}
        <h3>{t("account.password.title")}</h3>
        {way("password", t("account.password.change"))}
        <h3>{t("account.secondFactor.title")}</h3>
        <p>{t(member.twoFactorEnabled ? "account.secondFactor.on" : "account.secondFactor.off")}</p>
        {way(
          "second-factor",
          t(member.twoFactorEnabled ? "account.secondFactor.manage" : "account.secondFactor.setUp"),
        )}
        <h3>{t("account.passkeys.title")}</h3>
        <p>{t("account.passkeys.count", { count: passkeys.length })}</p>
        {way("passkeys", t("account.passkeys.manage"))}
        <h2>{t("account.sessions.title")}</h2>
        <p>{t("account.sessions.lead")}</p>
        <SessionList locale={locale} sessions={sessions} current={session.id} />
      </DeskPage>
    );
  },
);
