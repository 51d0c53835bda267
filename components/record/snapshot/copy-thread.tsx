import { momentWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { Thread } from "@/lib/intake/message/message";
import type { DeskThreadMessage } from "@/lib/record/snapshot/snapshot-desk-queries";

interface CopyThreadProps {
  readonly thread: Thread<DeskThreadMessage>;
  /** The copy whose page it is. */
  readonly here: string;
  readonly locale: Locale;
}

/** The correspondence that an e-mail belongs to, in its order, and what is missing of it. */
export function CopyThread({ thread, here, locale }: CopyThreadProps) {
  const t = translator(locale);
  return (
    <>
      <h3>{t("copy.thread")}</h3>
      {thread.order.length < 2 ? (
        <p className="empty">{t("copy.threadAlone")}</p>
      ) : (
        <ol className="work">
          {thread.order.map(({ message }) => (
            <li key={message.copyId}>
              {message.copyId === here ? (
                <b>{message.subject || t("copy.noSubject")}</b>
              ) : (
                <a href={href(locale, `/desk/copies/${message.copyId}`)}>
                  {message.subject || t("copy.noSubject")}
                </a>
              )}
              <p className="do fine">
                <span>{message.from}</span>
                <span>
                  {message.sentAt === null ? t("copy.noDate") : momentWords(message.sentAt, locale)}
                </span>
                {message.copyId === here && <span>{t("copy.threadThis")}</span>}
              </p>
            </li>
          ))}
        </ol>
      )}
      {thread.missing.length > 0 && (
        <>
          <p className="help">{t("copy.threadMissing")}</p>
          <ul className="fine">
            {thread.missing.map((id) => (
              <li key={id} className="hash">
                {id}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
