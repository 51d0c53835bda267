import { Timeline } from "@/components/timeline/Timeline";
import { Prose } from "@/components/ui/prose";
import type { DisputeView } from "@/lib/dispute/dispute";
import type { Locale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { timelineOf } from "@/lib/timeline/timeline-posts";
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
      <Sides n={2} parties={dispute.parties} locale={locale} />
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
