"use client";
import { useActionState, useEffect, useId, useRef } from "react";
import { FormOutcome } from "@/components/desk/form/form-outcome";
import { answered } from "@/components/desk/form/form-sending";
import { formTranslator } from "@/lib/core/language/form-translator";
import type { Locale } from "@/lib/core/language/language";
import { type FormState, IDLE, OWN } from "@/lib/desk/form/form";

interface LinkFormProps {
  readonly locale: Locale;
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly sendKey: string;
  readonly id: string;
  readonly revision: number;
  /** What the page shows of what it publishes; a link alone publishes nothing. */
  readonly seen?: string;
  readonly submit: string;
  /** Nothing is left to send: the form only tells what came of it. */
  readonly over: boolean;
  /** The letter as it goes, with `{link}` where the link stands. */
  readonly letter: { readonly subject: string; readonly text: string; readonly language: Locale };
  readonly words: {
    readonly title: string;
    readonly sent: string;
    readonly by_hand: string;
    readonly "hand-over": string;
    readonly before: string;
    readonly once: string;
    readonly link: string;
  };
}

function Letter({ letter, link }: { readonly letter: LinkFormProps["letter"]; readonly link: string }) {
  return (
    <section className="letter" lang={letter.language} aria-label={letter.subject}>
      <p>
        <b>{letter.subject}</b>
      </p>
      <p>{letter.text.replaceAll("{link}", link)}</p>
    </section>
  );
}

const noted = (note: string): note is "sent" | "by_hand" | "hand-over" | "before" =>
  ["sent", "by_hand", "hand-over", "before"].includes(note);

/** A button that makes a private link, and in its place what came of it: the link, the only time it is shown. */
export function LinkForm({
  locale,
  action,
  sendKey,
  id,
  revision,
  seen,
  submit,
  over,
  letter,
  words,
}: LinkFormProps) {
  const [state, send, pending] = useActionState(answered(action), IDLE);
  const outcome = useRef<HTMLDivElement>(null);
  const prefix = useId();
  useEffect(() => {
    if (state.status !== "idle") outcome.current?.focus();
  }, [state]);
  if (state.status === "saved") {
    return (
      <div ref={outcome} tabIndex={-1} className="outcome" role="status">
        <h2>{words.title}</h2>
        {noted(state.note) && <p>{words[state.note]}</p>}
        {state.detail && (
          <>
            <p>{words.once}</p>
            <p className="link-once">{state.detail}</p>
            <Letter letter={letter} link={state.detail} />
          </>
        )}
      </div>
    );
  }
  if (over) return null;
  return (
    <form action={send} className="form">
      <FormOutcome ref={outcome} state={state} labels={{}} locale={locale} prefix={prefix} />
      <Letter letter={letter} link={words.link} />
      <input type="hidden" name={OWN.key} value={sendKey} />
      <input type="hidden" name={OWN.locale} value={locale} />
      <input type="hidden" name={OWN.id} value={id} />
      <input type="hidden" name={OWN.revision} value={revision} />
      {seen !== undefined && (
        <input type="hidden" name={OWN.seen} value={state.status === "changed" ? state.seen : seen} />
      )}
      <div className="send">
        <button className="button grave" type="submit" aria-disabled={pending || undefined}>
          {pending ? formTranslator(locale)("form.sending") : submit}
        </button>
      </div>
    </form>
  );
}
