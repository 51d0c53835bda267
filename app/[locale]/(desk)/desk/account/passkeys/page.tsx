import { AccountPage } from "@/components/desk/member/account-page";
import { Note } from "@/components/desk/member/note";
import { noteWords } from "@/components/desk/member/page-words";
import { PasskeyAdd } from "@/components/desk/member/passkey-add";
import { PasskeyList } from "@/components/desk/member/passkey-list";
import { deskPage } from "@/components/desk/page/desk-route";
import { passkeysOf } from "@/lib/desk/auth/passkey-queries";
import { againPath } from "@/lib/desk/auth/secret-form-request";

export default deskPage(
  { path: "/desk/account/passkeys", fresh: true },
  async ({ page, actor, locale, path, t, asked }) => {
    return (
      <AccountPage {...page} title={t("account.passkeys.title")} lead={t("account.passkeys.lead")}>
        <Note words={noteWords(t, "account", asked)} />
        <PasskeyList locale={locale} passkeys={await passkeysOf(actor.id)} />
        <h2>{t("account.passkeys.add")}</h2>
        <PasskeyAdd
          locale={locale}
          again={againPath(locale, path)}
          words={{
            name: t("account.passkeys.addName"),
            help: t("account.passkeys.addNameHelp"),
            submit: t("account.passkeys.addSubmit"),
            waiting: t("entry.passkey.waiting"),
            failed: t("entry.passkey.failed"),
            needsScript: t("account.passkeys.needsScript"),
          }}
        />
      </AccountPage>
    );
  },
);
