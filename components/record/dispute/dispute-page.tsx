import { Prose } from "@/components/core/ui/prose";
import { TakenDown } from "@/components/record/removal/taken-down";
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
export function DisputePage({
  dispute,
  until,
  locale,
}: {
  readonly dispute: DisputeView;
  /** Of a past state: when it changed next. */
  readonly until?: string | undefined;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const timeline = timelineOf(dispute, locale, t);
  // What a dispute does not have yet has no section: a number follows what stands on the page.
  let last = 1;
  const next = () => ++last;
  return (
    <>
      {dispute.asOf && <AsOfBanner slug={dispute.slug} moment={dispute.asOf} until={until} locale={locale} />}
      <TakenDown removals={dispute.takenDown ?? []} locale={locale} />
      <DisputeHead dispute={dispute} locale={locale} />
      <Tally
        n={1}
        ratings={dispute.claims.map((claim) => claim.rating)}
        withdrawn={dispute.claims.filter((claim) => claim.withdrawn).length}
        locale={locale}
      />
      {dispute.parties.length > 0 && <Sides n={next()} dispute={dispute} locale={locale} />}
      {timeline.posts.length > 0 && (
        <Timeline
          timeline={timeline}
          locale={locale}
          note={{
            happened: <Prose text={t("timeline.intro")} />,
            known: <Prose text={t("timeline.knownIntro")} />,
          }}
          par={`§ ${next()}`}
          listPar={`§ ${next()}`}
        />
      )}
      {dispute.claims.length > 0 && <PartyMatrix n={next()} dispute={dispute} locale={locale} />}
      {dispute.falsifiers.length > 0 && <OpenQuestions n={next()} dispute={dispute} locale={locale} />}
      {dispute.sources.length > 0 && <Sources n={next()} dispute={dispute} locale={locale} />}
      <Changes n={next()} dispute={dispute} locale={locale} />
    </>
  );
}
