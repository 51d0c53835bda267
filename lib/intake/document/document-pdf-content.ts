/**
 * What draws a page, a form, a pattern or a letter (ISO 32000-2 §7.8.2), written anew: the operators that draw, each with
 * the operands it takes and nothing more. Comments, marked content with all it carries (alternative text, what another
 * program noted), operands that nothing uses, and operators that nobody knows stay behind.
 */

/** What a content stream names in its resources, by the kind of resource. */
export type Uses = ReadonlyMap<ResourceKind, ReadonlySet<string>>;

export const RESOURCE_KINDS = ["Font", "XObject", "ExtGState", "ColorSpace", "Pattern", "Shading"] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

export interface Drawing {
  readonly content: string;
  readonly uses: Uses;
  readonly showsText: boolean;
  /** It has a picture within itself whose data may carry more than the picture. */
  readonly hasOpaqueData: boolean;
}

/** How many numbers each operator takes (ISO 32000-2 annex A). */
const NUMBERS: Readonly<Record<string, number>> = {
  ...counts(0, "q Q h S s f F f* B B* b b* n W W* BT ET T*"),
  ...counts(1, "w J j M i Tc Tw Tz TL Tr Ts G g"),
  ...counts(2, "m l Td TD d0"),
  ...counts(3, "RG rg"),
  ...counts(4, "v y re K k"),
  ...counts(6, "cm c Tm d1"),
};

function counts(count: number, operators: string): Record<string, number> {
  return Object.fromEntries(operators.split(" ").map((operator) => [operator, count]));
}

/** Operators whose operand is a name, and where that name is looked for. */
const NAMING = new Map<string, ResourceKind | null>([
  ["gs", "ExtGState"],
  ["Do", "XObject"],
  ["sh", "Shading"],
  ["cs", "ColorSpace"],
  ["CS", "ColorSpace"],
  ["ri", null],
]);

const TEXT_SHOWING: ReadonlySet<string> = new Set(["Tj", "TJ", "'", '"']);

/** What a picture within the content may say of itself (ISO 32000-2 tables 91 and 92). */
const PICTURE_KEYS: ReadonlySet<string> = new Set(
  [
    ..."BPC BitsPerComponent CS ColorSpace D Decode DP DecodeParms F Filter H Height".split(" "),
    ..."IM ImageMask I Interpolate W Width Intent".split(" "),
  ].map((key) => `/${key}`),
);
const PARAMETER =
  /^(?:\/(?:K|Columns|Rows|BlackIs1|EncodedByteAlign|EndOfLine|EndOfBlock|Predictor|Colors|BitsPerComponent|EarlyChange)|true|false|null|[[\]]|<<|>>|[-+.\d]+)$/;
const MOST_COMPONENTS = 32;

/**
 * @param source - decoded, one character for each byte
 * @throws on what cannot be read: whoever asked must show the page in another way
 */
export function drawingOf(source: string, { withoutText = false } = {}): Drawing {
  const uses = new Map<ResourceKind, Set<string>>();
  const use = (kind: ResourceKind, name: string) => {
    const names = uses.get(kind) ?? new Set();
    uses.set(kind, names.add(name));
  };
  const out: string[] = [];
  let operands: string[] = [];
  let depth = 0;
  let inText = false;
  let showsText = false;
  let hasOpaqueData = false;
  const reader = new Reader(source);

  for (let token = reader.next(); token !== null; token = reader.next()) {
    if (!isOperator(token)) {
      operands.push(token);
      continue;
    }
    const given = operands;
    operands = [];
    if (token === "BI") {
      const picture = inlinePicture(reader);
      for (const name of picture.names) use("ColorSpace", name);
      hasOpaqueData ||= picture.isOpaque;
      out.push(picture.text);
      continue;
    }
    if (TEXT_SHOWING.has(token)) {
      if (withoutText) continue;
      showsText = true;
    }
    const kept = operandsOf(token, given, use);
    if (kept === null) continue;
    if (token === "q") depth += 1;
    if (token === "Q" && --depth < 0) {
      depth = 0;
      continue;
    }
    if (token === "BT") inText = true;
    if (token === "ET") inText = false;
    out.push(kept === "" ? token : `${kept} ${token}`);
  }
  if (inText) out.push("ET");
  for (; depth > 0; depth -= 1) out.push("Q");
  return { content: `${out.join("\n")}\n`, uses, showsText, hasOpaqueData };
}

/** The operands that this operator takes; null where it draws nothing, or has not got them. */
function operandsOf(
  operator: string,
  given: readonly string[],
  use: (kind: ResourceKind, name: string) => void,
): string | null {
  const numbers = given.filter(isNumber);
  const count = NUMBERS[operator];
  if (count !== undefined) {
    if (numbers.length < count) return null;
    return count === 0 ? "" : numbers.slice(-count).join(" ");
  }
  const name = given.findLast((operand) => operand.startsWith("/"));
  const text = given.findLast(isString);
  const naming = NAMING.get(operator);
  if (naming !== undefined) {
    if (name === undefined) return null;
    if (naming) use(naming, name.slice(1));
    return name;
  }
  switch (operator) {
    case "Tf":
      if (name === undefined || numbers.length === 0) return null;
      use("Font", name.slice(1));
      return `${name} ${numbers.at(-1)}`;
    case "sc":
    case "SC":
      return numbers.length === 0 ? null : numbers.slice(-MOST_COMPONENTS).join(" ");
    case "scn":
    case "SCN":
      if (name !== undefined && name === given.at(-1)) {
        use("Pattern", name.slice(1));
        return [...numbers.slice(-MOST_COMPONENTS), name].join(" ");
      }
      return numbers.length === 0 ? null : numbers.slice(-MOST_COMPONENTS).join(" ");
    case "d": {
      const dashes = given.slice(given.lastIndexOf("[") + 1, given.lastIndexOf("]")).filter(isNumber);
      return `[${dashes.join(" ")}] ${given.lastIndexOf("]") < given.length - 1 ? numbers.at(-1) : 0}`;
    }
    case "Tj":
    case "'":
      return text ?? null;
    case '"':
      return text === undefined || numbers.length < 2 ? null : `${numbers.slice(-2).join(" ")} ${text}`;
    case "TJ":
      return `[${given.filter((operand) => isNumber(operand) || isString(operand)).join(" ")}]`;
    default:
      return null;
  }
}

const isNumber = (token: string) => /^[-+]*(?:\d+\.?\d*|\.\d+)(?:-\d*)?$/.test(token);
const isString = (token: string) => token.startsWith("(") || (token.startsWith("<") && token !== "<<");
const isOperator = (token: string) =>
  !/^[-+.\d/(<>[\]{}]/.test(token) && !["true", "false", "null"].includes(token);

function inlinePicture(reader: Reader): {
  text: string;
  names: readonly string[];
  isOpaque: boolean;
} {
  const kept: string[] = [];
  const names: string[] = [];
  let isOpaque = false;
  let key = reader.next();
  for (; key !== null && key !== "ID"; key = reader.next()) {
    const value = reader.value();
    if (!PICTURE_KEYS.has(key)) continue;
    const isSpace = key === "/CS" || key === "/ColorSpace";
    if (
      value.some((token) => !(PARAMETER.test(token) || token.startsWith("/") || (isSpace && isString(token))))
    )
      continue;
    if (key === "/DP" || key === "/DecodeParms") if (!value.every((token) => PARAMETER.test(token))) continue;
    if (isSpace) names.push(...value.filter((token) => token.startsWith("/")).map((token) => token.slice(1)));
    isOpaque ||= value.some((token) => token === "/DCT" || token === "/DCTDecode" || token === "/JPXDecode");
    kept.push(key, ...value);
  }
  if (key === null) throw new Error("A picture in the content does not end");
  return { text: `BI ${kept.join(" ")} ID ${reader.pictureData()}\nEI`, names, isOpaque };
}

const WHITE = /[\0\t\n\f\r ]/;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const TO_END_OF_LINE = /[^\r\n]*/y;

/** Tokens as they stand (ISO 32000-2 §7.2); names and strings with what they begin with. */
class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  next(): string | null {
    this.skip();
    const { source, at } = this;
    const first = source[at];
    if (first === undefined) return null;
    if (first === "(") return this.taken(this.endOfString());
    if (first === "<" && source[at + 1] !== "<") return this.hex();
    if (first === "<" || (first === ">" && source[at + 1] === ">")) return this.taken(at + 2);
    if (first === "/") return this.taken(this.endOfRegular(at + 1));
    if (/[[\]{})>]/.test(first)) return this.taken(at + 1);
    return this.taken(this.endOfRegular(at));
  }

  /** One object: a token, or an array or dictionary with all that is in it. */
  value(): string[] {
    const tokens: string[] = [];
    let depth = 0;
    do {
      const token = this.next();
      if (token === null) throw new Error("An object in the content does not end");
      if (token === "[" || token === "<<") depth += 1;
      if (token === "]" || token === ">>") depth -= 1;
      tokens.push(token);
    } while (depth > 0);
    return tokens;
  }

  /** What stands between ID and EI. Where EI may also be data, it is the first that is followed by what looks like content. */
  pictureData(): string {
    const start = this.at + 1;
    const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
    end.lastIndex = start - 1;
    for (let found = end.exec(this.source); found; found = end.exec(this.source)) {
      const after = this.source.slice(found.index + 3, found.index + 15);
      if (!/^[\t\n\f\r -~]*$/.test(after)) continue;
      this.at = found.index + 3;
      return this.source.slice(start, Math.max(start, found.index));
    }
    throw new Error("A picture in the content does not end");
  }

  private skip(): void {
    const { source } = this;
    for (;;) {
      const character = source[this.at];
      if (character === undefined) return;
      if (character === "%") {
        TO_END_OF_LINE.lastIndex = this.at;
        TO_END_OF_LINE.test(source);
        this.at = TO_END_OF_LINE.lastIndex;
      } else if (WHITE.test(character)) this.at += 1;
      else return;
    }
  }

  private taken(end: number): string {
    const token = this.source.slice(this.at, end);
    this.at = end;
    return token;
  }

  private endOfRegular(from: number): number {
    REGULAR.lastIndex = from;
    REGULAR.test(this.source);
    return REGULAR.lastIndex;
  }

  private endOfString(): number {
    let depth = 0;
    for (let end = this.at; end < this.source.length; end += 1) {
      const character = this.source[end];
      if (character === "\\") end += 1;
      else if (character === "(") depth += 1;
      else if (character === ")" && --depth === 0) return end + 1;
    }
    throw new Error("A string in the content does not end");
  }

  /** Without what stands between the digits and is none. */
  private hex(): string {
    const end = this.source.indexOf(">", this.at);
    if (end === -1) throw new Error("A string in the content does not end");
    return `<${this.taken(end + 1).replace(/[^\da-fA-F]/g, "")}>`;
  }
}
