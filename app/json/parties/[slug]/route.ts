import { env } from "@/lib/env";
import { jsonAnswer, notFoundAnswer } from "@/lib/interop/json-answer";
import { partyLinks, recordJson } from "@/lib/interop/record-json";
import { partyOn } from "@/lib/party/party-queries";

/** `/parties/<slug>.json`, by the rewrites of lib/http/addresses.ts. HEAD follows from GET. */
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
