"use client";
import { createContext, useContext } from "react";
import type { Locale } from "@/lib/core/language/language";
import type { FieldValues, Problem } from "@/lib/desk/form/form";

export interface FormContextValue {
  readonly locale: Locale;
  readonly values: FieldValues;
  readonly problems: readonly Problem[];
  /** What somebody else has saved meanwhile, in the fields where it differs. */
  readonly theirs: FieldValues | null;
  /** Changes when the fields are to be filled anew. */
  readonly round: number;
  /** Before each id, so that two forms can stand on one page. */
  readonly prefix: string;
}

export const FormContext = createContext<FormContextValue | null>(null);

export function useForm(): FormContextValue {
  const form = useContext(FormContext);
  if (!form) throw new Error("A field stands outside a form");
  return form;
}
