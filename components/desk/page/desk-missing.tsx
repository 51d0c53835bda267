import type { Actor } from "@/lib/core/actor";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { answerWith } from "@/lib/core/status";
import { DeskPage } from "./desk-page";

interface DeskMissingProps {
  readonly locale: Locale;
  readonly path: string;
  readonly actor: Actor;
  /** 403: there is such a page, for other roles. 404: there is nothing here that this actor may reach. */
  readonly status: 403 | 404;
}

/** A page of the desk that is not there, or not for this role. */
export function DeskMissing({ locale, path, actor, status }: DeskMissingProps) {
  const t = translator(locale);
  answerWith(status);
  const kind = status === 403 ? "forbidden" : "missing";
  return (
    <DeskPage locale={locale} path={path} actor={actor} title={t(`desk.${kind}.title`)}>
      <p>{t(`desk.${kind}.text`)}</p>
      <p className="go">
        <a href={href(locale, "/desk")}>{t("desk.toQueue")}</a>
      </p>
    </DeskPage>
  );
}
