import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { whenEnded } from "./child.ts";
import { exitCodes, Refusal } from "./exit-codes.ts";
import { root, type Settings } from "./settings.ts";

export type WebServer = { ended: Promise<void>; stop(): Promise<void> };

/** How long requests in flight may take to finish once a stop is asked for. */
const drain = 10_000;

const patience = 60_000;

/** @throws Refusal when the port cannot be listened on */
export async function checkPort({ port, host }: Settings): Promise<void> {
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const probe = createServer();
    probe.once("error", resolve);
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)));
  });
  if (failure === undefined) return;
  const why: Record<string, string> = {
    EADDRINUSE: `Port ${port} is already used by another program.`,
    EACCES: `Port ${port} may not be opened by this user.`,
    EADDRNOTAVAIL: `This machine has no address ${host} to listen on (HOST).`,
  };
  throw new Refusal(
    exitCodes.portTaken,
    why[failure.code ?? ""] ?? `Port ${port} cannot be opened: ${failure.message}.`,
    `Choose another, for example: PORT=${port < 65_000 ? port + 1 : 3000} npm start`,
  );
}

/**
 * Starts the web server (lib/site/http/serve.ts) and waits until it answers.
 *
 * It gets a session of its own, so that a Ctrl-C reaches it only through us, in order; and a channel to
 * us, so that it ends when we are killed and does not keep the port (bin/end-with-parent.mjs).
 */
export async function startWebServer(
  mode: "start" | "dev",
  settings: Settings,
  env: NodeJS.ProcessEnv,
  stop: AbortSignal,
): Promise<WebServer> {
  const { port, host } = settings;
  const address = ["-p", String(port), ...(host === undefined ? [] : ["-H", host])];
  const endWithUs = `--import=${new URL("end-with-parent.mjs", import.meta.url).href}`;
  const child = spawn(process.execPath, [endWithUs, "lib/site/http/serve.ts", mode, ...address], {
    cwd: root,
    env: { ...env, NODE_ENV: mode === "start" ? "production" : "development", NEXT_TELEMETRY_DISABLED: "1" },
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const server = { ended: whenEnded(child), stop: () => stopWebServer(child) };
  const opening = keepUntilReady(child);
  try {
    await untilItAnswers(
      server.ended,
      `http://${host === undefined ? "localhost" : hostInUrl(host)}:${port}/`,
      stop,
    );
  } catch (error) {
    await server.stop();
    throw error instanceof Refusal
      ? new Refusal(error.exitCode, error.message, error.whatToDo, opening.text())
      : error;
  }
  opening.showTheRest();
  return server;
}

/** The framework's own banner would repeat what we say better; it matters only when starting fails. */
function keepUntilReady(child: ChildProcess) {
  let kept: string | undefined = "";
  const listen = (out: NodeJS.WriteStream) => (chunk: Buffer) => {
    if (kept === undefined) out.write(chunk);
    else kept += chunk.toString();
  };
  child.stdout?.on("data", listen(process.stdout));
  child.stderr?.on("data", listen(process.stderr));
  return {
    text: () => kept ?? "",
    showTheRest: () => {
      kept = undefined;
    },
  };
}

/** Any status will do: a page that fails is the application's to explain, not a server that is not there. */
async function untilItAnswers(ended: Promise<void>, url: string, stop: AbortSignal): Promise<void> {
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  const deadline = Date.now() + patience;
  while (!gone && Date.now() < deadline) {
    stop.throwIfAborted();
    try {
      const response = await fetch(url, {
        redirect: "manual",
        signal: AbortSignal.any([stop, AbortSignal.timeout(patience)]),
      });
      await response.body?.cancel();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  stop.throwIfAborted();
  throw new Refusal(
    exitCodes.webServerDied,
    gone
      ? "The web server ended while starting."
      : `The web server did not answer at ${url} within ${patience / 1000} seconds.`,
    "Its own words are above.",
  );
}

function hostInUrl(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

async function stopWebServer(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), drain);
  await whenEnded(child);
  clearTimeout(late);
}
