/** The published method, in both languages. A change here is a new METHOD_VERSION: verdicts name the one they were judged under. */
import type { Bilingual } from "@/lib/core/language/language";

interface MethodSection {
  readonly id: string;
  readonly title: Bilingual;
  readonly paragraphs: readonly Bilingual[];
}

/** How often the two parties of a made-up dispute are exchanged, and what comes of it: method-swap.test.ts does it and holds the figures. */
export const SWAP_TEST = { disputes: 1000, differences: 0, drawn: 25 } as const;
const inFigures = (locale: "sv" | "en", figure: number) => new Intl.NumberFormat(locale).format(figure);

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
        sv: "Oberoende räknas, det hävdas inte. Källor som bygger på varandra, eller har samma upphov, är en och samma rot. Samma sida under två adresser, samma fil och samma text är en, vad någon än har fyllt i. En handling som vi bara läst om är ingen rot: allt vi vet om den kom genom den som berättade. Ett betyg som lutar åt något håll kräver minst en oberoende rot, belagt eller motbevisat minst två.",
        en: "Independence is computed, not asserted. Sources that rest on each other, or share a producer, are one root. The same page under two addresses, the same file and the same text are one, whatever somebody has entered. A document we have only read about is no root: all we know of it came through the one that told us. A rating that leans either way takes at least one independent root, supported or contradicted at least two.",
      },
      {
        sv: "Part i egen sak: en parts uppgifter om sig själv, till egen fördel, märks ut och räknas inte som rot, inte heller när någon annan för dem vidare. De kan inte ensamma bära ett betyg som lutar åt något håll. Uppgifter som går emot den egna parten märks också ut; de väger tyngre.",
        en: "A party in its own case: a party's information about itself, to its own advantage, is marked and does not count as a root, nor does it when somebody else passes it on. It cannot alone carry a rating that leans either way. Information that goes against the party itself is marked too; it weighs more.",
      },
      {
        sv: "Den som har framfört ett påstående, eller nämns i det, är part i saken också om ingen på redaktionen har fyllt i det. Undantag görs bara med ett skäl som två personer står bakom och som står vid påståendet. En handling vars upphov vi inte känner räknas inte som oberoende.",
        en: "Whoever has made a claim, or is named in it, is a party in its own case also when nobody at the desk has said so. An exception is made only with a reason that two people stand behind and that stands at the claim. A document whose maker we do not know does not count as independent.",
      },
      {
        sv: "Ändras något av det som en bedömning räknar med, som vad en källa bygger på eller vem som har gjort den, står det på påståendets sida att bedömningen behöver granskas igen, och varför.",
        en: "When anything that a verdict reckons with changes, such as what a source rests on or who made it, the page of the claim says that the verdict needs to be reviewed again, and why.",
      },
      {
        sv: "Reglerna säger vilka betyg som är möjliga. Redaktionen väljer bland dem. På varje bedömning syns vilka steg som är stängda och varför.",
        en: "The rules say which ratings are possible. The desk chooses among them. Every verdict shows which steps are shut, and why.",
      },
    ],
  },
  {
    id: "swap",
    title: { sv: "Om parterna bytte plats", en: "If the parties changed places" },
    paragraphs: [
      {
        sv: `Allt som räknas ut ska bli detsamma, vem det än gäller. Vi prövar det: i ${inFigures("sv", SWAP_TEST.disputes)} påhittade tvister, på båda språken, byter de två parterna plats. Ordning, flaggor, oberoende, öppna betyg, vem som ska tillfrågas, platserna i tidslinjen och det som sökmotorer får veta ska då vara exakt utbytt. Tvister där något skilde: ${inFigures("sv", SWAP_TEST.differences)}. I ${inFigures("sv", SWAP_TEST.drawn)} av dem jämförs också de ritade delarna av påståendets sida, tecken för tecken.`,
        en: `Everything that is computed shall come out the same, whomever it is about. We test it: in ${inFigures("en", SWAP_TEST.disputes)} made-up disputes, in both languages, the two parties change places. Order, flags, independence, open ratings, who is to be asked, the places in the timeline and what search engines are told shall then be exactly exchanged. Disputes in which anything differed: ${inFigures("en", SWAP_TEST.differences)}. In ${inFigures("en", SWAP_TEST.drawn)} of them the drawn parts of the claim's page are compared too, character by character.`,
      },
      {
        sv: "I provet är de två av samma slag och deras namn lika långa: en privatperson skyddas på ett sätt som en myndighet inte gör, och ett längre namn tar mer plats. Parterna i en tvist står i den ordning redaktionen har gett dem; listor över alla parter står i bokstavsordning.",
        en: "In the test the two are of one kind and their names equally long: a private person is protected as a public body is not, and a longer name takes more room. The parties of a dispute stand in the order that the desk has given them; lists of all parties are alphabetical.",
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
