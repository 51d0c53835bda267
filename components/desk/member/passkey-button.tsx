"use client";
import { startTransition, useActionState, useState } from "react";
import { useInBrowser } from "@/components/core/ui/use-in-browser";
import { refusalWords } from "@/components/desk/form/form-words";
import { formTranslator } from "@/lib/core/language/form-translator";
import type { Locale } from "@/lib/core/language/language";
import { askForPasskey, sendPasskey } from "@/lib/desk/auth/passkey-actions";
import { IDLE, OWN } from "@/lib/desk/form/form";

interface PasskeyButtonProps {
  readonly locale: Locale;
  readonly next: string;
  readonly label: string;
  readonly waiting: string;
  readonly failed: string;
  /** Words before the button: shown only with it. */
  readonly before?: string;
}

/** Whether this browser can read and answer what our server asks of a passkey. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential !== "undefined" && "parseRequestOptionsFromJSON" in PublicKeyCredential;

/** Signs in with a passkey. Not there where the browser has none, or runs no scripts. */
export function PasskeyButton({ locale, next, label, waiting, failed, before }: PasskeyButtonProps) {
  const t = formTranslator(locale);
  const able = useInBrowser(knowsPasskeys);
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState("");
  const [state, send, pending] = useActionState(sendPasskey, IDLE);
  if (!able) return null;

  const use = async () => {
    setWrong("");
    setAsking(true);
    try {
      const asked = await askForPasskey();
      if (!asked.ok) return setWrong(refusalWords(asked.reason, t));
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked.value);
      const credential = await navigator.credentials.get({ publicKey });
      if (!(credential instanceof PublicKeyCredential)) return setWrong(failed);
      const form = new FormData();
      form.set("response", JSON.stringify(credential.toJSON()));
      form.set("next", next);
      form.set(OWN.locale, locale);
      startTransition(() => send(form));
    } catch {
      // Nobody answered the device, or it has no passkey for this address.
      setWrong(failed);
    } finally {
      setAsking(false);
    }
  };
  const words =
    wrong !== ""
      ? wrong
      : state.status === "refused"
        ? refusalWords(state.reason, t)
        : pending || asking
          ? waiting
          : "";
  return (
    <div className="mt-5 max-w-entry border-t border-rule pt-4">
      {before && <p>{before}</p>}
      <button
        type="button"
        className="button second mt-2"
        onClick={use}
        aria-disabled={asking || pending || undefined}
      >
        {label}
      </button>
      <p role="status" className={wrong !== "" || state.status === "refused" ? "problem" : "fine"}>
        {words}
      </p>
    </div>
  );
}
