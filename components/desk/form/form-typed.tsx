"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { formTranslator } from "@/lib/core/language/form-translator";
import type { Locale } from "@/lib/core/language/language";
import type { FormState } from "@/lib/desk/form/form";
import { fieldsIn, NO_ANSWER } from "./form-sending";

type Keeping =
  | { readonly kind: "nothing" }
  | { readonly kind: "unsaved" }
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "offline" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "elsewhere" };

/** After this long without a keystroke what is typed is kept, ms. */
const PAUSE = 900;
const RETRY = 5_000;
const ADDRESS = "/api/v1/desk/typed";

/**
 * Keeps what is typed on the server, for its writer alone. Nothing is left in the browser: a newsroom's machine is
 * shared, and what is typed may name a source.
 */
export function useTyped(
  form: RefObject<HTMLFormElement | null>,
  typed: {
    readonly form: string;
    readonly before: { readonly version: number; readonly savedAt: string } | null;
  } | null,
  state: FormState,
) {
  const [now, setNow] = useState<Keeping>({ kind: "nothing" });
  const version = useRef(typed?.before?.version ?? 0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const dirty = useRef(false);
  const busy = useRef(false);
  const name = typed?.form;

  const keep = useCallback(
    async (leaving = false) => {
      if (!name || !form.current || !dirty.current || busy.current) return;
      busy.current = true;
      dirty.current = false;
      const again = (kind: "offline" | "signed-out") => {
        dirty.current = true;
        setNow({ kind });
        // biome-ignore lint/nursery/useReactCompiler: it asks for itself again, later
        timer.current = setTimeout(() => void keep(), RETRY);
      };
      try {
        const response = await fetch(ADDRESS, {
          method: "PUT",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({
            form: name,
            version: version.current,
            fields: fieldsIn(new FormData(form.current)),
          }),
          keepalive: leaving,
        });
        if (response.status === 401) again("signed-out");
        else if (response.status === 409) setNow({ kind: "elsewhere" });
        else if (!response.ok) again("offline");
        else {
          const saved: { version: number; savedAt: string } = await response.json();
          version.current = saved.version;
          setNow({ kind: "saved", at: saved.savedAt });
        }
      } catch {
        again("offline");
      } finally {
        busy.current = false;
      }
    },
    [form, name],
  );

  const changed = useCallback(() => {
    if (!name) return;
    dirty.current = true;
    setNow((before) => (before.kind === "elsewhere" ? before : { kind: "unsaved" }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), PAUSE);
  }, [keep, name]);

  useEffect(() => {
    if (!name) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!dirty.current) return;
      void keep(true);
      event.preventDefault();
    };
    const hidden = () => document.visibilityState === "hidden" && void keep(true);
    window.addEventListener("beforeunload", warn);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("beforeunload", warn);
      document.removeEventListener("visibilitychange", hidden);
      clearTimeout(timer.current);
    };
  }, [keep, name]);

  // A form that came back is as unsent as before; one that was taken begins anew.
  useEffect(() => {
    if (state.status === "saved") version.current = 0;
    else if (state.status !== "idle") dirty.current = true;
    // Nobody has it yet: go on trying to keep it.
    if (state.status === "refused" && state.reason === NO_ANSWER) {
      timer.current = setTimeout(() => void keep(), RETRY);
    }
  }, [state, keep]);

  return {
    changed,
    sending: () => {
      dirty.current = false;
      clearTimeout(timer.current);
    },
    /** Throws away what was kept and fills the form as it was. */
    discard: async () => {
      if (!name) return;
      dirty.current = false;
      await fetch(`${ADDRESS}?form=${encodeURIComponent(name)}`, { method: "DELETE" });
      location.reload();
    },
    words: (locale: Locale): string => {
      const t = formTranslator(locale);
      if (now.kind === "saved") return t("form.kept", { at: clock(now.at, locale) });
      return now.kind === "nothing" ? "" : t(`form.${now.kind}`);
    },
  };
}

const clock = (iso: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale === "sv" ? "sv-SE" : "en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Europe/Stockholm",
  }).format(new Date(iso));

/** Says that the fields hold what was typed before, and offers to begin anew. */
export function TypedNote({
  before,
  keeping,
  locale,
}: {
  readonly before: { readonly savedAt: string } | null;
  readonly keeping: ReturnType<typeof useTyped>;
  readonly locale: Locale;
}) {
  const t = formTranslator(locale);
  if (!before) return null;
  return (
    <p className="typed-before">
      {t("form.before", { at: moment(before.savedAt, locale) })}{" "}
      <button type="button" className="link" onClick={() => void keeping.discard()}>
        {t("form.discard")}
      </button>
    </p>
  );
}

const moment = (iso: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale === "sv" ? "sv-SE" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Stockholm",
  }).format(new Date(iso));
