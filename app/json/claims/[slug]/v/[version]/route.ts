import { env } from "@/lib/core/env";
import { versionOn } from "@/lib/record/verdict/verdict-version-queries";
import { jsonAnswer, notFoundAnswer } from "@/lib/site/interop/json-answer";
import { recordJson, verdictLinks } from "@/lib/site/interop/record-json";

/** Whole numbers from 1, as versions are: anything else is no address of ours. */
const VERSION = /^[1-9]\d{0,5}$/;

/** `/claims/<slug>/v/<n>.json`: the frozen verdict and its hash, SHA-256 of the canonical JSON of `record.frozen`. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/json/claims/[slug]/v/[version]">,
): Promise<Response> {
  const { slug, version } = await params;
  const verdict = VERSION.test(version) ? await versionOn(slug, Number(version)) : null;
  if (!verdict) return notFoundAnswer();
  const url = `${env.BELAGT_BASE_URL}/claims/${slug}/v/${version}`;
  return jsonAnswer(request, recordJson("verdict", url, verdict, verdictLinks(verdict)), `${url}.json`);
}
