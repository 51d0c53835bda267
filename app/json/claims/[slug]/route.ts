import { env } from "@/lib/core/env";
import { claimOn } from "@/lib/record/claim/claim-queries";
import { jsonAnswer, notFoundAnswer } from "@/lib/site/interop/json-answer";
import { claimLinks, recordJson } from "@/lib/site/interop/record-json";

/** `/claims/<slug>.json`, by the rewrites of lib/site/http/addresses.ts. HEAD follows from GET. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/json/claims/[slug]">,
): Promise<Response> {
  const { slug } = await params;
  const claim = await claimOn(slug);
  if (!claim) return notFoundAnswer();
  const url = `${env.BELAGT_BASE_URL}/claims/${claim.slug}`;
  return jsonAnswer(request, recordJson("claim", url, claim, claimLinks(claim)), `${url}.json`);
}
