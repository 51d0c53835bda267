import { isReady } from "@/lib/site/health/health-queries";

/** Ready: the record can be read. 503 tells a load balancer to ask another server. */
export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const ready = await isReady();
  return new Response(ready ? "ready\n" : "not ready\n", {
    status: ready ? 200 : 503,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
