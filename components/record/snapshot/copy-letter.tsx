import { momentWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { type Translator, translator } from "@/lib/core/language/translator";
import type { DkimReason, DkimState } from "@/lib/intake/message/message-dkim";
import type { DkimFound } from "@/lib/record/snapshot/snapshot-schema";
import { Fact } from "./copy-facts";

interface CopyLetterProps {
  readonly letter: {
    readonly from: string;
    readonly to: readonly string[];
    readonly cc: readonly string[];
    readonly subject: string;
    /** RFC 3339. */
    readonly sentAt: string | null;
    readonly dkim: DkimState;
    readonly dkimDomain: string | null;
  };
  readonly locale: Locale;
}

/** The headers of an e-mail, and what its signature is worth, in words. */
export function CopyLetter({ letter, locale }: CopyLetterProps) {
  const t = translator(locale);
  return (
    <dl className="text copy-facts">
      <Fact label={t("copy.from")}>{letter.from}</Fact>
      <Fact label={t("copy.to")}>{letter.to.join(", ")}</Fact>
      {letter.cc.length > 0 && <Fact label={t("copy.cc")}>{letter.cc.join(", ")}</Fact>}
      <Fact label={t("copy.sent")}>
        {letter.sentAt === null ? (
          t("copy.noDate")
        ) : (
          <>
            {momentWords(letter.sentAt, locale)} <span className="note">{t("copy.byTheirClock")}</span>
          </>
        )}
      </Fact>
      <Fact label={t("copy.subject")}>{letter.subject || t("copy.noSubject")}</Fact>
      <Fact label={t("copy.signature")}>
        {t(`copy.dkim.${letter.dkim}`, { domain: letter.dkimDomain ?? "" })}
      </Fact>
    </dl>
  );
}

/** Why a signature is not relied upon; nothing for what is said in other words than ours. */
function reasonWords(reason: string | null, t: Translator): string {
  const key = `copy.dkimReasons.${reason}`;
  return reason !== null && t.has(key as never) ? t(`copy.dkimReasons.${reason as DkimReason}`) : "";
}

/** What the result rests on, for whoever wants to try it again: the key may be gone from where it stood. */
export function SignatureEvidence({ found, locale }: { readonly found: DkimFound; readonly locale: Locale }) {
  const t = translator(locale);
  const outcome = {
    verified: "verified",
    failed: "failed",
    key_not_obtainable: "key_not_obtainable",
  } as const;
  return (
    <details className="more">
      <summary>{t("copy.dkimEvidence")}</summary>
      <p className="help">
        {t("copy.dkimChecked")} {momentWords(found.checkedAt, locale)}. {reasonWords(found.reason, t)}
      </p>
      {found.signatures.map((signature, index) => {
        const state = Object.values(outcome).find((each) => each === signature.state);
        // They never change places, so their position names them.
        const key = `${index}:${signature.key.name}`;
        return (
          <dl key={key} className="text copy-facts">
            <Fact label={t("copy.dkimOutcome")}>
              {state && t(`copy.dkimOutcomes.${state}`)} <span>{reasonWords(signature.reason, t)}</span>
            </Fact>
            <Fact label={t("copy.dkimKeyName")}>
              <span className="hash">{signature.key.name}</span>
            </Fact>
            <Fact label={t("copy.dkimKey")}>
              {signature.key.text === null ? (
                t("copy.dkimNoKey")
              ) : (
                <span className="hash">{signature.key.text}</span>
              )}
            </Fact>
            <Fact label={t("copy.dkimMethod")}>{signature.algorithm}</Fact>
            {signature.signedAt && (
              <Fact label={t("copy.dkimSigned")}>
                {Number.isNaN(Date.parse(signature.signedAt))
                  ? signature.signedAt
                  : momentWords(signature.signedAt, locale)}{" "}
                <span className="note">{t("copy.byTheirClock")}</span>
              </Fact>
            )}
          </dl>
        );
      })}
    </details>
  );
}
