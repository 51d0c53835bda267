/**
 * The timeline of a dispute: heading, picture and the same posts as a list. A server component; only the picture has
 * script.
 */
import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/language/language.ts";
import type { Timeline as TimelineData } from "@/lib/record/timeline/timeline.ts";
import { prepare } from "@/lib/record/timeline/timeline-prepare.ts";
import type { Prepared } from "@/lib/record/timeline/timeline-prepared.ts";
import { TimelineControls } from "./timeline-controls.tsx";
import { TimelineGraphic } from "./timeline-graphic.tsx";
import { TimelineLegend } from "./timeline-legend.tsx";
import { TimelineList } from "./timeline-list.tsx";
import { timelineWords } from "./timeline-words.ts";

/** Posts of which none has a time are a list: a picture would have to make one up. */
function Undated({
  timeline,
  prepared,
  par,
  locale,
}: Pick<TimelineProps, "timeline" | "par" | "locale"> & { readonly prepared: Prepared }) {
  const words = timelineWords[locale];
  return (
    <div id="timeline">
      <TimelineList
        {...{ timeline, prepared, locale, par }}
        words={{ ...words, listHeading: words.heading, listNote: words.noDates }}
      />
    </div>
  );
}

export interface TimelineProps {
  readonly timeline: TimelineData;
  readonly locale: Locale;
  /** A sentence under the heading, for each clock: what the reader should know of the dates. */
  readonly note: { readonly happened: ReactNode; readonly known: ReactNode };
  /** Paragraph marks of the picture and of the list: "§ 3", "§ 4". */
  readonly par?: string;
  readonly listPar?: string;
}

export function Timeline({ timeline, locale, note, par, listPar }: TimelineProps) {
  const words = timelineWords[locale];
  const prepared = prepare(timeline);
  if (!prepared.dated) return <Undated timeline={timeline} prepared={prepared} par={par} locale={locale} />;
  return (
    <>
      <section className="tl" aria-labelledby="timeline">
        <div className="tl-head">
          <h2 id="timeline">
            {par ? <span className="par">{par}</span> : null} {words.heading}
          </h2>
          <p className="on-happened">{note.happened}</p>
          <p className="on-known">{note.known}</p>
        </div>
        <TimelineGraphic
          prepared={prepared}
          words={words}
          locale={locale}
          controls={<TimelineControls prepared={prepared} words={words} />}
          legend={<TimelineLegend prepared={prepared} words={words} />}
        />
      </section>
      <TimelineList timeline={timeline} prepared={prepared} words={words} locale={locale} par={listPar} />
    </>
  );
}
