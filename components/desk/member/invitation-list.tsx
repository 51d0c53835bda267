import { Form } from "@/components/desk/form/form";
import { momentWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { sendRevocation } from "@/lib/desk/invitation/invitation-actions";
import type { InvitationView } from "@/lib/desk/invitation/invitation-queries";

/** Offers nobody has taken yet, each to be taken back. */
export function InvitationList({
  locale,
  invitations,
}: {
  readonly locale: Locale;
  readonly invitations: readonly InvitationView[];
}) {
  const t = translator(locale);
  if (invitations.length === 0) return <p className="empty">{t("people.noOpen")}</p>;
  return (
    <ul className="work">
      {invitations.map(({ id, email, role, expiresAt, hasRunOut }) => (
        <li key={id}>
          <b translate="no">{email}</b>, {t(`people.roles.${role}`)}
          <br />
          {t(hasRunOut ? "people.ranOut" : "people.until", { date: momentWords(expiresAt, locale) })}.
          <Form
            locale={locale}
            action={sendRevocation}
            fields={[]}
            hidden={{ id }}
            sendKey={crypto.randomUUID()}
            submit={t("people.revokeNamed", { email })}
          />
        </li>
      ))}
    </ul>
  );
}
