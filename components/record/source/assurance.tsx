import { Line } from "@/components/core/ui/line";
import { Prose } from "@/components/core/ui/prose";
import { dayWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { type Translator, translator } from "@/lib/core/language/translator";
import {
  type AssuranceFacts,
  assurance,
  type FailedAssurance,
  type HeldLevel,
  type OutsideCopyFact,
} from "@/lib/intake/assurance/assurance";

interface AssuranceProps {
  readonly facts: AssuranceFacts;
  readonly locale: Locale;
}

/** How far the evidence would outlive its link: the steps that hold, and what each proves and does not. */
export function Assurance({ facts, locale }: AssuranceProps) {
  const t = translator(locale);
  const { level, holds, pending, failed } = assurance(facts);
  return (
    <div className="stack">
      <p>
        <b>{t(`assurance.reached.${level}`)}</b>
      </p>
      <ul>
        {holds.toReversed().map((held) => (
          <Line key={held.level}>
            <p>
              <b>{t(`assurance.names.${held.level}`)}.</b> <Prose text={proves(held, t, locale).join(" ")} />
            </p>
            <p className="note">{provesNot(held, t).join(" ")}</p>
            {held.level === "outside" && <CopyLinks copies={held.outsideCopies} t={t} />}
          </Line>
        ))}
      </ul>
      <NotCounted
        title={t("assurance.pendingTitle")}
        lines={pending.map(({ what, by }) => t(`assurance.pending.${what}`, { by }))}
      />
      <NotCounted title={t("assurance.failedTitle")} lines={failed.map((one) => failedWords(one, t))} />
    </div>
  );
}

function proves(held: HeldLevel, t: Translator, locale: Locale): string[] {
  if (held.level === "timestamped")
    return held.timestamps.map(({ authority, at }) =>
      t("assurance.proves.timestamped", { by: authority, date: dayWords(at, locale) }),
    );
  if (held.level === "outside")
    return held.outsideCopies.map(({ archive, at }) =>
      at === null
        ? t("assurance.proves.outside", { by: archive })
        : t("assurance.proves.outsideDated", { by: archive, date: dayWords(at, locale) }),
    );
  if (held.level === "original") return held.by.map((by) => t(`assurance.proves.${by}`));
  return [t(`assurance.proves.${held.level}`)];
}

const provesNot = (held: HeldLevel, t: Translator): string[] =>
  held.level === "original"
    ? held.by.map((by) => t(`assurance.provesNot.${by}`))
    : [t(`assurance.provesNot.${held.level}`)];

function failedWords(failed: FailedAssurance, t: Translator): string {
  if (failed.what === "signature") return t(`assurance.failed.signature.${failed.dkim}`);
  const words = t(`assurance.failed.${failed.what}`, { by: failed.by });
  return "problem" in failed ? `${words} ${t(`assurance.problems.${failed.problem}`)}` : words;
}

function CopyLinks({ copies, t }: { readonly copies: readonly OutsideCopyFact[]; readonly t: Translator }) {
  return copies.map(({ archive, url }) =>
    url === null ? null : (
      <p key={url} className="note go">
        <a href={url} rel="noopener nofollow">
          {t("assurance.toCopy", { by: archive })}
        </a>
      </p>
    ),
  );
}

/** What has been asked for and does not count. Nothing at all when there is nothing. */
function NotCounted({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="note">
      <p>
        <b>{title}</b>
      </p>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
