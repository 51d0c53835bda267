"use client";
import { type FormEvent, startTransition, useActionState, useId, useState } from "react";
import { useInBrowser } from "@/components/core/ui/use-in-browser";
import { problemWords, refusalWords } from "@/components/desk/form/form-words";
import { formTranslator } from "@/lib/core/language/form-translator";
import type { Locale } from "@/lib/core/language/language";
import { askForNewPasskey, sendNewPasskey } from "@/lib/desk/auth/passkey-actions";
import { IDLE, OWN } from "@/lib/desk/form/form";
import { knowsPasskeys } from "./passkey-button";

interface PasskeyAddProps {
  readonly locale: Locale;
  /** Where somebody goes who has to prove it again first. */
  readonly again: string;
  readonly words: Readonly<Record<"name" | "help" | "submit" | "waiting" | "failed" | "needsScript", string>>;
}

/** Makes a passkey in this browser and sends it. */
export function PasskeyAdd({ locale, again, words }: PasskeyAddProps) {
  const t = formTranslator(locale);
  const id = useId();
  const able = useInBrowser(knowsPasskeys);
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState("");
  const [state, send, pending] = useActionState(sendNewPasskey, IDLE);
  if (!able) return <p className="empty">{words.needsScript}</p>;

  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setWrong("");
    if (String(form.get("name")).trim() === "") return setWrong(problemWords("empty", t));
    setAsking(true);
    try {
      const asked = await askForNewPasskey();
      if (!asked.ok) {
        if (asked.reason === "prove-again") return window.location.assign(again);
        return setWrong(refusalWords(asked.reason, t));
      }
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked.value);
      const credential = await navigator.credentials.create({ publicKey });
      if (!(credential instanceof PublicKeyCredential)) return setWrong(words.failed);
      form.set("response", JSON.stringify(credential.toJSON()));
      startTransition(() => send(form));
    } catch {
      setWrong(words.failed);
    } finally {
      setAsking(false);
    }
  };
  const problem =
    wrong !== ""
      ? wrong
      : state.status === "refused"
        ? refusalWords(state.reason, t)
        : state.status === "invalid"
          ? problemWords(state.problems[0]?.reason ?? "", t)
          : "";
  return (
    <form className="form" onSubmit={make} noValidate>
      <input type="hidden" name={OWN.locale} value={locale} />
      <div className="field">
        <label htmlFor={id}>{words.name}</label>
        <input
          id={id}
          name="name"
          type="text"
          autoComplete="off"
          aria-describedby={`${id}-help ${id}-status`}
          aria-invalid={problem !== "" || undefined}
        />
        <p className="help" id={`${id}-help`}>
          {words.help}
        </p>
        <p id={`${id}-status`} role="status" className={problem === "" ? "help" : "problem"}>
          {problem !== "" ? problem : asking || pending ? words.waiting : ""}
        </p>
      </div>
      <div className="send">
        <button type="submit" className="button" aria-disabled={asking || pending || undefined}>
          {words.submit}
        </button>
      </div>
    </form>
  );
}
