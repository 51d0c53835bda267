import dns from "node:dns";
import http from "node:http";
import https from "node:https";
import { Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { orThrow } from "../../core/result.ts";
import { alternative, CRLF, eml, HEADERS, latin1, mixed } from "./message.fixture.ts";
import { headerDate } from "./message-headers.ts";
import { HOSTILE_MESSAGES } from "./message-hostile.fixture.ts";
import { readMessage } from "./message-read.ts";

const read = async (bytes: Uint8Array) => orThrow(await readMessage(bytes));

describe("an e-mail", () => {
  test("is read as its sender wrote it", async () => {
    const message = await read(
      eml("Hej Anna,\n\n> Varför?\nDärför.\n", {
        From: "=?utf-8?Q?Registratorn_i_Exempelby?= <registrator@exempelby.example>",
        To: "Anna Exempel <anna@annanby.example>, Styrelsen: bo@annanby.example, cy@annanby.example;",
        Cc: "diariet@exempelby.example",
        Subject: "=?iso-8859-1?Q?Sv=E5r_fr=E5ga?=",
        "In-Reply-To": "<fraga-1@annanby.example>",
        References: "<forst@annanby.example>\r\n <fraga-1@annanby.example>",
      }),
    );
    expect(message).toMatchObject({
      messageId: "svar-1@exempelby.example",
      inReplyTo: "fraga-1@annanby.example",
      references: ["forst@annanby.example", "fraga-1@annanby.example"],
      from: { name: "Registratorn i Exempelby", address: "registrator@exempelby.example" },
      to: [
        { name: "Anna Exempel", address: "anna@annanby.example" },
        { name: "", address: "bo@annanby.example" },
        { name: "", address: "cy@annanby.example" },
      ],
      cc: [{ name: "", address: "diariet@exempelby.example" }],
      replyTo: [],
      subject: "Svår fråga",
      sentAt: "2019-11-28T13:02:00.000Z",
      text: "Hej Anna,\n\n> Varför?\nDärför.",
      textFrom: "plain",
      quotedParts: [{ start: 11, end: 20 }],
      attachments: [],
      flags: [],
    });
    expect(message.headers.map(({ name }) => name).slice(0, 3)).toEqual(["From", "To", "Subject"]);
  });

  test("in an old character set keeps its letters", async () => {
    const body = `${Object.entries({ ...HEADERS, "Content-Type": "text/plain; charset=iso-8859-1" })
      .map(([name, value]) => `${name}: ${value}`)
      .join("\n")}\n\nF\xf6rvaltningen p\xe5 \xd6n`;
    expect(await read(latin1(body))).toMatchObject({ text: "Förvaltningen på Ön", flags: [] });
  });

  test("that has only HTML gives its words, and says where they come from", async () => {
    const message = await read(
      eml(
        "<p>Hej&nbsp;Anna,</p><p>tre&#32;hushåll<br>flyttade &amp; ingen kom.</p><table><tr><td>A</td><td>B</td></tr></table><ul><li>ett<li>två</ul>",
        { "Content-Type": "text/html; charset=utf-8" },
      ),
    );
    expect(message.text).toBe("Hej\u00a0Anna,\n\ntre hushåll\nflyttade & ingen kom.\n\nA B\n\nett\n\ntvå");
    expect(message).toMatchObject({ textFrom: "html", flags: ["html-only", "has-html"] });
  });

  test("with an empty plain part is read from its HTML", async () => {
    expect(await read(alternative(" ", "<p>Innehållet</p>"))).toMatchObject({
      text: "Innehållet",
      textFrom: "html",
    });
  });

  test("gives its attachments as they were", async () => {
    const message = await read(
      mixed([
        { headers: { "Content-Type": "text/plain; charset=utf-8" }, body: "Se bilagan." },
        {
          headers: {
            "Content-Type": 'application/pdf; name="fel.pdf"',
            "Content-Disposition": "attachment; filename*=utf-8''utredning%20%C3%A5.pdf",
            "Content-Transfer-Encoding": "base64",
          },
          body: Buffer.from("%PDF-1.7").toString("base64"),
        },
        {
          headers: {
            "Content-Type": "image/png",
            "Content-Disposition": "inline",
            "Content-ID": "<logo@exempelby.example>",
          },
          body: "x",
        },
        {
          headers: { "Content-Type": "message/rfc822" },
          body: `From: a@exempelby.example\nDate: ${HEADERS.Date}\n\nInre`,
        },
      ]),
    );
    expect(message.text).toBe("Se bilagan.");
    expect(message.flags).toEqual(["nested-message"]);
    expect(
      message.attachments.map(({ bytes, ...rest }) => ({ ...rest, text: Buffer.from(bytes).toString() })),
    ).toEqual([
      {
        fileName: "utredning å.pdf",
        mediaType: "application/pdf",
        inline: false,
        contentId: null,
        text: "%PDF-1.7",
      },
      {
        fileName: null,
        mediaType: "image/png",
        inline: true,
        contentId: "logo@exempelby.example",
        text: expect.stringMatching(/^x\s*$/),
      },
      {
        fileName: null,
        mediaType: "message/rfc822",
        inline: false,
        contentId: null,
        text: expect.stringContaining("Inre"),
      },
    ]);
  });

  test("saved as a mailbox of one, or with a byte-order mark, is read", async () => {
    const message = eml("Hej");
    const line = latin1(`From registrator@exempelby.example Thu Nov 28 14:02:00 2019${CRLF}`);
    for (const before of [line, new Uint8Array([0xef, 0xbb, 0xbf])]) {
      expect(await read(Buffer.concat([before, message]))).toMatchObject({
        from: { address: "registrator@exempelby.example" },
        text: "Hej",
      });
    }
  });
});

describe("the date of a message", () => {
  test.each([
    ["Thu, 28 Nov 2019 14:02:00 +0100", "2019-11-28T13:02:00.000Z"],
    ["28 Nov 2019 14:02 GMT", "2019-11-28T14:02:00.000Z"],
    ["Thu, 28 Nov 2019 14:02:31 -0500 (EST)", "2019-11-28T19:02:31.000Z"],
  ])("%j is %s", (header, iso) => expect(headerDate(header)).toBe(iso));

  test.each([
    "28 Nov 2019",
    "2019-11-28 14:02",
    "Thu, 28 Nov 2019 14:02:00",
    "Thu, 31 Nov 2019 14:02:00 +0100",
    "Thu, 28 Nov 19 14:02:00 +0100",
    "Thu, 28 Nov 2019 24:02:00 +0100",
    "Fri, 31 Dec 9999 23:59:00 -2300",
    "i går",
    "",
  ])("%j is not known", (header) => expect(headerDate(header)).toBeNull());
});

describe("a hostile e-mail", () => {
  const out = [
    vi.spyOn(Socket.prototype, "connect"),
    vi.spyOn(dns, "lookup"),
    vi.spyOn(http, "request"),
    vi.spyOn(https, "request"),
  ];
  const fetched = vi.spyOn(globalThis, "fetch");
  beforeAll(async () => {
    // The first HTML message loads the reader of HTML; its time is not the message's.
    await readMessage(eml("<p>x", { "Content-Type": "text/html" }));
  });
  afterAll(() => vi.restoreAllMocks());

  test("has at least forty shapes here", () => {
    expect(HOSTILE_MESSAGES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(HOSTILE_MESSAGES.map(({ name }) => name)).size).toBe(HOSTILE_MESSAGES.length);
  });

  test.each(HOSTILE_MESSAGES)("$name", async ({ bytes, expected, text, never = [], fileNames }) => {
    const file = bytes();
    const result = await readMessage(file);
    if (typeof expected === "string") {
      expect(result).toMatchObject({ ok: false, reason: expected });
      return;
    }
    const message = orThrow(result);
    expect(message.flags).toEqual(expect.arrayContaining([...expected]));
    if (text !== undefined) expect(message.text).toBe(text);
    const { attachments, ...words } = message;
    for (const word of ["\0", ...never])
      expect(JSON.stringify(words)).not.toContain(JSON.stringify(word).slice(1, -1));
    if (fileNames) expect(attachments.map(({ fileName }) => fileName)).toEqual(fileNames);
    expect(message.headers.length).toBeLessThanOrEqual(500);
    expect(message.headers.every(({ value }) => value.length <= 4_000 && !value.includes("\n"))).toBe(true);
  });

  test("has made nobody call out", () => {
    for (const way of [...out, fetched]) expect(way).not.toHaveBeenCalled();
  });
});
