import { Form } from "@/components/desk/form/form";
import { type Actor, atLeast } from "@/lib/core/actor";
import { momentWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { giveBackNow, handOverNow } from "@/lib/record/dispute/dispute-actions";
import type { HandoverView } from "@/lib/record/dispute/dispute-handover-desk-queries";

interface HandoverProps {
  readonly disputeId: string;
  /** `<table> <id>` of one draft; empty: all of the dispute's. */
  readonly about: string;
  /** What has been handed over of the dispute. */
  readonly handovers: readonly HandoverView[];
  readonly actor: Actor;
  readonly locale: Locale;
}

/** Where drafts stand between whoever wrote them and whoever publishes them, and the next step. */
export function Handover({ disputeId, about, handovers, actor, locale }: HandoverProps) {
  const t = translator(locale);
  const now = handovers.find((each) => each.about === about);
  const part = (help: string) => ({
    locale,
    hidden: { disputeId, about },
    fields: [
      {
        kind: "long" as const,
        name: "note",
        label: t("handover.note"),
        help,
        max: 2000,
        optional: true,
      },
    ],
    quiet: true,
  });
  return (
    <section aria-labelledby="handover">
      <h2 id="handover">{t("handover.title")}</h2>
      {now && (
        <>
          <p>
            {t(`handover.state.${now.state}`, {
              by: now.by ?? t("handover.nobody"),
              at: momentWords(now.at, locale),
            })}
          </p>
          {now.note && <p className="note-text">{now.note}</p>}
        </>
      )}
      <details className="more">
        <summary>{t(now?.state === "ready" ? "handover.again" : "handover.do")}</summary>
        <Form
          {...part(t("handover.help"))}
          action={handOverNow}
          sendKey={crypto.randomUUID()}
          submit={t("handover.do")}
        />
      </details>
      {now?.state === "ready" && (now.isOwn || atLeast(actor, "editor")) && (
        <details className="more">
          <summary>{t(now.isOwn ? "handover.takeBack" : "handover.giveBack")}</summary>
          <Form
            {...part(now.isOwn ? "" : t("handover.giveBackHelp"))}
            action={giveBackNow}
            sendKey={crypto.randomUUID()}
            submit={t(now.isOwn ? "handover.takeBack" : "handover.giveBack")}
          />
        </details>
      )}
    </section>
  );
}

interface HandOverLinkProps {
  readonly locale: Locale;
  readonly disputeId: string;
  readonly about: string;
}

/** The way to hand one draft over. */
export function HandOverLink({ locale, disputeId, about }: HandOverLinkProps) {
  const words = translator(locale)("handover.do");
  return (
    <a
      href={`${href(locale, `/desk/disputes/${disputeId}/publish`)}?only=${encodeURIComponent(about)}#handover`}
    >
      {words}
    </a>
  );
}
