import { Section } from "@/components/core/ui/section";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { isOnScale } from "@/lib/core/rating/rating";
import type { ProvenanceEdge } from "@/lib/record/source/source-graph";
import type { IndependenceNow } from "@/lib/record/taint/taint";
import type { FrozenVerdict } from "@/lib/record/verdict/verdict-schema";
import { FlagGrounds } from "./flag-grounds";
import { Independence } from "./independence";
import { IndependenceWords, SameDocuments } from "./independence-words";
import { HangsOn, WithoutTable } from "./sensitivity";

interface HowSureProps {
  readonly n: number;
  readonly verdict: FrozenVerdict;
  /** What public sources rest on, as it stands now. */
  readonly edges: readonly ProvenanceEdge[];
  /** How independent the evidence is now, where the verdict says something else. */
  readonly now: IndependenceNow | null;
  readonly locale: Locale;
}

/** Whether there is anything to weigh: an opinion is not, and neither is a single piece that leads nowhere. */
export const isWeighed = ({ rating, evidence }: Pick<FrozenVerdict, "rating" | "evidence">): boolean =>
  evidence.length > 0 && (isOnScale(rating) || (rating !== "not_checkable" && evidence.length > 1));

/** How sure: how independent the evidence is, drawn; what the verdict hangs on; what the flags are worked out from. */
export function HowSure({ n, verdict, edges, now, locale }: HowSureProps) {
  const t = translator(locale);
  const onScale = isOnScale(verdict.rating);
  return (
    <Section n={n} title={t("claim.howSure")} id="independence">
      <div className="text">
        <IndependenceWords verdict={verdict} now={now} locale={locale}>
          {onScale && <HangsOn verdict={verdict} locale={locale} />}
        </IndependenceWords>
        <SameDocuments verdict={verdict} locale={locale} />
        <figure>
          <Independence verdict={verdict} edges={edges} locale={locale} />
        </figure>
        {onScale && <WithoutTable verdict={verdict} locale={locale} />}
      </div>
      <div className="margin note stack">
        {onScale && <p>{t("sensitivity.note")}</p>}
        <FlagGrounds verdict={verdict} locale={locale} />
      </div>
    </Section>
  );
}
