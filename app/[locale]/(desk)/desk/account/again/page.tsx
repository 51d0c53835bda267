import { redirect } from "next/navigation";
import { AccountPage } from "@/components/desk/member/account-page";
import { EntryForm } from "@/components/desk/member/entry-form";
import { passwordField } from "@/components/desk/member/member-fields";
import { PasskeyButton } from "@/components/desk/member/passkey-button";
import { deskPage } from "@/components/desk/page/desk-route";
import { isFresh } from "@/lib/core/actor";
import { askedFor } from "@/lib/core/asked-for";
import { clock } from "@/lib/core/clock";
import { ownPath } from "@/lib/desk/auth/own-path";
import { passkeysOf } from "@/lib/desk/auth/passkey-queries";
import { sendAgain } from "@/lib/desk/auth/sign-in-actions";

export default deskPage({ path: "/desk/account/again" }, async ({ page, actor, locale, t, asked }) => {
  const next = ownPath(askedFor(asked, "next"), locale);
  if (isFresh(actor, clock.now())) redirect(next);
  const passkeys = await passkeysOf(actor.id);
  return (
    <AccountPage {...page} title={t("entry.again.title")} lead={t("entry.again.lead")}>
      <EntryForm
        locale={locale}
        action={sendAgain}
        fields={[passwordField(t)]}
        hidden={{ next }}
        submit={t("entry.again.submit")}
      />
      {passkeys.length > 0 && (
        <PasskeyButton
          locale={locale}
          next={next}
          label={t("entry.passkey.prove")}
          waiting={t("entry.passkey.waiting")}
          failed={t("entry.passkey.failed")}
        />
      )}
    </AccountPage>
  );
});
