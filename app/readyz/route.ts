import { roomLeft } from "@/lib/core/disk-store";
import { healthWords } from "@/lib/site/health/health";
import { isReady } from "@/lib/site/health/health-queries";

/** Ready: the record can be read and written. 503 tells a load balancer to ask another server, and says why. */
export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const { status, text } = healthWords(await isReady(), await roomLeft());
  return new Response(text, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
