import { Prose } from "@/components/core/ui/prose";
import { Timeline } from "@/components/record/timeline/timeline";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { DisputeView } from "@/lib/record/dispute/dispute";
import { timelineOf } from "@/lib/record/timeline/timeline-posts";
import { AsOfBanner } from "./as-of";
import { Changes } from "./changes";
import { DisputeHead, Tally } from "./dispute-head";
import { OpenQuestions, Sources } from "./open-and-sources";
import { PartyMatrix } from "./party-matrix";
import { Sides } from "./sides";

/** The whole case: parties, timeline, the same posts as text, who says what, and what nobody has shown. */
export function DisputePage({ dispute, locale }: { readonly dispute: DisputeView; readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <>
      {dispute.asOf && <AsOfBanner slug={dispute.slug} moment={dispute.asOf} locale={locale} />}
      <DisputeHead dispute={dispute} locale={locale} />
      <Tally
        n={1}
        ratings={dispute.claims.map((claim) => claim.rating)}
        withdrawn={dispute.claims.filter((claim) => claim.withdrawn).length}
        locale={locale}
      />
      <Sides n={2} dispute={dispute} locale={locale} />
      <Timeline
        timeline={timelineOf(dispute, locale, t)}
        locale={locale}
        note={{
          happened: <Prose text={t("timeline.intro")} />,
          known: <Prose text={t("timeline.knownIntro")} />,
        }}
        par="§ 3"
        listPar="§ 4"
      />
      {dispute.claims.length > 0 && <PartyMatrix n={5} dispute={dispute} locale={locale} />}
      <OpenQuestions n={6} dispute={dispute} locale={locale} />
      <Sources n={7} dispute={dispute} locale={locale} />
      <Changes n={8} dispute={dispute} locale={locale} />
    </>
  );
}
