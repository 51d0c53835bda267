import { env } from "@/lib/core/env";
import { readPublicationDocument } from "@/lib/record/record-log/record-log-queries";
import { jsonAnswer, notFoundAnswer, takenDownAnswer } from "@/lib/site/interop/json-answer";

/** Whole numbers from 0, as entries are counted: anything else is no address of ours. */
const NUMBER = /^(?:0|[1-9]\d{0,8})$/;

/** `/log/<n>.json`: what the nth entry published, in the very bytes that its `contentHash` is of. */
export async function GET(request: Request, { params }: RouteContext<"/json/log/[seq]">): Promise<Response> {
  const { seq } = await params;
  const document = NUMBER.test(seq) ? await readPublicationDocument(Number(seq)) : null;
  if (document === null) return notFoundAnswer();
  if (document === "taken-down") return takenDownAnswer();
  return jsonAnswer(request, document, `${env.BELAGT_BASE_URL}/log/${seq}.json`);
}
