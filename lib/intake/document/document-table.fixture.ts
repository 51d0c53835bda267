/** Tables of names, amounts and what nobody but those concerned may know, set as programs set them. */
import fc from "fast-check";
import type { SetPiece } from "./document-lines.ts";

export interface Cell {
  readonly text: string;
  /** Its digits, or the part of an address that is a person's, may stand in nothing public. */
  readonly isSecret: boolean;
}

/** Ten digits with the right last one. */
function withCheckDigit(nine: string): string {
  const sum = [...nine].map(Number).reduce((total, digit, at) => {
    const weighed = at % 2 === 0 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return nine + String((10 - (sum % 10)) % 10);
}

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, "0"));

const person = fc
  .record({
    century: fc.constantFrom("", "19", "20"),
    year: two(0, 99),
    month: two(1, 12),
    // Sixty more in a co-ordination number.
    day: fc.oneof(two(1, 28), two(61, 88)),
    serial: digits(3),
    how: fc.constantFrom("-", "+", "", " ", " - ", "\u2011", "\u2013", "parts"),
  })
  .map(({ century, year, month, day, serial, how }) => {
    const ten = withCheckDigit(year + month + day + serial);
    const last = ten.slice(6);
    return how === "parts"
      ? `${century}${year}-${month}-${day}-${last}`
      : `${century}${year}${month}${day}${how}${last}`;
  });

const phone = fc
  .tuple(
    fc.constantFrom("070", "072", "073", "076", "079", "+46 70", "+4676", "0046 73"),
    fc.constantFrom("-", " ", " - "),
    digits(3),
    fc.constantFrom(" ", ""),
    digits(2),
    fc.constantFrom(" ", ""),
    digits(2),
  )
  .map((parts) => parts.join(""));

const landline = fc
  .tuple(fc.constantFrom("08", "031", "0612"), digits(3), digits(2))
  .map(
    ([area, three, pair]) =>
      `${area}-${three} ${pair}${area === "0612" ? "" : " 1"}${area === "08" ? "2" : ""}`,
  );

const address = fc
  .tuple(fc.stringMatching(/^x[a-z]{4,8}\.[a-z]{3,8}$/), fc.constantFrom("gmail.com", "exempelby.example"))
  .map(([name, domain]) => `${name}@${domain}`);

const plain = fc.oneof(
  fc.constantFrom(
    "Anna Exempel",
    "Bo Provsson",
    "Namn",
    "KS 2019/123",
    "31 111",
    "1 070 123",
    "44",
    "7",
    "Ja",
    "12,50",
  ),
  fc.integer({ min: 1, max: 99_999 }).map(String),
);

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 2, arbitrary: fc.oneof(person, phone, landline).map((text) => ({ text, isSecret: true })) },
  { weight: 1, arbitrary: address.map((text) => ({ text, isSecret: true })) },
  { weight: 3, arbitrary: plain.map((text) => ({ text, isSecret: false })) },
);

export interface Row {
  readonly cells: readonly Cell[];
  /** Between the cells, in parts of the letters' size. */
  readonly gap: number;
  /** Between the letters. */
  readonly spacing: number;
  readonly order: "onwards" | "backwards" | "every other first";
}

export const row: fc.Arbitrary<Row> = fc.record({
  cells: fc.array(cell, { minLength: 2, maxLength: 5 }),
  gap: fc.constantFrom(0.12, 0.2, 0.3, 0.5, 1, 4),
  spacing: fc.constantFrom(0, 0, 0, 0.05, 0.3),
  order: fc.constantFrom("onwards" as const, "backwards" as const, "every other first" as const),
});

export interface PlacedCell extends Cell {
  readonly x: number;
  readonly width: number;
}

/** Where the cells of a row stand, in the order in which they are drawn. */
export function placed({ cells, gap, spacing, order }: Row, widthOf: (text: string) => number): PlacedCell[] {
  let x = 0;
  const all = cells.map((each) => {
    const width = widthOf(each.text) + spacing * [...each.text].length;
    const at = { ...each, x, width };
    x += width + gap;
    return at;
  });
  if (order === "backwards") return all.reverse();
  if (order === "onwards") return all;
  return [...all.filter((_, index) => index % 2 === 0), ...all.filter((_, index) => index % 2 === 1)];
}

/** The same as a reader of PDFs hands them on: with space between the letters each is a piece of its own. */
export function pieces(rows: readonly Row[]): SetPiece[] {
  return rows.flatMap((each, line) => {
    const cells = placed(each, (text) => text.length * 0.5);
    return cells.flatMap(({ text, x }, at): SetPiece[] => {
      const letters = each.spacing > 0.1 ? [...text] : [text];
      return letters.map((letter, index) => ({
        ...{ text: letter, size: 1, y: -line * 1.4, width: letter.length * 0.5 },
        x: x + index * (0.5 + each.spacing),
        endsLine: at === cells.length - 1 && index === letters.length - 1,
      }));
    });
  });
}

/** What of the secret cells can be read in a text that was masked; `text` is the same before that. */
export function readableIn(text: string, masked: string, secrets: readonly Cell[]): string[] {
  return secrets.flatMap(({ text: secret }) => {
    const wanted = secret.includes("@") ? (secret.split("@")[0] ?? "") : secret.replace(/\D/g, "");
    const between = secret.includes("@") ? " {0,2}" : "[^\\d\\n]{0,4}";
    const pattern = new RegExp([...wanted].map((sign) => (sign === "." ? "\\." : sign)).join(between), "g");
    const places = [...text.matchAll(pattern)];
    if (places.length === 0) return [`${secret} is not in the text`];
    return places
      .map(({ 0: found, index }) => masked.slice(index, index + found.length))
      .filter((left) => /[\p{L}\p{N}]/u.test(left));
  });
}
