import { Fact } from "@/components/core/ui/facts";
import { Form } from "@/components/desk/form/form";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import {
  sendLetterAgain,
  sendLetterByServer,
  sendLetterSent,
  sendShowLink,
} from "@/lib/desk/letter/letter-actions";
import type { LetterView } from "@/lib/desk/letter/letter-queries";
import { canGoNow, letterState } from "./letter-list";

/** One letter, as it is or will be sent, to be copied where no server sends it. */
export function LetterPaper({
  locale,
  letter,
  hasServer,
}: {
  readonly locale: Locale;
  readonly letter: LetterView & { readonly link: string | null };
  readonly hasServer: boolean;
}) {
  const t = translator(locale);
  const { link } = letter;
  const isHidden = letter.guarded && link === null;
  const text = letter.text.replaceAll(
    "{link}",
    link ?? t(isHidden ? "letters.linkHidden" : "letters.linkGone"),
  );
  const form = { locale, fields: [], hidden: { id: letter.id } };
  return (
    <>
      <p>
        {letterState(letter, locale, t)}{" "}
        {letter.state !== "sent" &&
          letter.lastError &&
          t("letters.tries", { count: letter.attempts, error: letter.lastError })}
      </p>
      <dl>
        <Fact label={t("letters.to")}>
          <span translate="no">{letter.to}</span>
        </Fact>
        <Fact label={t("letters.subject")}>{letter.subject}</Fact>
      </dl>
      <h2>{t("letters.text")}</h2>
      {letter.state !== "sent" && <p>{t("letters.copyHelp")}</p>}
      {link && <p>{t("letters.linkSecret")}</p>}
      {link && letter.guarded && <p>{t("letters.linkShown")}</p>}
      {isHidden && (
        <Form {...form} action={sendShowLink} sendKey={crypto.randomUUID()} submit={t("letters.showLink")}>
          <p>{t("letters.showLinkHelp")}</p>
        </Form>
      )}
      <pre className="mt-3 max-w-text border border-rule-2 px-4 py-3 font-sans text-[1rem] wrap-anywhere whitespace-pre-wrap">
        {text}
      </pre>
      {hasServer && canGoNow(letter) && (
        <Form {...form} action={sendLetterByServer} sendKey={crypto.randomUUID()} submit={t("letters.now")}>
          <p>{t("letters.nowHelp")}</p>
        </Form>
      )}
      {letter.state !== "sent" && (
        <Form
          {...form}
          action={sendLetterSent}
          sendKey={crypto.randomUUID()}
          submit={t("letters.markSent")}
        />
      )}
      {letter.state === "failed" && !letter.linkGone && (
        <Form {...form} action={sendLetterAgain} sendKey={crypto.randomUUID()} submit={t("letters.again")} />
      )}
    </>
  );
}
