/** Alive: this process answers. It asks nothing of the database, so that a database that is down restarts no server. */
export const dynamic = "force-dynamic";

export const GET = () =>
  new Response("ok\n", {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
