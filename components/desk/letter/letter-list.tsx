import { Form } from "@/components/desk/form/form";
import { momentWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { type Translator, translator } from "@/lib/core/language/translator";
import { troubleOf } from "@/lib/desk/letter/letter";
import { sendLetterByServer } from "@/lib/desk/letter/letter-actions";
import type { LetterView } from "@/lib/desk/letter/letter-queries";

/** When a letter was written, and what became of it. */
export function letterState(letter: LetterView, locale: Locale, t: Translator): string {
  const written = t("letters.written", { date: momentWords(letter.createdAt, locale) });
  const became = letter.sentAt
    ? t(letter.sentByHand ? "letters.sentByHand" : "letters.sentAt", {
        date: momentWords(letter.sentAt, locale),
      })
    : t(`letters.states.${letter.state}`);
  // What went wrong with a letter that has gone since is of no matter.
  if (letter.sentAt || letter.lastError === null) return `${written}, ${became}.`;
  const why = t(`letters.troubles.${troubleOf(letter.lastError)}`);
  const tried = t("letters.triedSoFar", { count: letter.attempts });
  return `${written}, ${letter.state === "waiting" ? `${became}, ${tried}` : became}: ${why}.`;
}

/** Whether a server may be given it: it was to be sent by hand, and leads somewhere. */
export const canGoNow = ({ state, linkGone }: LetterView): boolean => state === "by_hand" && !linkGone;

export function LetterList({
  locale,
  letters,
  none,
  hasServer,
}: {
  readonly locale: Locale;
  readonly letters: readonly LetterView[];
  readonly none: string;
  /** A server sends letters: what was written before there was one can be handed to it. */
  readonly hasServer: boolean;
}) {
  const t = translator(locale);
  if (letters.length === 0) return <p className="empty">{none}</p>;
  return (
    <ul className="work">
      {letters.map((letter) => (
        <li key={letter.id}>
          <b>{letter.subject}</b>
          <br />
          {t("letters.to")}: <span translate="no">{letter.to}</span>. {letterState(letter, locale, t)}
          <span className="do">
            <a href={href(locale, `/desk/letters/${letter.id}`)}>
              {t("letters.openNamed", { to: letter.to })}
            </a>
          </span>
          {hasServer && canGoNow(letter) && (
            <Form
              locale={locale}
              action={sendLetterByServer}
              fields={[]}
              hidden={{ id: letter.id }}
              sendKey={crypto.randomUUID()}
              submit={t("letters.nowNamed", { to: letter.to })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
