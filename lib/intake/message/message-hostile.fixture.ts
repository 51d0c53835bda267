import { alternative, CRLF, eml, HEADERS, latin1, mixed, multipart } from "./message.fixture.ts";
import type { MessageFlag } from "./message.ts";
import type { MessageProblem } from "./message-read.ts";

/** A file made to break a reader of e-mails, and what is expected of ours. */
export interface HostileMessage {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** A refusal, or the flags (at least) of what is read. */
  readonly expected: MessageProblem | readonly MessageFlag[];
  /** What the text must be; what it must not hold. */
  readonly text?: string;
  readonly never?: readonly string[];
  readonly fileNames?: readonly (string | null)[];
}

const MB = 1024 * 1024;
const head = (changes: Readonly<Record<string, string | null>> = {}) =>
  Object.entries({ ...HEADERS, ...changes })
    .flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}${CRLF}`]))
    .join("");
const html = (body: string) => eml(body, { "Content-Type": "text/html; charset=utf-8" });
const named = (disposition: string) => ({
  headers: { "Content-Type": "application/octet-stream", "Content-Disposition": disposition },
  body: "x",
});
const nested = (depth: number): string =>
  `${`From: a@exempelby.example\nDate: ${HEADERS.Date}\nContent-Type: message/rfc822\n\n`.repeat(depth)}Innerst`;
const deep = (depth: number): string =>
  Array.from(
    { length: depth },
    (_, at) => `--n${at}\nContent-Type: multipart/mixed; boundary=n${at + 1}\n\n`,
  ).join("");

export const HOSTILE_MESSAGES: readonly HostileMessage[] = [
  // What is no e-mail
  { name: "nothing", bytes: () => new Uint8Array(), expected: "message-not-an-email" },
  {
    name: "a letter in plain text",
    bytes: () => latin1("Hej,\n\nFrom: me\n"),
    expected: "message-not-an-email",
  },
  {
    name: "a web page",
    bytes: () => latin1("<!doctype html>\n<p>From: a@b.example</p>"),
    expected: "message-not-an-email",
  },
  {
    name: "the headers of a web server",
    bytes: () =>
      latin1("Server: x\r\nDate: Thu, 28 Nov 2019 14:02:00 GMT\r\nContent-Type: text/html\r\n\r\n<p>"),
    expected: "message-not-an-email",
  },
  {
    name: "a PDF",
    bytes: () => latin1("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"),
    expected: "message-not-an-email",
  },
  { name: "25 MB of zeros", bytes: () => new Uint8Array(25 * MB), expected: "message-not-an-email" },
  {
    name: "an author without an address",
    bytes: () => eml("x", { From: "Registrator" }),
    expected: "message-not-an-email",
  },
  {
    name: "an author and nothing else",
    bytes: () => latin1("From: a@exempelby.example\n\nHej"),
    expected: "message-not-an-email",
  },
  {
    name: "Outlook's own format",
    bytes: () => latin1("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1From: a@exempelby.example\n"),
    expected: "message-outlook-format",
  },
  {
    name: "a mailbox of two",
    bytes: () => {
      const one = `From a@exempelby.example Thu Nov 28 14:02:00 2019\n${head()}\nHej\n\n`;
      return latin1(one + one);
    },
    expected: "message-several",
  },
  // Headers
  { name: "one byte too many", bytes: () => eml("x".repeat(25 * MB)), expected: "message-too-large" },
  {
    name: "10,000 headers",
    bytes: () =>
      latin1(
        `${head()}${Array.from({ length: 10_000 }, (_, at) => `X-${at}: ja${CRLF}`).join("")}${CRLF}Hej`,
      ),
    expected: ["headers-cut"],
    text: "Hej",
  },
  {
    name: "a header of 20 MB on one line",
    bytes: () => eml("Hej", { "X-Long": "a".repeat(20 * MB) }),
    expected: "message-headers-too-large",
  },
  {
    name: "a header folded a million times",
    bytes: () => latin1(`${head()}X-Folded: a${`${CRLF} `.repeat(1_000_000)}${CRLF}${CRLF}Hej`),
    expected: "message-headers-too-large",
  },
  {
    name: "100,000 recipients",
    bytes: () => eml("Hej", { To: Array.from({ length: 40_000 }, (_, at) => `a${at}@b.example`).join(", ") }),
    expected: ["headers-cut"],
  },
  {
    name: "a header of brackets and quotes that never close",
    bytes: () => eml("Hej", { Cc: '"<(('.repeat(50_000), "Reply-To": "a@".repeat(100_000) }),
    expected: ["headers-cut"],
  },
  {
    name: "a carriage return within a header, where another program would see a second one",
    bytes: () =>
      latin1(`From: a@exempelby.example${CRLF}X: a\rSubject: annan${CRLF}${head({ From: null })}${CRLF}Hej`),
    expected: "message-headers-malformed",
  },
  {
    name: "an empty line that only some programs see",
    bytes: () =>
      latin1(`From: a@exempelby.example${CRLF}\r${CRLF}Falsk text${CRLF}${head({ From: null })}${CRLF}Hej`),
    expected: "message-headers-malformed",
  },
  {
    name: "a NUL in a header",
    bytes: () => eml("Hej", { Subject: "a\0b" }),
    expected: "message-headers-malformed",
  },
  {
    name: "a sender hidden behind a non-breaking space",
    bytes: () => eml("Hej", { "\u00a0From": "kommun@exempelby.example" }),
    expected: "message-headers-malformed",
  },
  {
    name: "two senders",
    bytes: () => latin1(`From: annan@annanby.example${CRLF}${head()}${CRLF}Hej`),
    expected: ["headers-repeated"],
  },
  {
    name: "a subject in raw Latin-1",
    bytes: () => latin1(`${head({ Subject: "Sv\xe5r fr\xe5ga" })}${CRLF}Hej`),
    expected: ["headers-8bit"],
  },
  {
    name: "a subject that turns its letters round and names a file",
    bytes: () => eml("Hej", { Subject: "faktura\u202egpj.exe" }),
    expected: [],
    never: ["\u202e"],
  },
  {
    name: "an encoded subject with line breaks and a header of its own",
    bytes: () => eml("Hej", { Subject: "=?utf-8?Q?Hej=0D=0ABcc:_x@b.example?=" }),
    expected: [],
  },
  {
    name: "a date that is no date",
    bytes: () => eml("Hej", { Date: "Fri, 31 Feb 2019 25:61:00 +9999" }),
    expected: ["date-unreadable"],
  },
  // Parts
  {
    name: "messages within messages, a thousand deep",
    bytes: () => mixed([{ headers: { "Content-Type": "message/rfc822" }, body: nested(1_000) }]),
    expected: ["nested-message", "no-text"],
  },
  {
    name: "parts within parts, a thousand deep",
    bytes: () => eml(deep(1_000), { "Content-Type": "multipart/mixed; boundary=n0" }),
    expected: "message-nested-too-deep",
  },
  {
    name: "100,000 parts",
    bytes: () => mixed(Array.from({ length: 100_000 }, () => ({ headers: {}, body: "x" }))),
    expected: "message-too-many-parts",
  },
  {
    name: "101 attachments",
    bytes: () => mixed(Array.from({ length: 101 }, () => named("attachment"))),
    expected: "message-too-many-parts",
  },
  {
    name: "a part whose end never comes",
    bytes: () =>
      eml("--b1\nContent-Type: text/plain\n\nHej", { "Content-Type": "multipart/mixed; boundary=b1" }),
    expected: [],
    text: "Hej",
  },
  {
    name: "parts without a boundary",
    bytes: () => eml("Hej", { "Content-Type": "multipart/mixed" }),
    expected: ["no-text"],
  },
  {
    name: "parts with an empty boundary, and one of all kinds of signs",
    bytes: () =>
      eml(multipart([{ headers: {}, body: "Hej" }], "(.*+?[\\"), {
        "Content-Type": 'multipart/mixed; boundary="(.*+?[\\\\"; boundary=""',
      }),
    expected: [],
    text: "Hej",
  },
  {
    name: "18 MB in base64",
    bytes: () =>
      mixed([
        {
          headers: { "Content-Type": "application/pdf", "Content-Transfer-Encoding": "base64" },
          body: `${"QUJD".repeat(19)}\n`.repeat(300_000),
        },
      ]),
    expected: ["no-text"],
  },
  {
    name: "base64 that is none",
    bytes: () => eml("%%% inte base64 ===\n\0\0", { "Content-Transfer-Encoding": "base64" }),
    expected: [],
    never: ["\0"],
  },
  {
    name: "quoted-printable that ends in the middle",
    bytes: () => eml("Hej=\n =C3=A5=C3", { "Content-Transfer-Encoding": "quoted-printable" }),
    expected: ["charset-not-understood"],
  },
  {
    name: "24 MB of empty lines",
    bytes: () => latin1(`${head().replaceAll(CRLF, "\n")}${"\n".repeat(24 * MB)}`),
    expected: "message-too-many-lines",
  },
  {
    name: "as many short lines as are read",
    bytes: () => latin1(`${head().replaceAll(CRLF, "\n")}${"\na".repeat(349_000)}`),
    expected: [],
  },
  {
    name: "names of attachments that climb, hide and turn",
    bytes: () =>
      mixed([
        named('attachment; filename="../../etc/passwd"'),
        named('attachment; filename="..\\\\..\\\\x"'),
        named('attachment; filename="../../../"'),
        named("attachment; filename*=utf-8''bild%E2%80%AEgpj.exe"),
        named('attachment; filename="a\0b%0d%0aX: y"'.replace("\0", "=00")),
        named(`attachment; filename="${"å".repeat(5_000)}.pdf"`),
        named("attachment"),
      ]),
    expected: [],
    fileNames: ["passwd", "x", null, "bildgpj.exe", "a=00b%0d%0aX y", "å".repeat(200), null],
  },
  {
    name: "S/MIME that is rubbish",
    bytes: () =>
      eml("AAAA\n%%%", {
        "Content-Type": "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
        "Content-Transfer-Encoding": "base64",
        "Content-Disposition": "attachment; filename=smime.p7m",
      }),
    expected: ["smime", "encrypted", "no-text"],
    fileNames: ["smime.p7m"],
  },
  {
    name: "OpenPGP that is rubbish",
    bytes: () =>
      eml(multipart([{ headers: { "Content-Type": "application/pgp-encrypted" }, body: "Version: 1" }]), {
        "Content-Type": "multipart/encrypted; boundary=b1",
      }),
    expected: ["openpgp", "encrypted", "no-text"],
  },
  {
    name: "UTF-7 that would be a script",
    bytes: () =>
      eml("+ADw-script+AD4-alert(1)+ADw-/script+AD4-", { "Content-Type": "text/plain; charset=utf-7" }),
    expected: ["charset-not-understood"],
    text: "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
  },
  {
    name: "a character set nobody has heard of, in a folded header",
    bytes: () => eml("Hej", { "Content-Type": 'text/plain;\r\n\tcharset="x-ingen"' }),
    expected: ["charset-not-understood"],
    text: "Hej",
  },
  {
    name: "text with controls, half characters and marks that hide",
    bytes: () => eml("He\u200bj\u0000 \u202edår\u0007\ufeff", {}),
    expected: ["invisible-characters"],
    text: "Hej dår",
  },
  // HTML
  {
    name: "HTML with a script, a tracking picture and hidden words",
    bytes: () =>
      html(
        '<html><head><title>t</title><style>p{}</style></head><body><script>steal()</script><p onclick="x()">Hej <b>du</b></p><img src="https://track.example/1.gif"><div style="display: none">Göm mig</div><p>Slut</p></body></html>',
      ),
    expected: ["html-only", "has-html", "has-remote-images", "hidden-text"],
    text: "Hej du\n\nSlut",
    never: ["steal", "Göm", "p{}"],
  },
  {
    name: "plain text beside HTML that says something else",
    bytes: () => alternative("Den riktiga", '<p>En annan</p><img src="cid:1"><script>x</script>'),
    expected: ["has-html"],
    text: "Den riktiga",
  },
  {
    name: "an SVG and a style sheet that call home",
    bytes: () =>
      html(
        '<p style="background:url(//track.example/a)">Hej</p><link rel=stylesheet href="https://track.example/a.css">',
      ),
    expected: ["html-only", "has-remote-images"],
    text: "Hej",
  },
  {
    name: "HTML nested 50,000 deep",
    bytes: () => html(`Hej${"<div>".repeat(50_000)}du`),
    expected: ["html-only", "text-cut"],
    text: "Hej",
  },
  {
    name: "a letter of ten thousand paragraphs that never end",
    bytes: () => html("<p>Hej".repeat(10_000)),
    expected: ["html-only"],
  },
  {
    name: "2 MB of tags that never close",
    bytes: () => html("<a ".repeat(700_000)),
    expected: ["has-html", "text-cut", "no-text"],
  },
  {
    name: "HTML that is one megabyte too long",
    bytes: () => html(`<p>${"Hej ".repeat(250_000)}</p>`),
    expected: ["html-only", "text-cut"],
  },
];
