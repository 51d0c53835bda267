/** The published method, in both languages. A change here is a new METHOD_VERSION: verdicts name the one they were judged under. */
import type { Bilingual } from "@/lib/core/language/language";

interface MethodSection {
  readonly id: string;
  readonly title: Bilingual;
  readonly paragraphs: readonly Bilingual[];
}

export const lead: Bilingual = {
  sv: "Vi prövar påståenden, inte människor. Så här går det till, och så här kan du pröva oss.",
  en: "We judge claims, not people. This is how, and how you can check us.",
};

export const beforeScale: readonly MethodSection[] = [
  {
    id: "what",
    title: { sv: "Vad vi prövar", en: "What we judge" },
    paragraphs: [
      {
        sv: "Ett påstående är en enda uppgift som går att pröva, i vår neutrala formulering. Varje plats där den har framförts redovisas för sig: vem, när, i vilka ord och var det står.",
        en: "A claim is one piece of information that can be checked, in our neutral wording. Every place where it was made is given on its own: who, when, in what words, and where it stands.",
      },
      {
        sv: "Vi skiljer sakuppgifter från avsikter, åsikter och förutsägelser. Bara en sakuppgift kan få ett betyg på skalan. Att någon haft fel är inte detsamma som att någon ljugit: det senare kräver att personen visste bättre.",
        en: "We tell statements of fact from intents, opinions and predictions. Only a statement of fact can be rated on the scale. That somebody was wrong is not that somebody lied: the latter requires that they knew better.",
      },
    ],
  },
];

export const afterScale: readonly MethodSection[] = [
  {
    id: "rules",
    title: { sv: "Reglerna som stänger betyg", en: "The rules that shut ratings" },
    paragraphs: [
      {
        sv: "Oberoende räknas, det hävdas inte. Källor som bygger på varandra, eller har samma upphov, är en och samma rot. En handling som vi bara läst om är ingen rot: allt vi vet om den kom genom den som berättade. Belagt eller motbevisat kräver minst två oberoende rötter.",
        en: "Independence is computed, not asserted. Sources that rest on each other, or share a producer, are one root. A document we have only read about is no root: all we know of it came through the one that told us. Supported or contradicted takes at least two independent roots.",
      },
      {
        sv: "Part i egen sak: en parts uppgifter om sig själv, till egen fördel, märks ut och räknas inte som rot. De kan inte ensamma bära ett betyg som lutar åt något håll. Uppgifter som går emot den egna parten märks också ut; de väger tyngre.",
        en: "A party in its own case: a party's information about itself, to its own advantage, is marked and does not count as a root. It cannot alone carry a rating that leans either way. Information that goes against the party itself is marked too; it weighs more.",
      },
      {
        sv: "Reglerna säger vilka betyg som är möjliga. Redaktionen väljer bland dem. På varje bedömning syns vilka steg som är stängda och varför.",
        en: "The rules say which ratings are possible. The desk chooses among them. Every verdict shows which steps are shut, and why.",
      },
    ],
  },
  {
    id: "verdict",
    title: { sv: "Vad en bedömning alltid säger", en: "What a verdict always says" },
    paragraphs: [
      {
        sv: "En slutsats i en mening, resonemanget steg för steg, varje belägg med exakta ord och plats, vad som inte är känt, och vad som skulle ändra bedömningen. Den är skriven av en och godkänd av en annan: den som har skrivit i den får inte publicera den.",
        en: "A conclusion in one sentence, the reasoning step by step, every piece of evidence with its exact words and place, what is not known, and what would change the verdict. It is written by one person and approved by another: whoever has written in it may not publish it.",
      },
      {
        sv: "Där vi talar med egen röst säger vi inte mer än en granskning kan. Ord om skuld, lögn, brott och visshet står bara med ett angivet skäl, som publiceras bredvid. Andras ord återges som deras.",
        en: "Where we speak in our own voice we say no more than a check can. Words of guilt, lying, crime and certainty stand only with a stated reason, published beside them. The words of others are given as theirs.",
      },
      {
        sv: "En publicerad bedömning ändras aldrig. En ny version säger varför den kom till och bär den förras kontrollsumma; den gamla ligger kvar på sin adress.",
        en: "A published verdict is never changed. A new version says why it came about and carries the checksum of the one before; the old one stays at its address.",
      },
    ],
  },
  {
    id: "reply",
    title: { sv: "Genmäle", en: "Right of reply" },
    paragraphs: [
      {
        sv: "Den som en bedömning går emot ska ha tillfrågats, eller så står skälet till att det inte skett. Svaret återges ordagrant, lika stort som bedömningen. Har en fråga skickats och inget svar kommit, står det, med tiden sedan dess. Den som inte är tillfrågad sägs aldrig tiga.",
        en: "Whoever a verdict goes against shall have been asked, or the reason why not is given. The answer is printed verbatim, as large as the verdict. Where a question was sent and no answer has come, that is said, with the time since then. Whoever has not been asked is never said to be silent.",
      },
    ],
  },
  {
    id: "time",
    title: { sv: "Tid", en: "Time" },
    paragraphs: [
      {
        sv: "Ett datum ritas aldrig skarpare än källan. Varje händelse har två klockor: när den hände och när allmänheten kunde känna till den. Varje tvist kan läsas som den stod vid en tidigare tidpunkt.",
        en: "A date is never drawn sharper than its source. Every event has two clocks: when it happened and when the public could know. Every dispute can be read as it stood at an earlier moment.",
      },
    ],
  },
  {
    id: "corrections",
    title: { sv: "Rättelser", en: "Corrections" },
    paragraphs: [
      {
        sv: "Ett fel rättas öppet: vad som var fel, sedan när, och hur det upptäcktes. Alla rättelser står samlade på en egen sida.",
        en: "A mistake is corrected in the open: what was wrong, since when, and how it was found. All corrections stand together on a page of their own.",
      },
      {
        sv: "En bedömning som vi inte längre står för återkallas. Sidan ligger kvar, med skälet överst.",
        en: "A verdict we no longer stand behind is withdrawn. Its page stays, with the reason at the top.",
      },
    ],
  },
  {
    id: "objections",
    title: { sv: "Invändningar och klagomål", en: "Objections and complaints" },
    paragraphs: [
      {
        sv: "Vem som helst kan invända mot en mening eller ett belägg. En redaktör prövar invändningen och svarar öppet, med skäl, på påståendets sida. Den som invänt behöver inte uppge vem den är.",
        en: "Anybody can object to a sentence or a piece of evidence. An editor considers the objection and answers in the open, with a reason, on the page of the claim. Whoever objects need not say who they are.",
      },
      {
        sv: "Sist på varje sida står vem som är ansvarig utgivare och vart klagomål kan skickas, när redaktionen har angett det.",
        en: "At the foot of every page stands who the responsible publisher is and where complaints can be sent, once the desk has said so.",
      },
    ],
  },
];
