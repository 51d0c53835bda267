import { env } from "@/lib/core/env";
import { recordLog } from "@/lib/record/record-log/record-log-queries";
import { jsonAnswer } from "@/lib/site/interop/json-answer";
import { logJson } from "@/lib/site/interop/log-json";
import { recordJson } from "@/lib/site/interop/record-json";

/** `/log.json`: every entry of the log, oldest first, with what its hash is made of. */
export async function GET(request: Request): Promise<Response> {
  const url = `${env.BELAGT_BASE_URL}/log`;
  return jsonAnswer(request, recordJson("log", url, logJson(await recordLog())), `${url}.json`);
}
