/** The dispute of the prototype, as the timeline gets it: for tests, and for looking at. Wordings follow the article. */
import type { Rating } from "../../core/rating/rating.ts";
import type { Lane, Post, PostRelation, Timeline } from "./timeline.ts";

const lanes: readonly Lane[] = [
  { id: "jan-sahlen", name: "Jan Sahlén (S)", role: "tidigare kommunalråd" },
  { id: "kramfors", name: "Kramfors kommun", role: "anklagar" },
  { id: "huddinge", name: "Huddinge kommun", role: "anklagas" },
  { id: "08-nytt", name: "08-nytt", role: "rapporterar" },
  { id: "belagt", name: "Belagt", role: "bedömer" },
];

const inArticle = { edtf: null, words: "när artikeln publicerades, tidigast i slutet av november 2019" };

function post(
  id: string,
  kind: Post["kind"],
  lane: string,
  short: string,
  text: string,
  happened: readonly [string | null, string],
  more: {
    by?: string;
    claim?: readonly [number, string, Rating];
    before?: string;
    after?: string;
    relations?: readonly PostRelation[];
    attribution?: string;
    conclusion?: string;
    parties?: readonly string[];
    known?: Post["known"];
  } = {},
): Post {
  return {
    id,
    kind,
    lane,
    by: more.by ?? null,
    parties: more.parties ?? [lane],
    text,
    short,
    claim: more.claim ? { number: more.claim[0], slug: more.claim[1], rating: more.claim[2] } : null,
    happened: { edtf: happened[0], words: happened[1] },
    known: more.known ?? inArticle,
    beforePost: more.before ?? null,
    afterPost: more.after ?? null,
    relations: more.relations ?? [],
    attribution: more.attribution ?? `${lane}, enligt 08-nytt`,
    conclusion: more.conclusion ?? null,
  };
}

const accusation = [1, "systematisk-social-dumpning", "mostly_contradicted"] as const;
const published = { edtf: "2026-11-23", words: "23 november 2026" };

const posts: readonly Post[] = [
  post(
    "p1",
    "event",
    "kramfors",
    "Välfärdsförvaltningen gör sin analys",
    "Välfärdsförvaltningen gör en analys. Anklagelsen bygger på den, enligt 08-nytt.",
    ["2019-23", "hösten 2019"],
    { attribution: "Kramfors kommun" },
  ),
  post(
    "p2",
    "claim",
    "kramfors",
    "Huddinge har bedrivit systematisk social dumpning",
    "Huddinge kommun har bedrivit systematisk social dumpning.",
    [null, "odaterat, tidigast hösten 2019"],
    {
      claim: accusation,
      after: "p1",
      before: "p9",
      attribution: "Kramfors kommun påstår, enligt 08-nytt",
      conclusion: "Det underlag som åberopas talar emot påståendet, men allt når oss genom en enda artikel.",
      parties: ["kramfors", "huddinge"],
    },
  ),
  post(
    "p3",
    "claim",
    "jan-sahlen",
    "påstår samma sak, enligt 08-nytt",
    "Samma sak som kommunen.",
    [null, "odaterat, tidigast hösten 2019"],
    {
      claim: accusation,
      after: "p1",
      before: "p9",
      relations: [{ kind: "repeats", to: "p2" }],
      attribution: "Jan Sahlén (S) påstår, enligt 08-nytt",
      conclusion: "Se påstående 1.",
      parties: ["jan-sahlen", "huddinge"],
    },
  ),
  post(
    "p4",
    "event",
    "huddinge",
    "Patrik Forshage inleder en utredning",
    "Patrik Forshage inleder en utredning om social dumpning, enligt 08-nytt.",
    ["2019-11", "november 2019"],
    { attribution: "Huddinge kommun" },
  ),
  post(
    "p5",
    "event",
    "huddinge",
    "Huddinge frågar Kramfors för att veta mer",
    "Forshage vänder sig till Kramfors för att få veta mer, enligt 08-nytt.",
    ["2019-11-01~/2019-11-30", "november 2019, sedan utredningen börjat"],
    { attribution: "Huddinge kommun", parties: ["huddinge", "kramfors"] },
  ),
  post(
    "p7a",
    "claim",
    "huddinge",
    "Ingen hittad som nyinflyttad från Huddinge",
    "Ingen hittades som nyinflyttad i Kramfors.",
    [null, "tidigast november 2019"],
    {
      claim: [2, "ingen-nyinflyttad", "partly_supported"],
      after: "p5",
      before: "p9",
      relations: [{ kind: "denies", to: "p2" }],
      by: "utredningen",
      attribution: "Huddinges utredning, enligt 08-nytt",
      conclusion: "Uppgiften kommer från den anklagades egen utredning.",
    },
  ),
  post(
    "p7b",
    "claim",
    "huddinge",
    "Tre hushåll lämnade Huddinge, inget för Kramfors",
    "Tre hushåll lämnade Huddinge för andra kommuner, inget för Kramfors.",
    [null, "tidigast november 2019"],
    {
      claim: [3, "tre-hushall", "unproven"],
      after: "p5",
      before: "p9",
      relations: [{ kind: "denies", to: "p2" }],
      attribution: "Huddinges utredning, enligt 08-nytt",
    },
  ),
  post(
    "p7c",
    "claim",
    "huddinge",
    "Ingen hade uppdrag att söka hyresvärdar",
    "Ingen hade kommunens uppdrag att söka privata hyresvärdar.",
    [null, "tidigast november 2019"],
    {
      claim: [4, "inget-uppdrag", "unproven"],
      after: "p5",
      before: "p9",
      relations: [{ kind: "denies", to: "p2" }],
      attribution: "Huddinges utredning, enligt 08-nytt",
    },
  ),
  post(
    "p6",
    "claim",
    "kramfors",
    "De inflyttade uppgav inte Huddinge",
    "De som flyttade till Kramfors uppgav inte Huddinge som kommunen de kom från.",
    ["2019-11-21~/2019-11-30", "slutet av november 2019"],
    {
      claim: [5, "uppgav-inte-huddinge", "mostly_supported"],
      by: "Carina Eriksson",
      relations: [
        { kind: "answers", to: "p5" },
        { kind: "undercuts", to: "p2" },
      ],
      attribution: "Carina Eriksson, verksamhetschef i Kramfors, skrev enligt 08-nytt",
      conclusion:
        "Uppgiften kommer, enligt 08-nytt, från en ansvarig chef i den kommun som anklagar. Men vi har bara tidningens ord för mejlet, och det gäller vad människor nämnde, inte varifrån de kom.",
      parties: ["kramfors", "huddinge"],
    },
  ),
  post(
    "p8",
    "event",
    "08-nytt",
    "Tidigare artikel",
    "Tidningen skriver att kommuner i Stockholms län anklagas för social dumpning.",
    [null, "odaterat, före artikeln"],
    { before: "p9", known: { edtf: null, words: "odaterat, före artikeln" }, attribution: "08-nytt" },
  ),
  post(
    "p9",
    "event",
    "08-nytt",
    "Artikeln publiceras, odaterad",
    "Artikeln publiceras. Härifrån kan allmänheten, så vitt vårt underlag visar, känna till utredningen och mejlet.",
    ["2019-11-21~/..", "odaterat, tidigast i slutet av november 2019"],
    { known: { edtf: "2019-11-21~/..", words: "artikeln, odaterad" }, attribution: "08-nytt" },
  ),
  post(
    "p10",
    "claim",
    "huddinge",
    "Ett politiskt spel ligger bakom",
    "Ett politiskt spel ligger bakom anklagelsen.",
    ["2019-11-21~/..", "i artikeln"],
    {
      claim: [7, "politiskt-spel", "not_checkable"],
      by: "kommunledningen",
      relations: [{ kind: "answers", to: "p2" }],
      attribution: "Huddinges kommunledning misstänker, enligt 08-nytt",
    },
  ),
  post(
    "p11",
    "claim",
    "huddinge",
    "Ovärdigt att förminska arbetet",
    "Det är ovärdigt att förminska förvaltningens arbete för ett politiskt spel.",
    ["2019-11-21~/..", "i artikeln"],
    {
      claim: [8, "ovardigt", "not_checkable"],
      by: "Daniel Dronjak (M)",
      relations: [{ kind: "answers", to: "p2" }],
      attribution: "Daniel Dronjak (M) säger till 08-nytt",
    },
  ),
  post(
    "p12",
    "claim",
    "08-nytt",
    "Kramfors och Sahlén ljög om Huddinge",
    "Kramfors kommun och Jan Sahlén ljög om Huddinge.",
    ["2019-11-21~/..", "i artikeln"],
    {
      claim: [6, "ljog", "unproven"],
      relations: [{ kind: "goes_further", to: "p2" }],
      attribution: "08-nytt påstår",
      parties: ["08-nytt", "kramfors", "jan-sahlen"],
    },
  ),
  post(
    "p13",
    "verdict",
    "belagt",
    "Åtta bedömningar, version 1",
    "Åtta bedömningar publiceras, version 1.",
    [published.edtf, published.words],
    { known: published, attribution: "Belagt" },
  ),
];

/** What became known only through the article lies after it. */
export const kramfors: Timeline = {
  lanes,
  posts: posts.map((p) =>
    p.known === inArticle ? { ...p, known: { edtf: "2019-11-21~/..", words: inArticle.words } } : p,
  ),
};
