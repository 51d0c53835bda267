/** Builds e-mail files for tests. Nobody in them exists: the domains are of RFC 2606. */

export const CRLF = "\r\n";

export const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));

export const HEADERS: Readonly<Record<string, string>> = {
  From: "Registrator <registrator@exempelby.example>",
  To: "Anna Exempel <anna@annanby.example>",
  Subject: "Svar om flyttningar",
  Date: "Thu, 28 Nov 2019 14:02:00 +0100",
  "Message-ID": "<svar-1@exempelby.example>",
  "MIME-Version": "1.0",
  "Content-Type": "text/plain; charset=utf-8",
};

/** An e-mail file; a header given as null is left out, a further one is added after the usual. */
export function eml(body: string, headers: Readonly<Record<string, string | null>> = {}): Uint8Array {
  const lines = Object.entries({ ...HEADERS, ...headers }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  return new TextEncoder().encode([...lines, "", ...body.split("\n")].join(CRLF));
}

export interface Part {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const multipart = (parts: readonly Part[], boundary = "b1"): string =>
  [
    ...parts.flatMap(({ headers, body }) => [
      `--${boundary}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      "",
      body,
    ]),
    `--${boundary}--`,
    "",
  ].join("\n");

export const mixed = (parts: readonly Part[]): Uint8Array =>
  eml(multipart(parts), { "Content-Type": 'multipart/mixed; boundary="b1"' });

export const alternative = (plain: string, html: string): Uint8Array =>
  eml(
    multipart([
      { headers: { "Content-Type": "text/plain; charset=utf-8" }, body: plain },
      { headers: { "Content-Type": "text/html; charset=utf-8" }, body: html },
    ]),
    { "Content-Type": 'multipart/alternative; boundary="b1"' },
  );
