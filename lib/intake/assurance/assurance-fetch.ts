/**
 * Asks a service that the operator has named (lib/intake/assurance/assurance-services.ts) one question. Its address is trusted,
 * what it answers is not: the answer has a time to come in and a size, and leads nowhere by itself. A redirect is
 * handed back, so that it can be told from a service that is away and is never followed unseen.
 */
import { done, type Result, refused } from "../../core/result.ts";
import type { ServiceProblem } from "./assurance-services.ts";

export interface ServiceAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

export interface ServiceLimits {
  /** For tests; the platform's own otherwise, which knows of no proxy unless the operator has told it of one. */
  readonly fetch?: typeof fetch;
  /** For the whole answer, ms. */
  readonly timeout: number;
  /** The largest body that is read, in bytes as decoded. */
  readonly most: number;
}

/** @returns the answer whatever its status (see `problemOf`); refused when there was none, or too much of it */
export async function askService(
  url: string,
  init: RequestInit,
  { fetch: ask = globalThis.fetch, timeout, most }: ServiceLimits,
): Promise<Result<ServiceAnswer, ServiceProblem>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeout);
  try {
    const response = await ask(url, {
      ...init,
      redirect: "manual",
      credentials: "omit",
      signal: stop.signal,
    });
    const body = await bodyOf(response, most);
    if (!body) return refused("service-answer-too-large");
    return done({ status: response.status, headers: response.headers, body });
  } catch {
    return refused(stop.signal.aborted ? "service-slow" : "service-unreachable");
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

/** Null as soon as there is more of it than wanted: a small answer may unpack to a large one. */
async function bodyOf(response: Response, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.byteLength;
    if (length > most) return null;
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

/** Why an answer of this status is none (RFC 9110 §15); null when it is one. */
export function problemOf(status: number): ServiceProblem | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return "service-redirects";
  if (status === 429 || status === 503) return "service-busy";
  return status < 500 ? "service-refuses" : "service-fails";
}
