/** The words in which people say when, in Swedish and English, each with what it does in a date. Pure. */

export type TokenKind =
  | "before"
  | "after"
  | "from"
  | "to"
  | "between"
  | "and"
  | "but"
  | "at the latest"
  | "at the earliest"
  | "approximate"
  | "uncertain"
  | "approximate and uncertain"
  | "undated"
  | "filler"
  | "early"
  | "mid"
  | "late"
  | "month"
  | "season"
  | "weekday"
  | "week"
  | "century"
  | "clock"
  | "utc"
  | "summer time"
  | "relative"
  | "other";

export interface Token {
  readonly is: TokenKind;
  /** As typed, in lower case: what an event's name is looked for with. */
  readonly raw: string;
  /** Which month (1–12), season (21–24), weekday (0 is Sunday) or day counted from today; else 0. */
  readonly value: number;
}

const PHRASES: readonly (readonly [kind: TokenKind, phrases: string, value?: number])[] = [
  [
    "before",
    "före,innan,before,prior to,senast,som senast,inte senare än,ej senare än,no later than,not later than,inte efter,not after,strax före,strax innan,kort före,kort innan,shortly before,just before,by",
  ],
  ["after", "efter,efter att,after,strax efter,kort efter,shortly after,just after,soon after"],
  [
    "after",
    "tidigast,som tidigast,sedan,since,ever since,inte före,inte innan,not before,inte tidigare än,no earlier than,not earlier than",
  ],
  ["from", "från,från och med,fr.o.m,from"],
  ["to", "till,fram till,till och med,t.o.m,tills,to,up to,until,till and including,through"],
  ["between", "mellan,between"],
  ["and", "och,and,&"],
  ["but", "men,but,och senast,and no later than"],
  ["at the latest", "at the latest,or earlier,or before,eller tidigare"],
  ["at the earliest", "at the earliest,or later,eller senare,och framåt,and onwards,onwards"],
  [
    "approximate",
    "omkring,cirka,circa,ca,c,runt,kring,ungefär,around,about,approximately,approx,roughly,på ett ungefär,~",
  ],
  [
    "uncertain",
    "kanske,troligen,troligtvis,möjligen,sannolikt,förmodligen,antagligen,eventuellt,osäkert,possibly,probably,perhaps,maybe,likely,presumably,uncertain,?",
  ],
  ["approximate and uncertain", "%"],
  ["undated", "odaterat,odaterad,undated"],
  [
    "filler",
    "i,den,det,under,på,av,in,on,the,of,at,during,år,året,någon gång,någon gång i,sometime,some time",
  ],
  ["early", "början,tidigt,tidig,early,beginning,start"],
  ["mid", "mitten,mid,middle"],
  ["late", "slutet,sent,sen,late,end"],
  ["week", "vecka,veckan,v,week"],
  ["century", "century"],
  ["clock", "kl,klockan"],
  ["utc", "utc,gmt"],
  ["summer time", "sommartid,summer time,daylight time,daylight saving time", 1],
  ["summer time", "vintertid,normaltid,winter time,standard time", 0],
  ["relative", "idag,i dag,today", 0],
  ["relative", "igår,i går,yesterday", -1],
  ["relative", "i förrgår,förrgår,the day before yesterday,day before yesterday", -2],
  ["season", "våren,vår,vårens,spring,springtime", 21],
  ["season", "sommaren,sommar,sommarens,summer,summertime", 22],
  ["season", "hösten,höst,höstens,autumn,fall", 23],
  ["season", "vintern,vinter,vinterns,winter,wintertime", 24],
  ["month", "januari,january,jan", 1],
  ["month", "februari,february,feb,febr", 2],
  ["month", "mars,march,mar", 3],
  ["month", "april,apr", 4],
  ["month", "maj,may", 5],
  ["month", "juni,june,jun", 6],
  ["month", "juli,july,jul", 7],
  ["month", "augusti,august,aug", 8],
  ["month", "september,sep,sept", 9],
  ["month", "oktober,october,okt,oct", 10],
  ["month", "november,nov", 11],
  ["month", "december,dec", 12],
  ["weekday", "söndag,söndagen,sön,sunday,sun", 0],
  ["weekday", "måndag,måndagen,mån,monday,mon", 1],
  ["weekday", "tisdag,tisdagen,tis,tuesday,tue", 2],
  ["weekday", "onsdag,onsdagen,ons,wednesday,wed", 3],
  ["weekday", "torsdag,torsdagen,tors,tor,thursday,thu", 4],
  ["weekday", "fredag,fredagen,fre,friday,fri", 5],
  ["weekday", "lördag,lördagen,lör,saturday,sat", 6],
];

const VOCABULARY = new Map(
  PHRASES.flatMap(([is, phrases, value = 0]) =>
    phrases.split(",").map((phrase) => [phrase, { is, value }] as const),
  ),
);
const LONGEST_PHRASE = 4;

const UNKNOWN = new Set(
  "okänt,okänd,okänt datum,okänt när,ej känt,inte känt,inte känd,vet inte,vet ej,oklart,oklart när,utan datum,inget datum,odaterat,odaterad,unknown,unknown date,date unknown,not known,don't know,dont know,do not know,i don't know,unclear,no date,undated,?".split(
    ",",
  ),
);

/** Whether what was typed says that nobody knows when. Takes normalised text. */
export const saysUnknown = (text: string): boolean => UNKNOWN.has(text);

/**
 * What was typed, made plain: lower case, one kind of space, "-" for hyphens and "–" for longer dashes, no commas,
 * brackets or quotes, no dot at the end of a word, marks of doubt as words of their own. Linear in the text's length.
 */
export function normalised(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[‐‑]/g, "-")
    .replaceAll(/[‒–—―−]/g, "–")
    .replaceAll(/[’ʼ]/g, "'")
    .replaceAll(/[,;()[\]"”“«»]/g, " ")
    .replaceAll(/[~?%]/g, " $& ")
    .replaceAll(/\.(?=\s|$|[-–])/g, " ")
    .replaceAll(/\bmid[-–](?=[a-z0-9])/g, "mid ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The words of normalised text; of several phrases that fit, the longest. */
export function tokens(text: string): Token[] {
  const words = text.split(" ").filter((word) => word !== "");
  const found: Token[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST_PHRASE, words.length - at);
    while (length > 1 && !VOCABULARY.has(words.slice(at, at + length).join(" "))) length -= 1;
    const raw = words.slice(at, at + length).join(" ");
    found.push({ is: "other", value: 0, ...VOCABULARY.get(raw), raw });
    at += length;
  }
  return found;
}

export const rawText = (list: readonly Token[]): string => list.map(({ raw }) => raw).join(" ");
