import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { type Translator, translator } from "@/lib/core/language/translator";
import type { MemberLine } from "@/lib/desk/member/member-queries";

/** By what somebody signs in, in words. */
export const proofWords = (member: MemberLine, t: Translator): string =>
  [
    member.twoFactor && t("people.withTotp"),
    member.passkeys > 0 && t("people.withPasskeys", { count: member.passkeys }),
  ]
    .filter(Boolean)
    .join(", ") || t("people.passwordOnly");

/** Everybody with an account, those who may sign in first. */
export function MemberList({
  locale,
  members,
  self,
}: {
  readonly locale: Locale;
  readonly members: readonly MemberLine[];
  readonly self: string;
}) {
  const t = translator(locale);
  return (
    <ul className="work">
      {members.map((member) => (
        <li key={member.id}>
          <b>{member.name}</b>, {t(`people.roles.${member.role}`)}
          {member.id === self && <> · {t("people.you")}</>}
          <br />
          <span translate="no">{member.email}</span>, {proofWords(member, t)}
          {member.disabledAt && <> · {t("people.disabled", { date: dayWords(member.disabledAt, locale) })}</>}
          <span className="do">
            <a href={href(locale, `/desk/people/${member.id}`)}>
              {t("people.manageNamed", { name: member.name })}
            </a>
          </span>
        </li>
      ))}
    </ul>
  );
}
