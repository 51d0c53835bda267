/**
 * The web server: `node lib/site/http/serve.ts <start|dev> -p <port> [-H <address>]`, the same arguments as the
 * framework's own command, which it stands in for. It puts these before the framework: `Answer`, so that no
 * answer leaves without its headers, the door, the memory of finished pages, and the turns of those who are not served from it.
 *
 * docs/decisions/0003-caching-and-csp.md says why and by how much.
 */
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { type StatusNote, statusNotes } from "../../core/status.ts";
import { assertMailauth } from "../../intake/message/message-mailauth-check.ts";
import { Answer } from "./answer.ts";
import { developmentPolicy } from "./csp.ts";
import { atTheDoor, type DoorTerms } from "./door.ts";
import { answerFromMemory, keepAnswer } from "./kept-answers.ts";
import { buildIn } from "./next-internals.ts";
import { assertNextInternals, assertPagesPassHere } from "./next-internals-check.ts";
import { publicAddresses, unbounded } from "./public-addresses.ts";
import { listenForPublications } from "./publications.ts";
import { RecordAtDoor } from "./record-at-door.ts";
import { isOfTheDesk, isOfTheRecord, isReading } from "./request-gate.ts";
import { endSlowReader } from "./slow-readers.ts";
import { Turns } from "./turns.ts";

// CommonJS whose function is the module itself; the type checker sees only its `default`.
const next = createRequire(import.meta.url)("next") as typeof import("next")["default"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: "string", short: "p" }, hostname: { type: "string", short: "H" } },
});
const dev = positionals[0] === "dev";
/** The origin of our own pages, as browsers name it: what is sent from anywhere else is refused. */
const home = process.env.BELAGT_BASE_URL ? new URL(process.env.BELAGT_BASE_URL).origin : null;
const port = Number(values.port ?? process.env.PORT ?? 3000);

const databaseUrl = process.env.DATABASE_URL;
const record = databaseUrl ? new RecordAtDoor(databaseUrl, process.env.BELAGT_BASE_URL ?? "") : null;

const terms: DoorTerms = {
  home,
  record,
  built: dev ? null : built(),
  fromMemory: dev ? () => false : answerFromMemory,
};

function built(): DoorTerms["built"] {
  const { routes, keptRoutes, actions } = buildIn(process.cwd());
  const endless = unbounded(keptRoutes);
  if (endless.length > 0)
    throw new Error(
      `A stranger may have as many pages kept as they care to invent addresses, by ${endless.join(", ")}. ` +
        "Say in lib/site/http/public-addresses.ts which there are.",
    );
  return { addresses: publicAddresses(routes, keptRoutes), actions };
}

/** How long the head of a request may take, ms: it is a few hundred bytes. Bodies are timed in whole-body.ts. */
const HEAD = 10_000;

const settings = {
  ServerResponse: Answer,
  headersTimeout: HEAD,
  connectionsCheckingInterval: HEAD / 2,
  // The framework would take an upgraded connection past all of this, to wherever its address names.
  ...(!dev && { shouldUpgradeCallback: () => false }),
};

/** For what is made of the record when somebody asks: what is kept, the desk and forms wait for none of it. */
const turns = new Turns();

const server = createServer(settings, async (asked, answer) => {
  try {
    answer.keepsFailures = dev;
    endSlowReader(answer);
    const request = await atTheDoor(asked, answer, terms);
    if (request === null) return;
    const turn = isOfTheRecord(asked.url) ? await turns.take(answer) : undefined;
    if (turn === "gone") return;
    if (turn === "busy") return answer.refuse(503, "busy");
    answer.onHead = () => {
      turn?.();
      if (dev) allowDevelopment(answer);
      else keepAnswer(request, answer);
    };
    const anybody = isReading(asked.method) ? "public" : "form";
    const note: StatusNote = { asking: isOfTheDesk(asked.url) ? "desk" : anybody };
    answer.note = note;
    await statusNotes().run(note, () => handle(request, answer));
  } catch (error) {
    console.error(error);
    if (!answer.headersSent) answer.writeHead(500, { "content-type": "text/html; charset=utf-8" });
    answer.end();
  }
});

const app = next({
  dev,
  dir: process.cwd(),
  port,
  hostname: values.hostname ?? "localhost",
  httpServer: server,
});
const handle = app.getRequestHandler();
await app.prepare();
try {
  assertMailauth();
  await assertNextInternals();
  // While developing, nothing but reads is kept.
  if (!dev) await assertPagesPassHere((request, answer) => void handle(request, answer));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
if (databaseUrl) await listenForPublications(databaseUrl);
server.listen({ port, host: values.hostname });

/** Requests in flight finish; connections that only wait are closed, or they would hold the process open. */
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    server.close(() => void app.close().finally(() => process.exit(0)));
    server.closeIdleConnections();
  });
}

function allowDevelopment(answer: Answer): void {
  if (String(answer.getHeader("content-type")).startsWith("text/html"))
    answer.setHeader("content-security-policy", developmentPolicy);
}
