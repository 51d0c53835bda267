/**
 * The first dispute, as one newspaper article tells it. Every sentence says who asserts it; nothing here goes beyond
 * that article. Quoted phrases are short, verbatim and located by paragraph and character in the copy whose SHA-256 is
 * below. The copy itself is not ours to publish and is not part of this repository.
 */

import type { z } from "zod";
import type { Bilingual } from "../../lib/core/language/language.ts";
import type { newAppearance } from "../../lib/record/appearance/appearance-schema.ts";
import type { newClaim } from "../../lib/record/claim/claim-schema.ts";
import type { newDispute } from "../../lib/record/dispute/dispute-schema.ts";
import type { newEvent } from "../../lib/record/event/event-schema.ts";
import type { newEvidence } from "../../lib/record/evidence/evidence-schema.ts";
import type { newFalsifier } from "../../lib/record/falsifier/falsifier-schema.ts";
import type { newParty, newPartyRole } from "../../lib/record/party/party-schema.ts";
import type { newReplyRequest } from "../../lib/record/reply/reply-schema.ts";
import type { newSnapshot, newSource } from "../../lib/record/source/source-schema.ts";

type In<S extends z.ZodType, Without extends PropertyKey> = Omit<z.input<S>, Without>;

export const dispute: z.input<typeof newDispute> = {
  slug: "kramfors-huddinge",
  demonstration: true,
  title: {
    sv: "Kramfors, Huddinge och frågan om social dumpning",
    en: "Kramfors, Huddinge and the question of social dumping",
  },
  short: { sv: "Kramfors–Huddinge", en: "Kramfors–Huddinge" },
  summary: {
    sv: "Kramfors kommun har, enligt 08-nytt, anklagat Huddinge kommun för systematisk social dumpning. Huddinge inledde, enligt samma artikel, en utredning i november 2019 och hittade inget som stöder anklagelsen.",
    en: "Kramfors municipality has, according to 08-nytt, accused Huddinge municipality of systematic social dumping. According to the same article Huddinge opened an investigation in November 2019 and found nothing that bears the accusation out.",
  },
};

export type PartyKey =
  | "kramfors"
  | "welfare"
  | "sahlen"
  | "eriksson"
  | "huddinge"
  | "forshage"
  | "dronjak"
  | "08-nytt";

export const parties: Record<
  PartyKey,
  In<typeof newParty, "partOfId"> & {
    partOf: PartyKey | null;
    role: In<typeof newPartyRole, "partyId" | "disputeId">;
  }
> = {
  sahlen: {
    slug: "jan-sahlen",
    kind: "public_official",
    partOf: null,
    name: { sv: "Jan Sahlén (S)", en: "Jan Sahlén (S)" },
    description: {
      sv: "Av 08-nytt kallad tidigare kommunalråd i Kramfors.",
      en: "Described by 08-nytt as a former municipal commissioner in Kramfors.",
    },
    role: {
      side: "accuses",
      position: 1,
      title: { sv: "tidigare kommunalråd, Kramfors", en: "former municipal commissioner, Kramfors" },
      says: {
        sv: "Har, enligt 08-nytt, påstått samma sak som kommunen.",
        en: "Has, according to 08-nytt, claimed the same as the municipality.",
      },
      held: null,
    },
  },
  kramfors: {
    slug: "kramfors-kommun",
    kind: "public_body",
    partOf: null,
    name: { sv: "Kramfors kommun", en: "Kramfors municipality" },
    description: {
      sv: "Kommunen som enligt 08-nytt riktar anklagelsen.",
      en: "The municipality that, according to 08-nytt, makes the accusation.",
    },
    role: {
      side: "accuses",
      position: 0,
      title: { sv: "kommun", en: "municipality" },
      says: {
        sv: "Pekar, enligt 08-nytt, ut Huddinge på grundval av en analys från den egna välfärdsförvaltningen.",
        en: "Points, according to 08-nytt, at Huddinge on the strength of an analysis by its own welfare administration.",
      },
      held: null,
    },
  },
  welfare: {
    slug: "valfardsforvaltningen-kramfors",
    kind: "public_body",
    partOf: "kramfors",
    name: { sv: "Välfärdsförvaltningen i Kramfors", en: "The welfare administration in Kramfors" },
    description: {
      sv: "Förvaltning i Kramfors kommun.",
      en: "An administration within Kramfors municipality.",
    },
    role: {
      side: "other",
      position: 2,
      title: { sv: "förvaltning, Kramfors", en: "administration, Kramfors" },
      says: {
        sv: "Gjorde hösten 2019 den analys som anklagelsen, enligt 08-nytt, vilar på.",
        en: "Made, in autumn 2019, the analysis on which the accusation rests, according to 08-nytt.",
      },
      held: "2019-23",
    },
  },
  eriksson: {
    slug: "carina-eriksson",
    kind: "public_employee",
    partOf: "kramfors",
    name: { sv: "Carina Eriksson", en: "Carina Eriksson" },
    description: {
      sv: "Enligt 08-nytt verksamhetschef för individ- och familjeomsorgen i Kramfors kommun.",
      en: "According to 08-nytt head of individual and family care in Kramfors municipality.",
    },
    role: {
      side: "other",
      position: 3,
      title: {
        sv: "verksamhetschef, individ- och familjeomsorgen, Kramfors",
        en: "head of individual and family care, Kramfors",
      },
      says: {
        sv: "Skrev, enligt 08-nytt, att de som flyttat till Kramfors inte hade nämnt Huddinge som ursprungskommun.",
        en: "Wrote, according to 08-nytt, that those who had moved to Kramfors had not named Huddinge as the municipality they came from.",
      },
      held: null,
    },
  },
  huddinge: {
    slug: "huddinge-kommun",
    kind: "public_body",
    partOf: null,
    name: { sv: "Huddinge kommun", en: "Huddinge municipality" },
    description: {
      sv: "Kommunen i Stockholms län som enligt 08-nytt anklagas.",
      en: "The municipality in Stockholm county that, according to 08-nytt, is accused.",
    },
    role: {
      side: "accused",
      position: 4,
      title: { sv: "kommun", en: "municipality" },
      says: {
        sv: "Utredde sig själv, och kommunledningen misstänker ett politiskt spel, enligt 08-nytt.",
        en: "Investigated itself, and its leadership suspects a political game, according to 08-nytt.",
      },
      held: null,
    },
  },
  forshage: {
    slug: "patrik-forshage",
    kind: "public_employee",
    partOf: "huddinge",
    name: { sv: "Patrik Forshage", en: "Patrik Forshage" },
    description: {
      sv: "Enligt 08-nytt gymnasie- och arbetsmarknadsdirektör i Huddinge.",
      en: "According to 08-nytt director of upper-secondary education and labour market in Huddinge.",
    },
    role: {
      side: "other",
      position: 5,
      title: {
        sv: "gymnasie- och arbetsmarknadsdirektör, Huddinge",
        en: "director of upper-secondary education and labour market, Huddinge",
      },
      says: {
        sv: "Inledde, enligt 08-nytt, utredningen och vände sig till Kramfors för att få veta mer.",
        en: "Opened the investigation and turned to Kramfors to learn more, according to 08-nytt.",
      },
      held: null,
    },
  },
  dronjak: {
    slug: "daniel-dronjak",
    kind: "public_official",
    partOf: "huddinge",
    name: { sv: "Daniel Dronjak (M)", en: "Daniel Dronjak (M)" },
    description: {
      sv: "Enligt 08-nytt kommunstyrelsens ordförande i Huddinge.",
      en: "According to 08-nytt chair of the municipal executive board in Huddinge.",
    },
    role: {
      side: "other",
      position: 6,
      title: {
        sv: "kommunstyrelsens ordförande, Huddinge",
        en: "chair of the municipal executive board, Huddinge",
      },
      says: {
        sv: "Kallar det i 08-nytt ”ovärdigt” att förminska förvaltningens arbete.",
        en: "Calls it “ovärdigt” (unworthy), in 08-nytt, to belittle the administration's work.",
      },
      held: null,
    },
  },
  "08-nytt": {
    slug: "08-nytt",
    kind: "publication",
    partOf: null,
    name: { sv: "08-nytt", en: "08-nytt" },
    description: {
      sv: "Publikationen som artikeln stod i.",
      en: "The publication the article appeared in.",
    },
    role: {
      side: "reports",
      position: 7,
      title: { sv: "publikation", en: "publication" },
      says: {
        sv: "Skriver att uppgifterna om Huddinge inte stämmer, och att Kramfors kommun och Jan Sahlén har ”ljugit”.",
        en: "Writes that the information about Huddinge is not correct, and that Kramfors municipality and Jan Sahlén have “ljugit” (lied).",
      },
      held: null,
    },
  },
};

/** When the article was published is not known; it tells of the e-mail, so not before late November 2019. */
const ARTICLE_DATE = "2019-11-21~/..";

export type SourceKey = "article" | "email" | "investigation" | "analysis" | "earlier";

export const sources: Record<
  SourceKey,
  In<typeof newSource, "disputeId" | "producerId"> & { producer: PartyKey }
> = {
  article: {
    kind: "article",
    producer: "08-nytt",
    title: { sv: "Artikeln i 08-nytt", en: "The article in 08-nytt" },
    note: {
      sv: "Den enda källa vi har en kopia av. Artikeln är odaterad och vi känner inte dess adress. Kopian förvaras av demonstrationsredaktionen och publiceras inte vidare; korta ordagranna citat anges med stycke och tecken.",
      en: "The only source we hold a copy of. The article is undated and we do not know its address. The copy is kept by the demonstration desk and is not republished; short verbatim quotations are given with paragraph and characters.",
    },
    language: "sv",
    url: null,
    made: ARTICLE_DATE,
    public: ARTICLE_DATE,
  },
  email: {
    kind: "email",
    producer: "eriksson",
    title: {
      sv: "Mejlsvaret från Kramfors till Huddinge",
      en: "The e-mail reply from Kramfors to Huddinge",
    },
    note: {
      sv: "Inte sett. Känt genom artikeln, som anger slutet av november.",
      en: "Not seen. Known through the article, which says late November.",
    },
    language: "sv",
    url: null,
    made: "2019-11-21~/2019-11-30",
    public: null,
  },
  investigation: {
    kind: "report",
    producer: "forshage",
    title: { sv: "Utredningen i Huddinge", en: "The investigation in Huddinge" },
    note: {
      sv: "Inte sedd. Känd genom artikeln, som säger att den inleddes i november 2019.",
      en: "Not seen. Known through the article, which says it was opened in November 2019.",
    },
    language: "sv",
    url: null,
    made: "2019-11/..",
    public: null,
  },
  analysis: {
    kind: "analysis",
    producer: "welfare",
    title: {
      sv: "Välfärdsförvaltningens analys i Kramfors",
      en: "The welfare administration's analysis in Kramfors",
    },
    note: {
      sv: "Inte sedd. Känd genom artikeln, som inte återger vad den säger.",
      en: "Not seen. Known through the article, which does not relate what it says.",
    },
    language: "sv",
    url: null,
    made: "2019-23",
    public: null,
  },
  earlier: {
    kind: "article",
    producer: "08-nytt",
    title: { sv: "08-nytts tidigare rapportering", en: "The earlier reporting by 08-nytt" },
    note: {
      sv: "Inte sedd. Artikeln nämner att tidningen redan skrivit om anklagelser mot kommuner i Stockholms län.",
      en: "Not seen. The article mentions that the paper had already written of accusations against municipalities in Stockholm county.",
    },
    language: "sv",
    url: null,
    made: "/2026-11-23",
    public: "/2026-11-23",
  },
};

export const articleCopy: In<typeof newSnapshot, "sourceId"> = {
  sha256: "9d5e7cd564f607ab84fec5a5fc9fa22e09b75417f68af9f2f4e2a424bbaf7418",
  byteLength: 2288,
  mediaType: "text/plain",
  custody: "kept_by_desk",
  capturedAt: "2026-11-23T00:00:00Z",
};

/** No copy of the article lies here: its publisher has given nobody leave to spread it. */
export const whyUnchecked = {
  sv: "Citatet är jämfört för hand med vår kopia av artikeln. Kopian får vi inte publicera.",
  en: "The quotation has been compared by hand with our copy of the article. We may not publish the copy.",
};

/** What the article rests on, as far as it says. */
export const sourceEdges: [from: SourceKey, to: SourceKey][] = [
  ["article", "email"],
  ["article", "investigation"],
  ["article", "analysis"],
];

type Interests = Partial<
  Record<PartyKey, { about?: true; gainsIf: "claim_true" | "claim_false" | "neither" }>
>;
type At = [paragraph: number, charStart: number, charEnd: number];

interface SeedClaim extends In<typeof newClaim, "disputeId" | "number" | "interests" | "restatedBy"> {
  interests: Interests;
  /** Who has made the claim or is named by it, and does not gain from it. */
  notConcerned?: { party: PartyKey; reason: Bilingual }[];
  appearances: (In<
    typeof newAppearance,
    "claimId" | "partyId" | "sourceId" | "at" | "quoteLanguage" | "known" | "dateNote"
  > & {
    /** When it could be known, where that was not first through the article. */
    known?: string;
    party: PartyKey;
    at: At;
    dateNote?: Bilingual;
  })[];
  evidence: (In<
    typeof newEvidence,
    "claimId" | "sourceId" | "originId" | "excerptLanguage" | "at" | "page" | "unchecked"
  > & {
    origin: SourceKey | null;
    at: At;
  })[];
}

export const claimsKnownFrom = ARTICLE_DATE;

const notNamed = {
  excerpt: "inte nämnts som ursprungskommun",
  at: [4, 1693, 1724] as At,
  origin: "email" as const,
};

/** In their order in the dispute: the first is claim 1. */
export const claims: SeedClaim[] = [
  {
    slug: "huddinge-social-dumpning",
    kind: "fact",
    text: {
      sv: "Huddinge kommun har bedrivit systematisk social dumpning.",
      en: "Huddinge municipality has systematically engaged in social dumping.",
    },
    short: { sv: "Huddinge: systematisk social dumpning", en: "Huddinge: systematic social dumping" },
    interests: {
      kramfors: { gainsIf: "claim_true" },
      sahlen: { gainsIf: "claim_true" },
      huddinge: { about: true, gainsIf: "claim_false" },
    },
    appearances: [
      {
        party: "kramfors",
        mode: "asserts",
        quote: "pekats ut som en bov",
        verbatim: false,
        at: [2, 354, 374],
        happened: "2019-23/..",
        known: "2019-23/..",
      },
      {
        party: "sahlen",
        mode: "asserts",
        quote: "systematiskt ägnat sig åt social dumpning",
        verbatim: false,
        at: [2, 631, 672],
        happened: "2019-23/..",
        known: "2019-23/..",
      },
    ],
    evidence: [
      {
        ...notNamed,
        stance: "contradicts",
        note: {
          sv: "Det skrev Carina Eriksson, verksamhetschef för individ- och familjeomsorgen i Kramfors, om Huddinge i ett mejlsvar, enligt 08-nytt. Det avser vad de som flyttat till Kramfors har nämnt.",
          en: "Carina Eriksson, head of individual and family care in Kramfors, wrote this about Huddinge in an e-mail reply, according to 08-nytt: it was not named as the municipality they came from. It concerns what those who moved to Kramfors had mentioned.",
        },
      },
      {
        stance: "contradicts",
        excerpt: "inte hitta en enda individ",
        at: [3, 1019, 1045],
        origin: "investigation",
        note: {
          sv: "Utredningen som Patrik Forshage inledde i Huddinge sökte, enligt 08-nytt, efter personer med tillfälligt boende i Huddinge som blivit folkbokförda i Kramfors.",
          en: "The investigation that Patrik Forshage opened in Huddinge looked, according to 08-nytt, for people with temporary housing in Huddinge who had been newly registered in Kramfors, and could not find a single one.",
        },
      },
      {
        stance: "contradicts",
        excerpt: "tre hushåll",
        at: [3, 1075, 1086],
        origin: "investigation",
        note: {
          sv: "Så många hade lämnat Huddinge för andra kommuner, och inget av dem för Kramfors, enligt utredningen så som 08-nytt återger den.",
          en: "That many, three households, had left Huddinge for other municipalities, and none of them for Kramfors, according to the investigation as 08-nytt relates it.",
        },
      },
      {
        stance: "contradicts",
        excerpt: "ragga upp privata hyresvärdar",
        at: [3, 1257, 1286],
        origin: "investigation",
        note: {
          sv: "Ingen hittades som haft det uppdraget från kommunen, enligt utredningen så som 08-nytt återger den.",
          en: "To scout for private landlords: no one was found to have had that assignment from the municipality, according to the investigation as 08-nytt relates it.",
        },
      },
      {
        stance: "supports",
        excerpt: "grundar sig i en analys",
        at: [2, 429, 452],
        origin: "analysis",
        note: {
          sv: "Anklagelsen vilar, enligt 08-nytt, på en analys som välfärdsförvaltningen i Kramfors gjorde hösten 2019. Vad analysen säger återger artikeln inte.",
          en: "The accusation rests, according to 08-nytt, on an analysis that the welfare administration in Kramfors made in autumn 2019. The article does not relate what the analysis says.",
        },
      },
    ],
  },
  {
    slug: "ingen-ny-folkbokford-i-kramfors",
    kind: "fact",
    text: {
      sv: "Ingen med tillfälligt boende i Huddinge har hittats nyligen folkbokförd i Kramfors.",
      en: "No one with temporary housing in Huddinge was found newly registered in Kramfors.",
    },
    short: { sv: "Ingen hittad nyligen folkbokförd", en: "No one found newly registered" },
    interests: {
      huddinge: { about: true, gainsIf: "claim_true" },
      kramfors: { gainsIf: "claim_false" },
    },
    appearances: [
      {
        party: "huddinge",
        mode: "asserts",
        quote: "inte hitta en enda individ",
        verbatim: false,
        at: [3, 1019, 1045],
        happened: "2019-11/..",
      },
    ],
    evidence: [
      {
        stance: "supports",
        excerpt: "inte hitta en enda individ",
        at: [3, 1019, 1045],
        origin: "investigation",
        note: {
          sv: "Så återger 08-nytt vad Huddinges utredning kom fram till. Hur den sökte säger artikeln inte.",
          en: "So 08-nytt relates what Huddinge's investigation arrived at: not a single individual found. How it searched, the article does not say.",
        },
      },
      {
        ...notNamed,
        stance: "supports",
        note: {
          sv: "Mejlsvaret från Carina Eriksson i Kramfors pekar, enligt 08-nytt, åt samma håll. Men det gäller vad människor har nämnt, inte var de varit folkbokförda.",
          en: "The e-mail reply from Carina Eriksson in Kramfors points the same way, according to 08-nytt: Huddinge was not named. But it concerns what people mentioned, not where they had been registered.",
        },
      },
    ],
  },
  {
    slug: "tre-hushall-lamnade-huddinge",
    kind: "fact",
    text: {
      sv: "Tre hushåll lämnade Huddinge för andra kommuner; inget av dem flyttade till Kramfors.",
      en: "Three households left Huddinge for other municipalities; none moved to Kramfors.",
    },
    short: { sv: "Tre hushåll, inget till Kramfors", en: "Three households, none to Kramfors" },
    interests: {
      huddinge: { about: true, gainsIf: "claim_true" },
      kramfors: { gainsIf: "claim_false" },
    },
    appearances: [
      {
        party: "huddinge",
        mode: "asserts",
        quote: "tre hushåll",
        verbatim: false,
        at: [3, 1075, 1086],
        happened: "2019-11/..",
      },
    ],
    evidence: [
      {
        stance: "supports",
        excerpt: "tre hushåll",
        at: [3, 1075, 1086],
        origin: "investigation",
        note: {
          sv: "Uppgiften kommer från Huddinges egen utredning, så som 08-nytt återger den. Vilken tid den gäller säger artikeln inte.",
          en: "The information comes from Huddinge's own investigation, as 08-nytt relates it: three households. What period it covers, the article does not say.",
        },
      },
    ],
  },
  {
    slug: "inget-uppdrag-att-soka-hyresvardar",
    kind: "fact",
    text: {
      sv: "Ingen har hittats som haft Huddinges uppdrag att söka upp privata hyresvärdar.",
      en: "No one was found to have had Huddinge's assignment to seek out private landlords.",
    },
    short: { sv: "Inget uppdrag att söka hyresvärdar", en: "No assignment to seek landlords" },
    interests: {
      huddinge: { about: true, gainsIf: "claim_true" },
      kramfors: { gainsIf: "claim_false" },
    },
    appearances: [
      {
        party: "huddinge",
        mode: "asserts",
        quote: "ragga upp privata hyresvärdar",
        verbatim: false,
        at: [3, 1257, 1286],
        happened: "2019-11/..",
      },
    ],
    evidence: [
      {
        stance: "supports",
        excerpt: "ragga upp privata hyresvärdar",
        at: [3, 1257, 1286],
        origin: "investigation",
        note: {
          sv: "08-nytt sätter orden inom citattecken och skriver att utredningen inte hittade någon som haft det uppdraget från kommunen.",
          en: "08-nytt puts the words, to scout for private landlords, in quotation marks and writes that the investigation found no one who had had that assignment from the municipality.",
        },
      },
    ],
  },
  {
    slug: "huddinge-namndes-inte",
    kind: "fact",
    text: {
      sv: "De som flyttade till Kramfors uppgav inte Huddinge som kommunen de kom från.",
      en: "Those who moved to Kramfors did not name Huddinge as the municipality they came from.",
    },
    short: { sv: "De inflyttade uppgav inte Huddinge", en: "Those who moved did not name Huddinge" },
    interests: {
      huddinge: { about: true, gainsIf: "claim_true" },
      kramfors: { gainsIf: "claim_false" },
    },
    notConcerned: [
      {
        party: "eriksson",
        reason: {
          sv: "Hon är verksamhetschef i Kramfors kommun, som vinner på att påståendet är falskt. Mejlsvaret går emot den egna kommunen.",
          en: "She is head of department in Kramfors municipality, which gains if the claim is false. The e-mail reply goes against her own municipality.",
        },
      },
    ],
    appearances: [
      {
        party: "eriksson",
        mode: "asserts",
        quote: "inte nämnts som ursprungskommun",
        verbatim: false,
        at: [4, 1693, 1724],
        happened: "2019-11-21~/2019-11-30",
      },
    ],
    evidence: [
      {
        ...notNamed,
        stance: "supports",
        note: {
          sv: "08-nytt återger mejlsvaret från en verksamhetschef i den kommun som anklagar. Vi har inte sett mejlet.",
          en: "08-nytt relates the e-mail reply from a manager in the accusing municipality: not named as the municipality of origin. We have not seen the e-mail.",
        },
      },
    ],
  },
  {
    slug: "kramfors-och-sahlen-ljog",
    kind: "intent",
    text: {
      sv: "Kramfors kommun och Jan Sahlén ljög om Huddinge.",
      en: "Kramfors municipality and Jan Sahlén lied about Huddinge.",
    },
    short: { sv: "Kramfors och Sahlén ljög om Huddinge", en: "Kramfors and Sahlén lied about Huddinge" },
    interests: {
      "08-nytt": { gainsIf: "claim_true" },
      huddinge: { gainsIf: "claim_true" },
      kramfors: { about: true, gainsIf: "claim_false" },
      sahlen: { about: true, gainsIf: "claim_false" },
    },
    appearances: [
      {
        party: "08-nytt",
        mode: "asserts",
        quote: "ljugit",
        verbatim: true,
        at: [2, 608, 614],
        happened: ARTICLE_DATE,
      },
    ],
    evidence: [
      {
        stance: "context",
        excerpt: "uppgifterna inte stämmer",
        at: [1, 112, 136],
        origin: null,
        note: {
          sv: "Tidningens slutsats om sakfrågan. Att ha fel är inte att ljuga: det senare kräver att man visste bättre.",
          en: "The paper's conclusion on the facts: that the information is not correct. Being wrong is not lying: the latter requires knowing better.",
        },
      },
      {
        ...notNamed,
        stance: "context",
        note: {
          sv: "Visar, enligt 08-nytt, vad en chef i Kramfors skrev i slutet av november. Artikeln säger inte vad kommunledningen eller Jan Sahlén kände till, eller när.",
          en: "Shows, according to 08-nytt, what a manager in Kramfors wrote in late November: that Huddinge was not named. The article does not say what the municipality's leadership or Jan Sahlén knew, or when.",
        },
      },
    ],
  },
  {
    slug: "politiskt-spel-bakom-anklagelsen",
    kind: "opinion",
    text: {
      sv: "Ett politiskt spel ligger bakom anklagelsen mot Huddinge.",
      en: "A political game lies behind the accusation against Huddinge.",
    },
    short: { sv: "Ett politiskt spel ligger bakom", en: "A political game lies behind it" },
    interests: {
      huddinge: { gainsIf: "claim_true" },
      kramfors: { about: true, gainsIf: "claim_false" },
    },
    appearances: [
      {
        party: "huddinge",
        mode: "suspects",
        quote: "politiskt spel",
        verbatim: false,
        at: [1, 180, 194],
        happened: ARTICLE_DATE,
        dateNote: { sv: "återgivet i artikeln", en: "as related in the article" },
      },
    ],
    evidence: [
      {
        stance: "context",
        excerpt: "misstänker",
        at: [1, 165, 175],
        origin: null,
        note: {
          sv: "08-nytt skriver att kommunledningen i Huddinge misstänker detta. Artikeln redovisar ingen uppgift som misstanken bygger på.",
          en: "08-nytt writes that the leadership in Huddinge suspects this. The article gives no information the suspicion rests on.",
        },
      },
    ],
  },
  {
    slug: "ovardigt-att-forminska-arbetet",
    kind: "opinion",
    text: {
      sv: "Det är ovärdigt att förminska förvaltningens arbete för ett politiskt spel; Socialdemokraterna borde i stället ta itu med de verkliga problemen.",
      en: "It is unworthy to belittle the administration's work for a political game; the Social Democrats should address the real problems instead.",
    },
    short: { sv: "Ovärdigt att förminska arbetet", en: "Unworthy to belittle the work" },
    interests: { dronjak: { gainsIf: "claim_true" } },
    appearances: [
      {
        party: "dronjak",
        mode: "asserts",
        quote: "ovärdigt",
        verbatim: true,
        at: [5, 1975, 1983],
        happened: ARTICLE_DATE,
      },
    ],
    evidence: [
      {
        stance: "context",
        excerpt: "ovärdigt",
        at: [5, 1975, 1983],
        origin: null,
        note: {
          sv: "Daniel Dronjaks omdöme i uttalandet till 08-nytt: det är en värdering, inte en uppgift som kan prövas.",
          en: "Daniel Dronjak's judgement, unworthy, in his statement to 08-nytt: it is a value judgement and not information that can be checked.",
        },
      },
    ],
  },
];

/** Claim numbers. */
export const relations: [
  from: number,
  kind: "denies" | "undercuts" | "goes_further" | "answers",
  to: number,
][] = [
  [2, "denies", 1],
  [3, "denies", 1],
  [4, "denies", 1],
  [5, "undercuts", 1],
  [6, "goes_further", 1],
  [7, "answers", 1],
  [8, "answers", 1],
];

export type EventKey = "analysis" | "accusation" | "opened" | "asked" | "answered" | "earlier" | "article";

export const events: Record<
  EventKey,
  In<
    typeof newEvent,
    "disputeId" | "actorId" | "targetId" | "sourceId" | "beforeId" | "afterId" | "answersId" | "dateNote"
  > & {
    actor: PartyKey;
    target?: PartyKey;
    before?: EventKey;
    after?: EventKey;
    answers?: EventKey;
    dateNote?: Bilingual;
  }
> = {
  analysis: {
    actor: "welfare",
    text: {
      sv: "Välfärdsförvaltningen i Kramfors gör en analys. Anklagelsen bygger på den, enligt 08-nytt.",
      en: "The welfare administration in Kramfors makes an analysis. The accusation rests on it, according to 08-nytt.",
    },
    short: {
      sv: "Välfärdsförvaltningen gör sin analys",
      en: "The welfare administration makes its analysis",
    },
    paragraph: 2,
    happened: "2019-23",
    known: "2019-23/..",
  },
  accusation: {
    actor: "kramfors",
    target: "huddinge",
    after: "analysis",
    text: {
      sv: "Kramfors kommun pekar, enligt 08-nytt, ut Huddinge kommun med stöd av analysen.",
      en: "Kramfors municipality points, according to 08-nytt, at Huddinge municipality on the strength of the analysis.",
    },
    short: { sv: "Kramfors pekar ut Huddinge", en: "Kramfors points at Huddinge" },
    paragraph: 2,
    happened: "2019-23/..",
    known: "2019-23/..",
  },
  article: {
    actor: "08-nytt",
    text: {
      sv: "08-nytt publicerar artikeln. Härifrån kan allmänheten, så vitt vårt underlag visar, känna till utredningen och mejlet.",
      en: "08-nytt publishes the article. From here on the public can, as far as our material shows, know of the investigation and the e-mail.",
    },
    short: { sv: "Artikeln publiceras, odaterad", en: "The article is published, undated" },
    paragraph: null,
    happened: ARTICLE_DATE,
    known: null,
  },
  opened: {
    actor: "forshage",
    text: {
      sv: "Patrik Forshage inleder en utredning av om Huddinge ägnat sig åt social dumpning, enligt 08-nytt.",
      en: "Patrik Forshage opens an investigation of whether Huddinge has engaged in social dumping, according to 08-nytt.",
    },
    short: { sv: "Patrik Forshage inleder en utredning", en: "Patrik Forshage opens an investigation" },
    paragraph: 3,
    happened: "2019-11",
    known: ARTICLE_DATE,
  },
  asked: {
    actor: "forshage",
    target: "kramfors",
    after: "opened",
    text: {
      sv: "Patrik Forshage tar kontakt med Kramfors kommun för att få veta mer, enligt 08-nytt.",
      en: "Patrik Forshage contacts Kramfors municipality to learn more, according to 08-nytt.",
    },
    short: { sv: "Huddinge frågar Kramfors för att veta mer", en: "Huddinge asks Kramfors to learn more" },
    paragraph: 3,
    happened: "2019-11",
    known: ARTICLE_DATE,
    dateNote: { sv: "sedan utredningen börjat", en: "after the investigation began" },
  },
  answered: {
    actor: "eriksson",
    target: "huddinge",
    after: "asked",
    answers: "asked",
    text: {
      sv: "Carina Eriksson skickar Kramfors svar till Huddinge med e-post, enligt 08-nytt.",
      en: "Carina Eriksson sends Kramfors's answer to Huddinge by e-mail, according to 08-nytt.",
    },
    short: { sv: "Kramfors svarar med e-post", en: "Kramfors answers by e-mail" },
    paragraph: 4,
    happened: "2019-11-21~/2019-11-30",
    known: ARTICLE_DATE,
  },
  earlier: {
    actor: "08-nytt",
    before: "article",
    text: {
      sv: "08-nytt skriver att kommuner i Stockholms län anklagas för social dumpning. Så anger tidningen själv i den senare artikeln.",
      en: "08-nytt writes that municipalities in Stockholm county are accused of social dumping. So the paper itself says in the later article.",
    },
    short: { sv: "Tidigare rapportering", en: "Earlier reporting" },
    paragraph: 2,
    happened: null,
    known: null,
    dateNote: { sv: "odaterat, före artikeln", en: "undated, before the article" },
  },
};

export const falsifiers: (In<typeof newFalsifier, "disputeId" | "position" | "holderId" | "claimIds"> & {
  holder: PartyKey | null;
  claims: number[];
})[] = [
  {
    text: { sv: "Analysen från hösten 2019", en: "The analysis from autumn 2019" },
    heldBy: { sv: "Kramfors kommun", en: "Kramfors municipality" },
    holder: "kramfors",
    claims: [1, 6],
  },
  {
    text: { sv: "Huddinges utredning i sin helhet", en: "Huddinge's investigation in full" },
    heldBy: { sv: "Huddinge kommun", en: "Huddinge municipality" },
    holder: "huddinge",
    claims: [1, 2, 3, 4],
  },
  {
    text: { sv: "Mejlet i sin helhet, med brevhuvud", en: "The e-mail in full, with its headers" },
    heldBy: { sv: "båda kommunerna", en: "both municipalities" },
    holder: null,
    claims: [1, 2, 5, 6],
  },
  {
    text: {
      sv: "Folkbokförda flyttar från Huddinge till Kramfors 2015–2019",
      en: "Registered moves from Huddinge to Kramfors 2015–2019",
    },
    heldBy: { sv: "folkbokföringen", en: "the population register" },
    holder: null,
    claims: [1, 2, 3],
  },
  {
    text: {
      sv: "Vad Kramfors kommun och Jan Sahlén svarar",
      en: "What Kramfors municipality and Jan Sahlén answer",
    },
    heldBy: { sv: "parterna", en: "the parties" },
    holder: null,
    claims: [1, 5, 6],
  },
];

const demonstration: Bilingual = {
  sv: "Det här är en demonstration, så ingen har kontaktats.",
  en: "This is a demonstration, so nobody has been contacted.",
};

export const replyRequests: (In<typeof newReplyRequest, "claimId" | "partyId"> & {
  claim: number;
  party: PartyKey;
})[] = [
  {
    claim: 1,
    party: "kramfors",
    reasonNotAsked: demonstration,
    inSources: {
      sv: "Artikeln återger inget svar från kommunen på 08-nytts uppgifter.",
      en: "The article relates no answer from the municipality to what 08-nytt reports.",
    },
  },
  {
    claim: 1,
    party: "sahlen",
    reasonNotAsked: demonstration,
    inSources: {
      sv: "Artikeln återger inget svar från honom.",
      en: "The article relates no answer from him.",
    },
  },
  {
    claim: 5,
    party: "kramfors",
    reasonNotAsked: demonstration,
    inSources: {
      sv: "Artikeln återger mejlsvaret från en av kommunens chefer, inget annat från kommunen.",
      en: "The article relates the e-mail reply from one of the municipality's managers, nothing else from the municipality.",
    },
  },
  {
    claim: 6,
    party: "kramfors",
    reasonNotAsked: demonstration,
    inSources: {
      sv: "Artikeln återger inget svar från kommunen på ordet ”ljugit”.",
      en: "The article relates no answer from the municipality to the word “ljugit” (lied).",
    },
  },
  {
    claim: 6,
    party: "sahlen",
    reasonNotAsked: demonstration,
    inSources: {
      sv: "Artikeln återger inget svar från honom på ordet ”ljugit”.",
      en: "The article relates no answer from him to the word “ljugit” (lied).",
    },
  },
  {
    claim: 7,
    party: "kramfors",
    reasonNotAsked: demonstration,
    inSources: {
      sv: "Artikeln återger inget svar från kommunen på misstanken.",
      en: "The article relates no answer from the municipality to the suspicion.",
    },
  },
];
