import type { ReactNode } from "react";
import { Form, type FormProps } from "@/components/desk/form/form";
import { dayWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import {
  sendDisable,
  sendEnable,
  sendResetLink,
  sendRole,
  sendSecondFactorRemoval,
} from "@/lib/desk/member/member-actions";
import type { MemberLine } from "@/lib/desk/member/member-queries";
import { proofWords } from "./member-list";
import { roleField } from "./role-field";

interface MemberManagedProps {
  readonly locale: Locale;
  readonly member: MemberLine;
  /** It is the administrator's own account. */
  readonly self: boolean;
}

/** What an administrator may do with one account. */
export function MemberManaged({ locale, member, self }: MemberManagedProps) {
  const t = translator(locale);
  const { id } = member;
  const act = (action: FormProps["action"], submit: string, more: Partial<FormProps> = {}) => (
    <Form
      locale={locale}
      action={action}
      fields={[]}
      hidden={{ id }}
      sendKey={crypto.randomUUID()}
      submit={submit}
      {...more}
    />
  );
  const part = (title: string, help: string | null, form: ReactNode) => (
    <>
      <h2>{title}</h2>
      {help && <p>{help}</p>}
      {form}
    </>
  );
  return (
    <>
      <p>
        <span translate="no">{member.email}</span>, {t(`people.roles.${member.role}`)},{" "}
        {proofWords(member, t)}. {t("people.since", { date: dayWords(member.createdAt, locale) })}.{" "}
        {self && t("people.you")}
      </p>
      {member.disabledAt ? (
        part(
          t("people.disabled", { date: dayWords(member.disabledAt, locale) }),
          null,
          act(sendEnable, t("people.enable")),
        )
      ) : (
        <>
          {part(
            t("people.changeRole"),
            t("people.changeRoleHelp"),
            act(sendRole, t("people.changeRole"), {
              fields: [roleField(t)],
              initial: { role: [member.role] },
            }),
          )}
          {part(t("people.reset"), t("people.resetHelp"), act(sendResetLink, t("people.resetSubmit")))}
          {member.twoFactor &&
            part(
              t("people.removeSecondFactor"),
              t("people.removeSecondFactorHelp"),
              act(sendSecondFactorRemoval, t("people.removeSecondFactor"), { grave: true }),
            )}
          {part(
            t("people.disable"),
            t("people.disableHelp"),
            act(sendDisable, t("people.disable"), { grave: true }),
          )}
        </>
      )}
    </>
  );
}
