import { momentWords } from "@/lib/date-words/date-words";
import { href, type Locale } from "@/lib/language/language";
import { type Translator, translator } from "@/lib/language/translator";
import type { LetterView } from "@/lib/letter/letter-queries";

/** When a letter was written, and what became of it. */
export function letterState(letter: LetterView, locale: Locale, t: Translator): string {
  const written = t("letters.written", { date: momentWords(letter.createdAt, locale) });
  const became = letter.sentAt
    ? t(letter.sentByHand ? "letters.sentByHand" : "letters.sentAt", {
        date: momentWords(letter.sentAt, locale),
      })
    : t(`letters.states.${letter.state}`);
  return `${written}, ${became}.`;
}

export function LetterList({
  locale,
  letters,
  none,
}: {
  readonly locale: Locale;
  readonly letters: readonly LetterView[];
  readonly none: string;
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
        </li>
      ))}
    </ul>
  );
}
