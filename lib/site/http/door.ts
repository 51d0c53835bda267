/**
 * The way of a request from the head of it to the application, or back: what request-gate.ts turns away, what the record
 * does not have, what a moment leads to, what is sent and by whom. serve.ts is the rest: the process, the framework and the
 * memory of answers.
 */
import type { IncomingMessage } from "node:http";
import { asOfInstant } from "../../record/dispute/dispute-schema.ts";
import type { Answer } from "./answer.ts";
import { actionsAskedFor } from "./next-internals.ts";
import { addressAt, isKeptPage, missingAddress, type PublicAddresses } from "./public-addresses.ts";
import type { RecordAtDoor } from "./record-at-door.ts";
import { agreeOnHost, isOfTheDesk, isReading, judge, sizeOf, takesPosts } from "./request-gate.ts";
import { LARGEST_BODY, LARGEST_UPLOAD, wholeBody } from "./whole-body.ts";

export interface DoorTerms {
  /** The origin of our own pages, as browsers name it; null: whatever host a request names. */
  readonly home: string | null;
  /** Null: there is none, and nothing is looked up. */
  readonly record: RecordAtDoor | null;
  /** Null while developing: the application has not been built, and says itself what there is. */
  readonly built: { readonly addresses: PublicAddresses; readonly actions: ReadonlySet<string> } | null;
  /** Answers what is kept, without anything being asked. */
  readonly fromMemory: (request: IncomingMessage, answer: Answer) => boolean;
}

/** @returns the request for the application to answer; null: it has been answered */
export async function atTheDoor(
  asked: IncomingMessage,
  answer: Answer,
  terms: DoorTerms,
): Promise<IncomingMessage | null> {
  const judged = judge(asked, terms.home);
  if (judged.what === "turned-away") return refuse(answer, judged.status, judged.kind, judged.allow);
  if (judged.what === "led") {
    answer.lead(308, judged.to);
    return null;
  }
  asked.url = asItIsKept(judged.url, terms.built?.addresses ?? null);
  // The framework takes its nonce from these, also while it makes a page for everybody; ours is set by proxy.ts.
  delete asked.headers["content-security-policy"];
  delete asked.headers["content-security-policy-report-only"];
  // Who asks, for counting what they try (lib/desk/auth/visitor-request.ts): the connection's word, never the visitor's own.
  asked.headers["x-belagt-peer"] = asked.socket.remoteAddress ?? "";
  if (terms.fromMemory(asked, answer)) return null;
  return isReading(asked.method) ? read(asked, answer, terms) : take(asked, answer, terms);
}

/** A kept page is the same whatever is asked of it, but for the moment of a dispute: it is not made, or packed, anew for that. */
function asItIsKept(url: string, addresses: PublicAddresses | null): string {
  const [path = "/", question] = url.split("?", 2);
  if (question === undefined || addresses === null || !isKeptPage(path, addresses)) return url;
  const moment = disputeAt(path) === null ? null : new URLSearchParams(question).get("asOf");
  return moment === null ? path : `${path}?asOf=${encodeURIComponent(moment)}`;
}

/** The dispute whose page is at an address. */
const disputeAt = (path: string): string | null => /^(?:\/en)?\/disputes\/([^/.]+)$/.exec(path)?.[1] ?? null;

function refuse(answer: Answer, ...[status, kind, allow]: Parameters<Answer["refuse"]>): null {
  answer.refuse(status, kind, allow);
  return null;
}

/** What must answer also when the database does not: it says so itself, or needs none. */
const WITHOUT_DATABASE = /^\/(?:healthz|readyz|robots\.txt|icon\.svg)$|^\/_next\//;

async function read(
  asked: IncomingMessage,
  answer: Answer,
  { record, built }: DoorTerms,
): Promise<IncomingMessage | null> {
  const { url = "/" } = asked;
  const [path = "/", question = ""] = url.split("?", 2);
  if (built === null || WITHOUT_DATABASE.test(path)) return asked;
  const found = addressAt(path, built.addresses);
  if (found.what === "missing" && found.data) return refuse(answer, 404, "missing");
  if (found.what === "missing") return Object.assign(asked, { url: missingAddress(url) });
  if (record === null) return asked;
  try {
    if (found.what === "there") {
      // What is kept may be there without it.
      if (!found.isKept) await record.answers();
      return asked;
    }
    if (!(await record.has(found.by, found.values))) {
      if (found.data) return refuse(answer, 404, "missing");
      return Object.assign(asked, { url: missingAddress(url) });
    }
    const moment = new URLSearchParams(question).get("asOf");
    const slug = disputeAt(path);
    if (moment === null || slug === null) return asked;
    return await asItStood(asked, answer, { record, slug, moment: moment.replace(" ", "+") });
  } catch (error) {
    return databaseAway(answer, error);
  }
}

/** Before everything: what an address with any moment from before the record is answered as. */
const BEFORE = "0001-01-01T00:00:00.000Z";

/** Leads a moment to the state of the record that it belongs to, which has one address. */
async function asItStood(
  asked: IncomingMessage,
  answer: Answer,
  { record, slug, moment }: { record: RecordAtDoor; slug: string; moment: string },
): Promise<IncomingMessage | null> {
  const { url = "/" } = asked;
  const [path = "/"] = url.split("?", 1);
  const parsed = asOfInstant.safeParse(moment.toUpperCase());
  const time = parsed.success ? new Date(parsed.data) : null;
  if (time === null || Number.isNaN(time.getTime())) return refuse(answer, 400, "moment");
  const stood = await record.stood(slug, time);
  if (stood === "no-such-dispute") return Object.assign(asked, { url: missingAddress(url) });
  const at = stood === "nothing-yet" ? BEFORE : stood.at;
  // What its scripts are asked for goes along.
  const others = new URLSearchParams(answer.askedFor.split("?", 2)[1]);
  others.delete("asOf");
  const rest = others.size > 0 ? `&${others}` : "";
  const canonical = `${path}?asOf=${encodeURIComponent(at)}`;
  if (stood === "nothing-yet") return Object.assign(asked, { url: canonical });
  if (moment !== at) {
    answer.lead(307, canonical + rest);
    return null;
  }
  answer.stoodAt = canonical;
  return asked;
}

async function take(
  asked: IncomingMessage,
  answer: Answer,
  { record, built }: DoorTerms,
): Promise<IncomingMessage | null> {
  const { url = "/", headers } = asked;
  const size = sizeOf(url, headers);
  if (size === "too-large") return refuse(answer, 413, "large");
  let owner: string | undefined;
  try {
    await record?.answers();
    // What members send has room of its own: no stranger can take it.
    if (record && (size === "file" || isOfTheDesk(url)))
      owner = (await record.member(headers.cookie)) ?? undefined;
    if (record && size === "file" && owner === undefined) return refuse(answer, 403, "signed-out");
  } catch (error) {
    return databaseAway(answer, error);
  }
  const whole = await wholeBody(asked, answer, {
    largest: size === "file" ? LARGEST_UPLOAD : LARGEST_BODY,
    owner,
  });
  if (!whole.ok) {
    if (whole.reason === "large") return refuse(answer, 413, "large");
    if (whole.reason === "form") return refuse(answer, 400, "form");
    answer.destroy();
    return null;
  }
  const { request, body } = whole.value;
  if (takesPosts(url)) {
    const actions = actionsAskedFor(headers, body);
    if (actions.length === 0) return refuse(answer, 400, "form");
    const unknown = built && actions.find((id) => !built.actions.has(id));
    if (unknown) {
      console.warn(`A form for an action that is not there: ${JSON.stringify(unknown.slice(0, 50))}`);
      return refuse(answer, 404, "action");
    }
    if (built && addressAt(url.split("?", 1)[0] ?? "/", built.addresses).what === "missing")
      return refuse(answer, 404, "missing");
  }
  agreeOnHost(request.headers);
  return request;
}

/** Said in the log once in a while, not once for every reader. */
let saidAt = 0;
const SAY_AGAIN = 10_000;

function databaseAway(answer: Answer, error: unknown): null {
  const now = performance.now();
  if (saidAt === 0 || now - saidAt > SAY_AGAIN) {
    saidAt = now;
    console.warn(`The database does not answer: ${error instanceof Error ? error.message : String(error)}`);
  }
  return refuse(answer, 503, "away");
}
