import { env } from "@/lib/core/env";
import { sourceOn } from "@/lib/record/source/source-queries";
import { jsonAnswer, notFoundAnswer } from "@/lib/site/interop/json-answer";
import { recordJson, sourceLinks } from "@/lib/site/interop/record-json";

/** `/sources/<slug>.json`, by the rewrites of lib/site/http/addresses.ts. HEAD follows from GET. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/json/sources/[slug]">,
): Promise<Response> {
  const { slug } = await params;
  const source = await sourceOn(slug);
  if (!source) return notFoundAnswer();
  const url = `${env.BELAGT_BASE_URL}/sources/${source.id}`;
  return jsonAnswer(request, recordJson("source", url, source, sourceLinks(source)), `${url}.json`);
}
