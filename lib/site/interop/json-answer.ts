/** Answers to requests for data. Public and the same for everybody: no cookies, readable from any site (CORS). */
import { createHash } from "node:crypto";
import { isUnchanged } from "../../core/entity-tag.ts";
import { asJson } from "./record-json.ts";

const OPEN = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Link",
  // Without it a browser that checks embedders would keep other sites from reading what CORS lets them read.
  "cross-origin-resource-policy": "cross-origin",
};

/**
 * A record, or 304 for whoever already has it (RFC 9110 §13.1.2). The tag is of the bytes, so that two servers of one
 * newsroom agree on it; the data behind it is kept by the queries, so what is saved here is the transfer.
 * @param canonical - absolute: the address the record is known by, whichever one was asked for
 */
export function jsonAnswer(request: Request, value: object, canonical: string): Response {
  const text = asJson(value);
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = {
    ...OPEN,
    etag,
    "cache-control": "public, max-age=0, must-revalidate",
    link: `<${canonical}>; rel="canonical"`,
  };
  if (isUnchanged(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
}

/** What is not there, as problem details (RFC 9457): the title never varies, the detail is for a person. */
export const notFoundAnswer = (): Response =>
  problemAnswer(
    404,
    "Not Found",
    "Nothing is published at this address. What once was published stays at its address.",
  );

/** What may not be shown any more. */
export const takenDownAnswer = (): Response =>
  problemAnswer(
    410,
    "Gone",
    "Something in this document has been taken down, so the document is not shown. Its checksum stands in the log. Why, and when: /corrections#taken-down.",
  );

const problemAnswer = (status: 404 | 410, title: string, detail: string): Response =>
  new Response(JSON.stringify({ type: "about:blank", title, status, detail }), {
    status,
    headers: { ...OPEN, "content-type": "application/problem+json", "cache-control": "no-store" },
  });
