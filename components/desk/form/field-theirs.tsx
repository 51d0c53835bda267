"use client";
import { formTranslator } from "@/lib/core/language/form-translator";
import { wordDifference } from "@/lib/core/text-difference";
import { useForm } from "./form-context";

/** What somebody else has saved in a field meanwhile, beside what is typed here: word by word, and one click to take it. */
export function Theirs({
  id,
  mine,
  theirs,
}: {
  readonly id: string;
  readonly mine: string;
  readonly theirs: string;
}) {
  const { locale } = useForm();
  const t = formTranslator(locale);
  if (mine.replaceAll("\r\n", "\n") === theirs) return null;
  const take = () => {
    const field = document.getElementById(id);
    if (
      !(
        field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement
      )
    )
      return;
    field.value = theirs;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  };
  return (
    <div className="theirs">
      <p className="fine">{t("form.theirs")}</p>
      <p>
        {theirs === "" ? (
          <i>{t("form.theirsEmpty")}</i>
        ) : (
          wordDifference(mine, theirs).map(({ kind, text }, index) => {
            const key = `${index}${kind}`;
            if (kind === "added") return <ins key={key}>{text}</ins>;
            if (kind === "removed") return <del key={key}>{text}</del>;
            return <span key={key}>{text}</span>;
          })
        )}
      </p>
      <button type="button" className="link" onClick={take}>
        {t("form.takeTheirs")}
      </button>
    </div>
  );
}
