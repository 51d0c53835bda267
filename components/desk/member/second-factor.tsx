import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import {
  sendForBackupCodes,
  sendSecondFactorEnd,
  sendSecondFactorStart,
} from "@/lib/desk/auth/account-actions";
import { totpUri } from "@/lib/desk/auth/totp";
import { CodesForm } from "./codes-form";
import { EntryForm } from "./entry-form";
import { QrPicture } from "./qr-picture";

interface SecondFactorProps {
  readonly locale: Locale;
  readonly email: string;
  readonly on: boolean;
  /** Made and not yet confirmed. */
  readonly secret: string | null;
  /** Backup codes that have not been used. */
  readonly left: number;
}

/**
 * Setting a second factor up, and looking after one. The form for codes stands at the same place in both: its answer is
 * the backup codes, and when they arrive the page has become the other one.
 */
export function SecondFactor({ locale, email, on, secret, left }: SecondFactorProps) {
  const t = translator(locale);
  return (
    <>
      {on ? (
        <On locale={locale} left={left} />
      ) : (
        secret && <Secret locale={locale} secret={secret} email={email} />
      )}
      {(on || secret) && (
        <CodesForm
          key="codes"
          locale={locale}
          action={sendForBackupCodes}
          code={
            on
              ? undefined
              : { label: t("account.secondFactor.code"), help: t("account.secondFactor.codeHelp") }
          }
          submit={t(on ? "account.secondFactor.renew" : "account.secondFactor.confirm")}
          after={{
            title: t("account.secondFactor.codesTitle"),
            text: t("account.secondFactor.codesText"),
            done: t("account.secondFactor.codesDone"),
            href: href(locale, "/desk/account"),
          }}
        />
      )}
      {on ? (
        <Off locale={locale} />
      ) : (
        <EntryForm
          locale={locale}
          action={sendSecondFactorStart}
          fields={[]}
          submit={t(secret ? "account.secondFactor.again" : "account.secondFactor.begin")}
          second={secret !== null}
        />
      )}
    </>
  );
}

/** The secret to scan or to type. */
function Secret({
  locale,
  secret,
  email,
}: {
  readonly locale: Locale;
  readonly secret: string;
  readonly email: string;
}) {
  const t = translator(locale);
  return (
    <>
      <h2>{t("account.secondFactor.step1")}</h2>
      <QrPicture text={totpUri(secret, "Belagt", email)} label={t("account.secondFactor.pictureLabel")} />
      <p>{t("account.secondFactor.secret")}</p>
      <p>
        <code className="secret text-[1.0625rem] tracking-[0.06em] wrap-anywhere" translate="no">
          {secret.match(/.{1,4}/g)?.join(" ")}
        </code>
      </p>
      <h2>{t("account.secondFactor.step2")}</h2>
    </>
  );
}

function On({ locale, left }: { readonly locale: Locale; readonly left: number }) {
  const t = translator(locale);
  return (
    <>
      <p>{t("account.secondFactor.on")}</p>
      <h2>{t("account.secondFactor.codesHeading")}</h2>
      <p>
        {t("account.secondFactor.left", { count: left })} {t("account.secondFactor.renewHelp")}
      </p>
    </>
  );
}

function Off({ locale }: { readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <>
      <h2>{t("account.secondFactor.turnOff")}</h2>
      <p>{t("account.secondFactor.turnOffHelp")}</p>
      <EntryForm
        locale={locale}
        action={sendSecondFactorEnd}
        fields={[]}
        submit={t("account.secondFactor.turnOff")}
        grave
      />
    </>
  );
}
