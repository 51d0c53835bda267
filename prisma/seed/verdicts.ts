/**
 * The demonstration desk's verdicts, first version, one for each claim in order. `evidence` counts the claim's passages
 * from 1 in kramfors-huddinge.ts.
 */
import type { z } from "zod";
import type { Bilingual } from "../../lib/core/language/language.ts";
import type { newVerdict } from "../../lib/record/verdict/verdict-schema.ts";

type Written = Omit<
  z.input<typeof newVerdict>,
  "claimId" | "steps" | "evidenceIds" | "nothingForeseeable" | "conflictOfInterest" | "changeReason"
> & {
  steps: { text: Bilingual; evidence: number[] }[];
  evidence: number[];
  nothingForeseeable?: Bilingual;
};

const notSeen: Bilingual = {
  sv: "Vad Huddinges utredning bygger på och hur den gick till. Vi har inte sett den.",
  en: "What Huddinge's investigation rests on and how it was done. We have not seen it.",
};

const ownInvestigation: Bilingual = {
  sv: "Utredningen är gjord av den utpekade kommunen om sig själv. Den kan inte ensam bära ett betyg som lutar åt något håll.",
  en: "The investigation was made by the accused municipality about itself. It cannot alone carry a rating that leans either way.",
};

export const verdicts: Written[] = [
  {
    rating: "mostly_contradicted",
    conclusion: {
      sv: "Beläggen talar emot påståendet, tyngst ett mejlsvar från Kramfors egen förvaltning. Men allt når oss genom en enda artikel, och handlingarna bakom den har vi inte sett.",
      en: "The evidence speaks against the claim, most heavily an e-mail reply from Kramfors's own administration. But all of it reaches us through a single article, and we have not seen the documents behind it.",
    },
    minute: [
      {
        sv: "Kramfors kommun pekade, enligt 08-nytt, ut Huddinge med stöd av en analys som välfärdsförvaltningen i Kramfors gjorde hösten 2019.",
        en: "Kramfors municipality pointed, according to 08-nytt, at Huddinge on the strength of an analysis that the welfare administration in Kramfors made in autumn 2019.",
      },
      {
        sv: "Huddinges egen utredning hittade inget som stöder utpekandet, enligt samma artikel. Den återger också ett mejlsvar där en chef i Kramfors skriver att de som flyttat dit inte hade nämnt Huddinge som ursprungskommun.",
        en: "Huddinge's own investigation found nothing to support it, according to the same article. The article also relates an e-mail reply in which a manager in Kramfors writes that those who had moved there had not named Huddinge as the municipality they came from.",
      },
      {
        sv: "Analysen, utredningen och mejlet har vi inte sett. Därför stannar bedömningen ett steg före motbevisat.",
        en: "We have not seen the analysis, the investigation or the e-mail. That is why the verdict stops one step short of contradicted.",
      },
    ],
    shown: [
      {
        sv: "Att Huddinge, enligt 08-nytt, inledde en utredning i november 2019 och inte hittade någon som gått från tillfälligt boende i Huddinge till folkbokföring i Kramfors.",
        en: "That Huddinge, according to 08-nytt, opened an investigation in November 2019 and found no one who had gone from temporary housing in Huddinge to being registered in Kramfors.",
      },
      {
        sv: "Att de som flyttat till Kramfors inte nämnt Huddinge som ursprungskommun, enligt mejlsvaret så som artikeln återger det.",
        en: "That those who moved to Kramfors had not named Huddinge as the municipality they came from, according to the e-mail reply as the article relates it.",
      },
    ],
    notShown: [
      {
        sv: "Att ingen någonsin flyttat. Mejlsvaret gäller vad människor uppgav, inte varifrån de kom.",
        en: "That nobody ever moved. The e-mail reply concerns what people said, not where they came from.",
      },
      {
        sv: "Att någon har ljugit. Det är ett annat påstående, nummer 6.",
        en: "That anyone lied. That is another claim, number 6.",
      },
    ],
    unknown: [
      {
        sv: "Vad analysen i Kramfors bygger på och vad den kom fram till.",
        en: "What the analysis in Kramfors rests on and what it concluded.",
      },
      {
        sv: "Vad parterna menar med social dumpning. Artikeln förklarar inte begreppet.",
        en: "What the parties mean by social dumping. The article does not explain the term.",
      },
      {
        sv: "När anklagelsen framfördes, och med vilka ord.",
        en: "When the accusation was made, and in what words.",
      },
    ],
    steps: [
      {
        text: {
          sv: "Påståendet gäller ett system. Ett enskilt fall skulle inte räcka för att belägga det, och artikeln redovisar inget fall.",
          en: "The claim is about a system. A single case would not be enough to bear it out, and the article reports no case.",
        },
        evidence: [],
      },
      {
        text: {
          sv: "Det enda som talar för är analysen i Kramfors. Vi har inte sett den och vet inte vad den säger.",
          en: "The only thing that speaks for it is the analysis in Kramfors. We have not seen it and do not know what it says.",
        },
        evidence: [5],
      },
      {
        text: {
          sv: "Huddinges utredning talar emot på tre punkter. Den är gjord av den anklagade och kan därför inte ensam bära ett betyg.",
          en: "Huddinge's investigation speaks against it on three points. It was made by the accused and can therefore not carry a rating alone.",
        },
        evidence: [2, 3, 4],
      },
      {
        text: {
          sv: "Mejlsvaret väger tyngst, eftersom det kommer från den anklagande kommunens egen förvaltning. Tas det bort får betyget inte längre luta åt motbevisat.",
          en: "The e-mail reply weighs most, since it comes from the accusing municipality's own administration. Without it the rating may no longer lean towards contradicted.",
        },
        evidence: [1],
      },
      {
        text: {
          sv: "Allt vilar på en enda artikel. Reglerna tillåter då som mest i huvudsak motbevisat, och det är betyget.",
          en: "Everything rests on a single article. The rules then allow at most mostly contradicted, and that is the rating.",
        },
        evidence: [],
      },
    ],
    evidence: [1, 2, 3, 4, 5],
  },
  {
    rating: "partly_supported",
    conclusion: {
      sv: "Huddinges egen utredning säger så, enligt 08-nytt, och ett mejlsvar från Kramfors pekar åt samma håll. Hur utredningen sökte vet vi inte.",
      en: "Huddinge's own investigation says so, according to 08-nytt, and an e-mail reply from Kramfors points the same way. How the investigation searched we do not know.",
    },
    minute: [
      {
        sv: "Huddinge sökte, enligt 08-nytt, efter personer med tillfälligt boende i kommunen som blivit folkbokförda i Kramfors, och hittade ingen.",
        en: "Huddinge looked, according to 08-nytt, for people with temporary housing in the municipality who had been registered in Kramfors, and found no one.",
      },
      {
        sv: "Det är den anklagade kommunens uppgift om sig själv. Mejlsvaret från Kramfors stöder den, men gäller vad människor uppgav.",
        en: "It is the accused municipality's information about itself. The e-mail reply from Kramfors supports it, but concerns what people said.",
      },
    ],
    shown: [
      {
        sv: "Att Huddinge, enligt 08-nytt, sökte och inte hittade någon.",
        en: "That Huddinge, according to 08-nytt, searched and found no one.",
      },
    ],
    notShown: [
      {
        sv: "Att ingen har flyttat. Att inte hitta är inte att visa att något inte finns.",
        en: "That nobody moved. Not finding is not the same as showing that there is nothing.",
      },
    ],
    unknown: [
      notSeen,
      {
        sv: "Vilka år och vilka register sökningen gällde.",
        en: "Which years and registers the search covered.",
      },
    ],
    steps: [
      { text: ownInvestigation, evidence: [1] },
      {
        text: {
          sv: "Mejlsvaret kommer från motparten och stöder påståendet. Det lyfter betyget till delvis belagt.",
          en: "The e-mail reply comes from the opposite side and supports the claim. It lifts the rating to partly supported.",
        },
        evidence: [2],
      },
      {
        text: {
          sv: "Mejlet säger inget om folkbokföring. Därför stannar betyget där.",
          en: "The e-mail says nothing of registration. That is why the rating stops there.",
        },
        evidence: [2],
      },
    ],
    evidence: [1, 2],
  },
  {
    rating: "unproven",
    conclusion: {
      sv: "Uppgiften finns bara i Huddinges egen utredning, så som 08-nytt återger den. Ingen annan källa talar för eller emot.",
      en: "The information exists only in Huddinge's own investigation, as 08-nytt relates it. No other source speaks for or against it.",
    },
    minute: [
      {
        sv: "Utredningen hittade, enligt 08-nytt, tre hushåll som lämnat Huddinge för andra kommuner, inget av dem för Kramfors.",
        en: "The investigation found, according to 08-nytt, three households that had left Huddinge for other municipalities, none of them for Kramfors.",
      },
    ],
    shown: [],
    notShown: [
      {
        sv: "Att tre är alla. Artikeln säger inte vilka hushåll eller vilken tid som räknades.",
        en: "That three is all of them. The article does not say which households or what period were counted.",
      },
    ],
    unknown: [notSeen],
    steps: [
      { text: ownInvestigation, evidence: [1] },
      {
        text: {
          sv: "Inget annat belägg finns. Då är påståendet varken belagt eller motbevisat.",
          en: "There is no other evidence. The claim is then neither supported nor contradicted.",
        },
        evidence: [],
      },
    ],
    evidence: [1],
  },
  {
    rating: "unproven",
    conclusion: {
      sv: "Uppgiften finns bara i Huddinges egen utredning, så som 08-nytt återger den. Om någon tillfrågades, och vilka, vet vi inte.",
      en: "The information exists only in Huddinge's own investigation, as 08-nytt relates it. Whether anyone was asked, and who, we do not know.",
    },
    minute: [
      {
        sv: "Utredningen undersökte, enligt 08-nytt, om någon anställd haft i uppdrag att söka upp privata hyresvärdar, och hittade ingen.",
        en: "The investigation looked, according to 08-nytt, into whether any employee had the assignment to seek out private landlords, and found no one.",
      },
    ],
    shown: [],
    notShown: [
      {
        sv: "Att ingen har gjort det utan uppdrag. Påståendet gäller bara uppdrag från kommunen.",
        en: "That nobody did so without an assignment. The claim is only about assignments from the municipality.",
      },
    ],
    unknown: [notSeen],
    steps: [
      { text: ownInvestigation, evidence: [1] },
      {
        text: {
          sv: "Inget annat belägg finns. Då är påståendet varken belagt eller motbevisat.",
          en: "There is no other evidence. The claim is then neither supported nor contradicted.",
        },
        evidence: [],
      },
    ],
    evidence: [1],
  },
  {
    rating: "mostly_supported",
    conclusion: {
      sv: "Uppgiften kommer, enligt 08-nytt, från en verksamhetschef i den kommun som anklagar. Men vi har bara tidningens ord för mejlet.",
      en: "The information comes, according to 08-nytt, from a manager in the accusing municipality. But we have only the paper's word for the e-mail.",
    },
    minute: [
      {
        sv: "Carina Eriksson i Kramfors svarade, enligt 08-nytt, med e-post att Huddinge inte hade nämnts som ursprungskommun av dem som flyttat dit.",
        en: "Carina Eriksson in Kramfors answered by e-mail, according to 08-nytt, that Huddinge had not been named as municipality of origin by those who had moved there.",
      },
      {
        sv: "Uppgiften går emot den egna kommunens anklagelse. Det är därför den väger.",
        en: "The information goes against her own municipality's accusation. That is why it weighs.",
      },
    ],
    shown: [
      {
        sv: "Att en chef i Kramfors skrev så till Huddinge, enligt 08-nytt.",
        en: "That a manager in Kramfors wrote so to Huddinge, according to 08-nytt.",
      },
    ],
    notShown: [
      {
        sv: "Varifrån de som flyttade kom. Påståendet gäller vad de uppgav.",
        en: "Where those who moved came from. The claim is about what they said.",
      },
    ],
    unknown: [
      {
        sv: "Mejlets hela lydelse, och vad Huddinge frågade.",
        en: "The full text of the e-mail, and what Huddinge asked.",
      },
      {
        sv: "Om de inflyttade tillfrågades, hur många och av vem.",
        en: "Whether those who moved were asked, how many and by whom.",
      },
    ],
    steps: [
      {
        text: {
          sv: "Belägget kommer från den part som skulle vinna på motsatsen. Det är inte part i egen sak till sin egen fördel.",
          en: "The evidence comes from the party that would gain from the opposite. It is not a party in its own case to its own advantage.",
        },
        evidence: [1],
      },
      {
        text: {
          sv: "Det når oss genom en enda artikel: en rot. Därför stannar betyget ett steg före belagt.",
          en: "It reaches us through a single article: one root. That is why the rating stops one step short of supported.",
        },
        evidence: [1],
      },
    ],
    evidence: [1],
  },
  {
    rating: "unproven",
    conclusion: {
      sv: "Att ha fel är inte att ljuga. Inget av det 08-nytt anför visar vad Kramfors kommun eller Jan Sahlén visste när anklagelsen framfördes.",
      en: "Being wrong is not lying. Nothing 08-nytt cites shows what Kramfors municipality or Jan Sahlén knew when the accusation was made.",
    },
    minute: [
      {
        sv: "08-nytt skriver att Kramfors kommun och Jan Sahlén har ljugit. Påståendet gäller avsikt: att man visste bättre.",
        en: "08-nytt writes that Kramfors municipality and Jan Sahlén have lied. The claim is about intent: that they knew better.",
      },
      {
        sv: "Artikeln återger inget svar från någon av dem.",
        en: "The article relates no answer from either of them.",
      },
    ],
    shown: [
      {
        sv: "Att 08-nytt bedömer att uppgifterna om Huddinge inte stämmer.",
        en: "That 08-nytt judges the information about Huddinge not to be correct.",
      },
    ],
    notShown: [
      {
        sv: "Att någon visste att de inte stämde. Mejlsvaret är daterat till slutet av november; när anklagelsen framfördes säger artikeln inte.",
        en: "That anyone knew it was not correct. The e-mail reply is dated to late November; when the accusation was made the article does not say.",
      },
    ],
    unknown: [
      {
        sv: "Vad Kramfors kommun och Jan Sahlén själva säger.",
        en: "What Kramfors municipality and Jan Sahlén themselves say.",
      },
      { sv: "Vad de visste, och när.", en: "What they knew, and when." },
    ],
    steps: [
      {
        text: {
          sv: "Ett påstående om avsikt kan inte betygsättas som sant eller falskt hos oss. Det kan vara obelagt.",
          en: "A claim about intent cannot be rated true or false by us. It can be unproven.",
        },
        evidence: [],
      },
      {
        text: {
          sv: "Tidningens slutsats gäller sakfrågan, och den prövas under påstående 1.",
          en: "The paper's conclusion is about the facts, and those are judged under claim 1.",
        },
        evidence: [1],
      },
      {
        text: {
          sv: "Inget belägg visar kunskap hos dem som anklagade.",
          en: "No evidence shows knowledge on the part of those who accused.",
        },
        evidence: [2],
      },
    ],
    evidence: [1, 2],
  },
  {
    rating: "not_checkable",
    conclusion: {
      sv: "Det är en misstanke om bevekelsegrunder, återgiven utan uppgifter som går att pröva.",
      en: "It is a suspicion about motives, related without information that could be checked.",
    },
    minute: [
      {
        sv: "Huddinges kommunledning misstänker, enligt 08-nytt, att ett politiskt spel ligger bakom.",
        en: "The leadership of Huddinge suspects, according to 08-nytt, that a political game lies behind it.",
      },
    ],
    shown: [],
    notShown: [],
    unknown: [
      { sv: "Vad misstanken bygger på.", en: "What the suspicion rests on." },
      { sv: "Vad Kramfors säger om den.", en: "What Kramfors says of it." },
    ],
    steps: [
      {
        text: {
          sv: "En misstanke om någons motiv är en åsikt så länge den inte knyts till något som går att pröva.",
          en: "A suspicion about somebody's motive is an opinion as long as it is not tied to anything that can be checked.",
        },
        evidence: [1],
      },
    ],
    evidence: [1],
    nothingForeseeable: {
      sv: "Inget förutsebart skulle göra misstanken prövbar. En uppgift om vem som bestämt vad, och varför, vore ett nytt påstående.",
      en: "Nothing foreseeable would make the suspicion checkable. Information on who decided what, and why, would be a new claim.",
    },
  },
  {
    rating: "not_checkable",
    conclusion: {
      sv: "Det är ett omdöme om vad som är ovärdigt och en uppmaning till ett parti. Inget av det är sant eller falskt.",
      en: "It is a judgement of what is unworthy and a call upon a party. Neither is true or false.",
    },
    minute: [
      {
        sv: "Daniel Dronjak säger till 08-nytt att det är ovärdigt att förminska förvaltningens arbete, och att Socialdemokraterna borde ägna sig åt annat.",
        en: "Daniel Dronjak tells 08-nytt that it is unworthy to belittle the administration's work, and that the Social Democrats should turn to other things.",
      },
    ],
    shown: [],
    notShown: [],
    unknown: [
      {
        sv: "Vems ord Daniel Dronjak syftar på. Artikeln säger det inte.",
        en: "Whose words Daniel Dronjak refers to. The article does not say.",
      },
    ],
    steps: [
      {
        text: {
          sv: "Uttalandet värderar och uppmanar. Det lämnar ingen uppgift som kan prövas.",
          en: "The statement judges and urges. It gives no information that can be checked.",
        },
        evidence: [1],
      },
    ],
    evidence: [1],
    nothingForeseeable: {
      sv: "En värdering ändras inte av handlingar.",
      en: "A value judgement is not changed by documents.",
    },
  },
];
