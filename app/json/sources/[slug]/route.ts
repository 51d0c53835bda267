import { env } from "@/lib/env";
import { jsonAnswer, notFoundAnswer } from "@/lib/interop/json-answer";
import { recordJson, sourceLinks } from "@/lib/interop/record-json";
import { sourceOn } from "@/lib/source/source-queries";

/** `/sources/<slug>.json`, by the rewrites of lib/http/addresses.ts. HEAD follows from GET. */
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
