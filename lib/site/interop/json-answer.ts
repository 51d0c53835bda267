/** Answers to requests for data. */
import { OPEN, openAnswer } from "./open-answer.ts";
import { asJson } from "./record-json.ts";

/**
 * A record, or 304 for whoever already has it.
 * @param canonical - absolute: the address the record is known by, whichever one was asked for
 */
export const jsonAnswer = (request: Request, value: object, canonical: string): Response =>
  openAnswer(request, {
    text: asJson(value),
    type: "application/json; charset=utf-8",
    headers: { link: `<${canonical}>; rel="canonical"` },
  });

/** What is not there, as problem details (RFC 9457): the title never varies, the detail is for a person. */
export const notFoundAnswer = (): Response =>
  problemAnswer(
    404,
    "Not Found",
    "Nothing is published at this address. What once was published stays at its address.",
  );

/** What took longer than a public read may take: it is not known. */
export const busyAnswer = (): Response =>
  problemAnswer(
    503,
    "Service Unavailable",
    "This took longer than a reader may wait. Ask for less, or again in a while.",
  );

/** What may not be shown any more. */
export const takenDownAnswer = (): Response =>
  problemAnswer(
    410,
    "Gone",
    "Something in this document has been taken down, so the document is not shown. Its checksum stands in the log. Why, and when: /corrections#taken-down.",
  );

const problemAnswer = (status: 404 | 410 | 503, title: string, detail: string): Response =>
  new Response(JSON.stringify({ type: "about:blank", title, status, detail }), {
    status,
    headers: { ...OPEN, "content-type": "application/problem+json", "cache-control": "no-store" },
  });
