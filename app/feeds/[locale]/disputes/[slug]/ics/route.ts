import { env } from "@/lib/core/env";
import { isLocale } from "@/lib/core/language/language";
import { disputeOn } from "@/lib/record/dispute/dispute-queries";
import { icsOf } from "@/lib/site/calendar/calendar";
import { disputeCalendar } from "@/lib/site/calendar/calendar-dispute";
import { notFoundAnswer } from "@/lib/site/interop/json-answer";
import { openAnswer } from "@/lib/site/interop/open-answer";

export const dynamic = "force-dynamic";

/** `/disputes/<slug>.ics`, by the rewrites of lib/site/http/addresses.ts. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/feeds/[locale]/disputes/[slug]/ics">,
): Promise<Response> {
  const { locale, slug } = await params;
  const dispute = isLocale(locale) ? await disputeOn(slug) : null;
  if (!isLocale(locale) || !dispute) return notFoundAnswer();
  return openAnswer(request, {
    text: icsOf(disputeCalendar(dispute, locale, env.BELAGT_BASE_URL)),
    type: "text/calendar; charset=utf-8",
    headers: { "content-disposition": `inline; filename="${slug}.ics"` },
  });
}
