import { Form } from "@/components/desk/form/form";
import { momentWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { sendOtherSessionsEnd, sendSessionEnd } from "@/lib/desk/auth/account-actions";
import type { SessionLine } from "@/lib/desk/auth/session-queries";
import { browserWords } from "./browser-words";

interface SessionListProps {
  readonly locale: Locale;
  readonly sessions: readonly SessionLine[];
  /** The one this page was asked for in. */
  readonly current: string;
}

const PROVED = { totp: "withTotp", backup_code: "withBackup", passkey: "withPasskey" } as const;

/** Where a member is signed in, each with a button to end it. */
export function SessionList({ locale, sessions, current }: SessionListProps) {
  const t = translator(locale);
  return (
    <>
      <ul className="work">
        {sessions.map((session) => {
          const browser = browserWords(session.browser, t);
          const began = momentWords(session.createdAt, locale);
          return (
            <li key={session.id}>
              <b>{browser}</b>
              {session.id === current && <> ({t("account.sessions.this").toLowerCase()})</>}
              <br />
              {t("account.sessions.started", { date: began })},{" "}
              {t("account.sessions.seen", { date: momentWords(session.seenAt, locale) })},{" "}
              {t(`account.sessions.${session.secondFactor ? PROVED[session.secondFactor] : "withPassword"}`)}.
              {session.id !== current && (
                <Form
                  locale={locale}
                  action={sendSessionEnd}
                  fields={[]}
                  hidden={{ id: session.id }}
                  sendKey={crypto.randomUUID()}
                  submit={t("account.sessions.endNamed", { browser, date: began })}
                />
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <Form
          locale={locale}
          action={sendOtherSessionsEnd}
          fields={[]}
          sendKey={crypto.randomUUID()}
          submit={t("account.sessions.endOthers")}
        />
      )}
    </>
  );
}
