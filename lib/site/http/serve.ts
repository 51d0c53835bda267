/**
 * The web server: `node lib/site/http/serve.ts <start|dev> -p <port> [-H <address>]`, the same arguments as the
 * framework's own command, which it stands in for. It puts two things before the framework: `Answer`, so
 * that no answer leaves without its headers, and the memory of finished pages.
 *
 * docs/decisions/0003-caching-and-csp.md says why and by how much.
 */
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { statusNotes } from "../../core/status.ts";
import { assertMailauth } from "../../intake/message/message-mailauth-check.ts";
import { Answer } from "./answer.ts";
import { developmentPolicy } from "./csp.ts";
import { answerFromMemory, keepAnswer } from "./kept-answers.ts";
import { assertNextInternals, assertPagesPassHere } from "./next-internals-check.ts";
import { listenForPublications } from "./publications.ts";
import {
  agreeOnHost,
  asksForAMoment,
  comesFromHere,
  isReadable,
  isReading,
  isTooLarge,
  largestBody,
  takesPosts,
} from "./request-gate.ts";
import { wholeBody } from "./whole-body.ts";

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

const server = createServer({ ServerResponse: Answer }, async (asked, answer) => {
  let request = asked;
  if (!isReadable(request.url)) return answer.refuse(400, "unreadable");
  if (!asksForAMoment(request.url)) return answer.refuse(400, "moment");
  if (!isReading(request.method)) {
    if (!takesPosts(request.url)) return answer.refuse(405, "method");
    if (!comesFromHere(request.headers, home)) return answer.refuse(403, "origin");
    const largest = largestBody(request.url, request.headers);
    if (isTooLarge(request.headers, largest)) return answer.refuse(413, "large");
    const body = await wholeBody(request, answer, { largest });
    if (body.ok) request = body.value;
    else if (body.reason === "large") return answer.refuse(413, "large");
    else return body.reason === "form" ? answer.refuse(400, "form") : void answer.destroy();
    agreeOnHost(request.headers);
  }
  // The framework takes its nonce from these, also while it makes a page for everybody; ours is set by proxy.ts.
  delete request.headers["content-security-policy"];
  delete request.headers["content-security-policy-report-only"];
  // Who asks, for counting what they try (lib/desk/auth/visitor-request.ts): the connection's word, never the visitor's own.
  request.headers["x-belagt-peer"] = request.socket.remoteAddress ?? "";
  if (!dev && answerFromMemory(request, answer)) return;
  answer.keepsFailures = dev;
  answer.onHead = dev ? () => allowDevelopment(answer) : () => keepAnswer(request, answer);
  const note = {};
  answer.note = note;
  statusNotes()
    .run(note, () => handle(request, answer))
    .catch((error: unknown) => {
      console.error(error);
      if (!answer.headersSent) answer.writeHead(500, { "content-type": "text/html; charset=utf-8" });
      answer.end();
    });
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
if (process.env.DATABASE_URL) await listenForPublications(process.env.DATABASE_URL);
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
