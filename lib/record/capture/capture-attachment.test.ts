import { PDFDocument } from "@cantoo/pdf-lib";
import fc from "fast-check";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { DocumentKind } from "../../intake/document/document.ts";
import { gate } from "../../intake/document/document-gate.ts";
import { CRLF, HEADERS } from "../../intake/message/message.fixture.ts";
import { readMessage } from "../../intake/message/message-read.ts";
import { hintsOf, hintsOfBytes, isSmallPicture } from "./capture-attachment.ts";

const bytes = new Map<DocumentKind, Uint8Array>();
beforeAll(async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  bytes.set("pdf", await pdf.save());
  const noise = Buffer.from(Array.from({ length: 90 * 90 * 3 }, (_, at) => (at * 7919 + at * at) % 251));
  const picture = sharp(noise, { raw: { width: 90, height: 90, channels: 3 } });
  bytes.set("jpeg", new Uint8Array(await picture.jpeg({ quality: 100 }).toBuffer()));
  bytes.set("png", new Uint8Array(await picture.png().toBuffer()));
  bytes.set("webp", new Uint8Array(await picture.webp({ lossless: true }).toBuffer()));
  bytes.set("text", new TextEncoder().encode("Beslutet i sin helhet, med alla punkter.\n"));
  bytes.set("csv", new TextEncoder().encode("namn;belopp\nExempel;12\n"));
});

const ENDINGS: Readonly<Record<DocumentKind, readonly string[]>> = {
  pdf: ["pdf", "PDF"],
  jpeg: ["jpg", "JPEG", "jfif"],
  png: ["png"],
  webp: ["webp"],
  text: ["txt", "TXT"],
  csv: ["csv"],
};
const RIGHT: Readonly<Record<DocumentKind, string>> = {
  pdf: "application/pdf",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  text: "text/plain",
  csv: "text/csv",
};
/** Labels that programs give to whatever they send. */
const ODD = [
  "application/octet-stream",
  "application/octetstream",
  "application/x-octet-stream",
  "binary/octet-stream",
  "application/x-download",
  "application/force-download",
  "application/unknown",
  "application/x-unknown-content-type",
  "application/vnd.pdf",
  "text/pdf",
  "image/*",
  "application/vnd.ms-excel",
  "application/msword",
];

type Name = "right" | "none" | "without an ending" | "with a date" | "with a dot behind" | "of another kind";

interface Sent {
  readonly kind: DocumentKind;
  readonly name: Name;
  readonly ending: number;
  readonly type: string;
  readonly disposition: "attachment" | "inline" | null;
}

const sent: fc.Arbitrary<Sent> = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(RIGHT) as DocumentKind[])),
    name: fc.constantFrom<Name>(
      "right",
      "none",
      "without an ending",
      "with a date",
      "with a dot behind",
      "of another kind",
    ),
    ending: fc.nat(2),
    type: fc.constantFrom("right", ...ODD),
    disposition: fc.constantFrom("attachment" as const, "inline" as const, null),
  })
  .map((each) => ({ ...each, type: each.type === "right" ? RIGHT[each.kind] : each.type }));

function nameOf({ kind, name, ending }: Sent): string | null {
  const right = ENDINGS[kind][ending % ENDINGS[kind].length] ?? "";
  switch (name) {
    case "right":
      return `Beslut.${right}`;
    case "none":
      return null;
    case "without an ending":
      return "Beslut";
    case "with a date":
      return "Protokoll 2019.11.21";
    case "with a dot behind":
      return `Beslut.${right}. `;
    case "of another kind":
      return kind === "png" ? "Beslut.pdf" : "Beslut.png";
  }
}

function letter(each: Sent): Uint8Array {
  const name = nameOf(each);
  const quoted = name === null ? "" : `; filename="${name}"`;
  const part = [
    "--b",
    `Content-Type: ${each.type}${name === null ? "" : `; name="${name}"`}`,
    ...(each.disposition === null ? [] : [`Content-Disposition: ${each.disposition}${quoted}`]),
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(bytes.get(each.kind) ?? [])
      .toString("base64")
      .replace(/.{76}/g, `$&${CRLF}`),
  ];
  const headers = Object.entries({ ...HEADERS, "Content-Type": 'multipart/mixed; boundary="b"' });
  return new TextEncoder().encode(
    [
      ...headers.map(([key, value]) => `${key}: ${value}`),
      ...["", "--b", "Content-Type: text/plain", "", "Se bilagan.", ...part, "--b--", ""],
    ].join(CRLF),
  );
}

describe("what was sent with an e-mail", () => {
  test("is kept where its bytes are taken and its name does not say another kind, whatever its label", async () => {
    await fc.assert(
      fc.asyncProperty(sent, async (each) => {
        // Text without a name, or with another label, is the letter's own, or no text.
        fc.pre(
          !["text", "csv"].includes(each.kind) ||
            (each.name === "right" && each.disposition === "attachment"),
        );
        const read = await readMessage(letter(each));
        if (!read.ok) throw new Error(read.reason);
        const [attachment, ...more] = read.value.attachments;
        if (!attachment) throw new Error(`nothing came of ${JSON.stringify(each)}`);
        expect(more).toEqual([]);
        if (isSmallPicture(attachment)) {
          expect(attachment.inline).toBe(true);
          return;
        }
        const hints = hintsOf(attachment);
        const passed = gate(hints.fileName, hints.mediaType, attachment.bytes);
        if (each.name !== "of another kind") {
          expect(passed).toEqual({ ok: true, value: each.kind });
          return;
        }
        expect(passed).toMatchObject({ ok: false, reason: "file-is-something-else" });
        // And can be kept, for what it is, by whoever says so.
        if (each.kind === "text" || each.kind === "csv") return;
        const { fileName, mediaType } = hintsOfBytes();
        expect(gate(fileName, mediaType, attachment.bytes)).toEqual({ ok: true, value: each.kind });
      }),
      { numRuns: 400 },
    );
  });

  test("is left out, and named, when it is a small picture in the text, and only then", () => {
    const picture = (length: number, inline: boolean, mediaType = "image/png") =>
      isSmallPicture({
        ...{ inline, mediaType, fileName: null, contentId: null },
        bytes: new Uint8Array(length),
      });
    expect(picture(2_000, true)).toBe(true);
    expect(picture(2_000, false)).toBe(false);
    expect(picture(50_000, true)).toBe(false);
    expect(picture(2_000, true, "text/plain")).toBe(false);
  });

  test.each([
    ["beslut.txt", "text/html"],
    ["bild.svg", "image/svg+xml"],
    ["a.exe", "application/pdf"],
  ])("%s of the type %s is believed of neither", (fileName, mediaType) => {
    const text = new TextEncoder().encode("<svg onload='alert(1)'/>");
    const hints = hintsOf({ fileName, mediaType, bytes: text, inline: false, contentId: null });
    expect(gate(hints.fileName, hints.mediaType, text).ok).toBe(false);
  });
});
