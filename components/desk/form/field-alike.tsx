"use client";
import { useDeferredValue } from "react";
import { formTranslator } from "@/lib/core/language/form-translator";
import { likeClaims } from "@/lib/record/claim/claim-likeness";
import type { BilingualSpec } from "./field-spec";
import { useForm } from "./form-context";

/** Claims much like the one being worded: perhaps it is there already. */
export function Alike({
  typed,
  claims,
}: {
  readonly typed: string;
  readonly claims: NonNullable<BilingualSpec["alike"]>;
}) {
  const { locale } = useForm();
  const t = formTranslator(locale);
  const wanted = useDeferredValue(typed);
  const found = wanted.trim().length < 8 ? [] : likeClaims(wanted, claims, 3);
  return (
    <div aria-live="polite" className="alike">
      {found.length > 0 && (
        <>
          <p className="help">{t("form.alike")}</p>
          <ul>
            {claims
              .filter(({ id }) => found.some((like) => like.id === id))
              .map(({ id, text, href }) => (
                <li key={id}>
                  <a className="claim" href={href} target="_blank" rel="noopener">
                    {text[locale] || text.sv}
                  </a>
                </li>
              ))}
          </ul>
        </>
      )}
    </div>
  );
}
