import { env } from "@/lib/core/env";
import { disputeOn } from "@/lib/record/dispute/dispute-queries";
import { jsonAnswer, notFoundAnswer } from "@/lib/site/interop/json-answer";
import { disputeLinks, recordJson } from "@/lib/site/interop/record-json";

/** `/disputes/<slug>.json`, by the rewrites of lib/site/http/addresses.ts. HEAD follows from GET. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/json/disputes/[slug]">,
): Promise<Response> {
  const { slug } = await params;
  const dispute = await disputeOn(slug);
  if (!dispute) return notFoundAnswer();
  const url = `${env.BELAGT_BASE_URL}/disputes/${dispute.slug}`;
  return jsonAnswer(request, recordJson("dispute", url, dispute, disputeLinks(dispute)), `${url}.json`);
}
