import { notFound, redirect } from "next/navigation";
import { AccountPage } from "@/components/desk/member/account-page";
import { EntryForm } from "@/components/desk/member/entry-form";
import { passwordField } from "@/components/desk/member/member-fields";
import { PasskeyButton } from "@/components/desk/member/passkey-button";
import { isFresh } from "@/lib/core/actor";
import { askedFor } from "@/lib/core/asked-for";
import { clock } from "@/lib/core/clock";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { ownPath } from "@/lib/desk/auth/own-path";
import { passkeysOf } from "@/lib/desk/auth/passkey-queries";
import { requireActor } from "@/lib/desk/auth/session-request";
import { sendAgain } from "@/lib/desk/auth/sign-in-actions";

export const dynamic = "force-dynamic";

export default async function Page({ params, searchParams }: PageProps<"/[locale]/desk/account/again">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const path = "/desk/account/again";
  const next = ownPath(askedFor(await searchParams, "next"), locale);
  const actor = await requireActor(locale, path);
  if (isFresh(actor, clock.now())) redirect(next);
  const t = translator(locale);
  const passkeys = await passkeysOf(actor.id);
  return (
    <AccountPage
      locale={locale}
      path={path}
      actor={actor}
      title={t("entry.again.title")}
      lead={t("entry.again.lead")}
    >
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
}
