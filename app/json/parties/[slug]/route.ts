import { env } from "@/lib/core/env";
import { partyOn } from "@/lib/record/party/party-queries";
import { jsonAnswer, notFoundAnswer } from "@/lib/site/interop/json-answer";
import { partyLinks, recordJson } from "@/lib/site/interop/record-json";

/** `/parties/<slug>.json`, by the rewrites of lib/site/http/addresses.ts. HEAD follows from GET. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/json/parties/[slug]">,
): Promise<Response> {
  const { slug } = await params;
  const party = await partyOn(slug);
  if (!party) return notFoundAnswer();
  const url = `${env.BELAGT_BASE_URL}/parties/${party.slug}`;
  return jsonAnswer(request, recordJson("party", url, party, partyLinks(party)), `${url}.json`);
}
