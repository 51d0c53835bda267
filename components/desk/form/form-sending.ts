import type { FieldValues, FormState } from "@/lib/desk/form/form";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** A word of messages (`refusals.no-answer`). */
export const NO_ANSWER = "no-answer";

/**
 * The action, made to answer when nothing does: without a connection it throws, and the page with all that was typed
 * would give way to an error. In the browser only: what the server draws must be the action itself, or the form could
 * not be sent without scripts.
 */
export function answered(action: Action): Action {
  if (typeof window === "undefined") return action;
  return async (before, form) => {
    try {
      return await action(before, form);
    } catch (error) {
      // A redirect, or an error of the server's own, bears a digest and is for the framework.
      if (!(error instanceof Error) || "digest" in error) throw error;
      return { status: "refused", reason: NO_ANSWER, values: fieldsIn(form) };
    }
  };
}

/** What stands in the fields, without what is the form's own. */
export function fieldsIn(form: FormData): FieldValues {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (name.startsWith("$") || typeof value !== "string") continue;
    fields[name] = [...(fields[name] ?? []), value];
  }
  return fields;
}
