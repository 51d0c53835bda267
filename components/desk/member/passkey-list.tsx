import { Form } from "@/components/desk/form/form";
import { momentWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { sendPasskeyName, sendPasskeyRemoval } from "@/lib/desk/auth/passkey-actions";
import type { PasskeyLine } from "@/lib/desk/auth/passkey-queries";

/** A member's passkeys, each to be renamed or taken away. */
export function PasskeyList({
  locale,
  passkeys,
}: {
  readonly locale: Locale;
  readonly passkeys: readonly PasskeyLine[];
}) {
  const t = translator(locale);
  if (passkeys.length === 0) return <p className="empty">{t("account.passkeys.none")}</p>;
  return (
    <ul className="work">
      {passkeys.map((passkey) => (
        <li key={passkey.id}>
          <b>{passkey.name}</b>
          <br />
          {t("account.passkeys.made", { date: momentWords(passkey.createdAt, locale) })},{" "}
          {passkey.usedAt
            ? t("account.passkeys.used", { date: momentWords(passkey.usedAt, locale) })
            : t("account.passkeys.unused")}
          .
          <Form
            locale={locale}
            action={sendPasskeyName}
            fields={[{ kind: "text", name: "name", label: t("account.passkeys.name") }]}
            initial={{ name: [passkey.name] }}
            hidden={{ id: passkey.id }}
            sendKey={crypto.randomUUID()}
            submit={t("account.passkeys.rename")}
          />
          <Form
            locale={locale}
            action={sendPasskeyRemoval}
            fields={[]}
            hidden={{ id: passkey.id }}
            sendKey={crypto.randomUUID()}
            submit={t("account.passkeys.remove", { name: passkey.name })}
            grave
          />
        </li>
      ))}
    </ul>
  );
}
