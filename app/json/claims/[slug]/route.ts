import { claimOn } from "@/lib/claim/claim-queries";
import { env } from "@/lib/env";
import { jsonAnswer, notFoundAnswer } from "@/lib/interop/json-answer";
import { claimLinks, recordJson } from "@/lib/interop/record-json";

/** `/claims/<slug>.json`, by the rewrites of lib/http/addresses.ts. HEAD follows from GET. */
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
