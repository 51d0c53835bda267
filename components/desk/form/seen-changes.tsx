"use client";
import { formTranslator } from "@/lib/core/language/form-translator";
import type { Locale } from "@/lib/core/language/language";
import type { SeenChange } from "@/lib/desk/form/form";

interface SeenChangesProps {
  readonly changes: readonly SeenChange[];
  readonly locale: Locale;
}

/** What has become another since the page showed it, word by word: what is gone struck through, what is new underlined. */
export function SeenChanges({ changes, locale }: SeenChangesProps) {
  const t = formTranslator(locale);
  return (
    <ul>
      {changes.map(({ what, fields }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read the same, and the list never changes
        <li key={index}>
          <b>{what}</b>
          {fields.length === 0 ? (
            <p>{t("form.changedOtherwise")}</p>
          ) : (
            <dl className="changes">
              {fields.map(({ label, parts }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <div key={place}>
                  <dt>{label}</dt>
                  <dd>
                    {parts.map(({ kind, text }, part) => {
                      const key = `${part}${kind}`;
                      if (kind === "added") return <ins key={key}>{text}</ins>;
                      if (kind === "removed") return <del key={key}>{text}</del>;
                      return <span key={key}>{text}</span>;
                    })}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}
