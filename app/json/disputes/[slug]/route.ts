import { disputeOn } from "@/lib/dispute/dispute-queries";
import { env } from "@/lib/env";
import { jsonAnswer, notFoundAnswer } from "@/lib/interop/json-answer";
import { disputeLinks, recordJson } from "@/lib/interop/record-json";

/** `/disputes/<slug>.json`, by the rewrites of lib/http/addresses.ts. HEAD follows from GET. */
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
