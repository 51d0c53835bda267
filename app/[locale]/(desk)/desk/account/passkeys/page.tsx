import { notFound } from "next/navigation";
import { AccountPage } from "@/components/desk/member/account-page";
import { Note } from "@/components/desk/member/note";
import { noteWords } from "@/components/desk/member/page-words";
import { PasskeyAdd } from "@/components/desk/member/passkey-add";
import { PasskeyList } from "@/components/desk/member/passkey-list";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireFresh } from "@/lib/desk/auth/fresh-request";
import { passkeysOf } from "@/lib/desk/auth/passkey-queries";
import { againPath } from "@/lib/desk/auth/secret-form-request";

export const dynamic = "force-dynamic";

export default async function Page({ params, searchParams }: PageProps<"/[locale]/desk/account/passkeys">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/account/passkeys";
  const { actor } = await requireFresh(locale, path);
  const t = translator(locale);
  return (
    <AccountPage
      locale={locale}
      path={path}
      actor={actor}
      title={t("account.passkeys.title")}
      lead={t("account.passkeys.lead")}
    >
      <Note words={noteWords(t, "account", await searchParams)} />
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
}
