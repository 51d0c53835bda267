import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { TaintView } from "@/lib/record/taint/taint";
import { TaintCause } from "./taint-cause";

/** Under a verdict: what has happened since to what it rests on, and that nobody has yet said whether it stands. */
export function TaintNotice({
  taints,
  locale,
}: {
  readonly taints: readonly TaintView[];
  readonly locale: Locale;
}) {
  const t = translator(locale);
  if (taints.length === 0) return null;
  return (
    <div className="notice" role="note">
      <p>
        <b>{t("taint.notice")}</b>
      </p>
      {taints.map((taint) => (
        <p key={`${taint.cause}:${taint.causeId}`}>
          <TaintCause taint={taint} pieceAt={(id) => `#evidence-${id}`} locale={locale} />
        </p>
      ))}
      <p>{t("taint.open")}</p>
    </div>
  );
}
