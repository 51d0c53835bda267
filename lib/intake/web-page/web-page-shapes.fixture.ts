/**
 * Pages as they come, each with what is right to read from it. All bodies are made up and all words our own; the shapes
 * are those of real systems. A fact that is not listed is expected to be empty.
 */
import type { PageFrom, WebPageFacts, WebPageReading } from "./web-page.ts";

export interface Shape {
  readonly name: string;
  readonly body: string | Uint8Array;
  readonly url?: string;
  readonly contentType?: string | null;
  readonly status?: number;
  readonly facts?: Partial<WebPageFacts>;
  readonly from?: Partial<PageFrom>;
  /** "page" when left out. */
  readonly kind?: WebPageReading["kind"];
  readonly missing?: boolean;
  /** None when left out: what is taken for something else already has none to be said of it. */
  readonly doubts?: WebPageReading["doubts"];
  readonly flattened?: boolean;
  readonly truncated?: boolean;
  readonly charset?: string | null;
  /** Passages of the main text. */
  readonly main?: readonly string[];
  readonly notMain?: readonly string[];
  /** Passages of everything a reader could see. */
  readonly seen?: readonly string[];
  readonly unseen?: readonly string[];
  readonly links?: readonly string[];
}

export const ADDRESS = "https://www.exempelbladet.example/nyheter/bron-drojer";

/** Paragraphs long enough to be a main text. */
export const BRIDGE = [
  "Bron över Exempelån öppnar inte förrän nästa vår, och kommunen räknar med att kostnaden blir högre än vad som sades från början. Det framgår av en rapport som nämnden fick på tisdagen.",
  "Rapporten beskriver hur grunden under det norra fästet har visat sig vara svagare än ritningarna angav. Arbetet har därför stått stilla i sex veckor, och entreprenören har begärt mer tid.",
  "Nämnden tar ställning till en ny tidplan vid sitt nästa möte. Till dess får trafiken gå kvar över den gamla bron, som också är smal men som enligt besiktningen inte är farlig.",
  "Den som har synpunkter på tidplanen kan lämna dem skriftligen till kommunen före månadens slut, eller komma till det öppna mötet i Exempelby bibliotek.",
] as const;

export const BRIDGE_EN = [
  "The bridge across the Example River will not open until next spring, and the council expects that the cost will be higher than it was told at the beginning of the project.",
  "A report to the committee describes how the foundation of the northern end turned out to be weaker than the drawings said. The work has been at a standstill for six weeks.",
  "The committee will decide on a new schedule at its next meeting, and the traffic continues on the old bridge, which was inspected in the autumn and is considered to be safe.",
] as const;

export const paragraphs = (texts: readonly string[] = BRIDGE) =>
  texts.map((text) => `<p>${text}</p>`).join("\n");

export const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

interface Parts {
  readonly lang?: string | null;
  readonly title?: string | null;
  readonly head?: string;
  readonly body?: string;
}

/** A page as anybody would write it. */
export function html({
  lang = "sv",
  title = "Bron dröjer",
  head = "",
  body = article(),
}: Parts = {}): string {
  const root = lang === null ? "<html>" : `<html lang="${lang}">`;
  const name = title === null ? "" : `<title>${title}</title>`;
  return `<!doctype html>\n${root}<head><meta charset="utf-8">${name}${head}</head>\n<body>${body}</body></html>`;
}

export const MENU = `<header class="site-header"><a href="/">Startsida</a><nav><ul><li><a href="/bo">Bygga och bo</a></li><li><a href="/skola">Barn och skola</a></li></ul></nav></header>`;
export const FOOT = `<footer><p>Exempelgatan 1, 000 00 Exempelby</p><p>Kontakta oss på växeln</p></footer>`;

export const article = (heading = "Bron dröjer", texts: readonly string[] = BRIDGE) =>
  `${MENU}<main><article><h1>${heading}</h1>${paragraphs(texts)}</article></main>${FOOT}`;

export const bytesOf = (body: string | Uint8Array): Uint8Array =>
  typeof body === "string" ? new TextEncoder().encode(body) : body;

/** Characters of windows-1252 that Swedish pages have; the rest of Latin-1 is its own number. */
const CP1252: Readonly<Record<string, number>> = {
  "€": 0x80,
  "…": 0x85,
  "–": 0x96,
  "—": 0x97,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
};
export const windows1252 = (text: string) =>
  Uint8Array.from(text, (character) => CP1252[character] ?? character.charCodeAt(0) & 0xff);

export function utf16(text: string, order: "le" | "be", mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}
