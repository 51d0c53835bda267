/**
 * Every word of the timeline, as plain data: it travels from the server to the browser. {braces} are filled in by
 * `fill`. Rating words are the scale's own, from messages/.
 */

import type { Locale } from "@/lib/core/language/language.ts";
import type { Rating } from "@/lib/core/rating/rating.ts";
import type { RelationKind } from "@/lib/record/timeline/timeline.ts";
import type { PostKind } from "@/lib/record/timeline/timeline-filter.ts";
import enMessages from "@/messages/en.json";
import svMessages from "@/messages/sv.json";

export interface TimelineWords {
  readonly heading: string;
  readonly listHeading: string;
  readonly listNote: string;
  readonly noDates: string;
  readonly clock: string;
  readonly happened: string;
  readonly known: string;
  readonly scale: string;
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly show: string;
  readonly parties: string;
  readonly kinds: string;
  readonly ratings: string;
  readonly all: { readonly parties: string; readonly kinds: string; readonly ratings: string };
  readonly shown: string;
  readonly clearFilter: string;
  readonly nothing: string;
  readonly whole: string;
  readonly linkToView: string;
  readonly picture: string;
  readonly keys: string;
  readonly overview: string;
  readonly earlier: string;
  readonly later: string;
  readonly stack: string;
  readonly ghost: string;
  readonly selected: string;
  readonly position: string;
  readonly previous: string;
  readonly next: string;
  readonly toClaim: string;
  readonly toList: string;
  readonly more: string;
  readonly didHappen: string;
  readonly couldBeKnown: string;
  readonly relatesTo: string;
  readonly concernedBy: string;
  readonly claimNumber: string;
  readonly legend: {
    readonly label: string;
    readonly within: string;
    readonly about: string;
    readonly earliest: string;
    readonly event: string;
    readonly silence: string;
    readonly against: string;
    readonly answers: string;
    readonly further: string;
    readonly supports: string;
  };
  readonly kind: Readonly<Record<PostKind, string>>;
  readonly relation: Readonly<Record<RelationKind, string>>;
  readonly rating: Readonly<Record<Rating, string>>;
}

const sv: TimelineWords = {
  heading: "Tidslinjen",
  listHeading: "I ordning",
  listNote: "samma {total} poster som text",
  noDates: "Ingen tid är känd ännu, så inget är ritat.",
  clock: "Klocka",
  happened: "När det hände",
  known: "När det kunde bli känt",
  scale: "Skala",
  year: "År",
  month: "Månad",
  day: "Dag",
  zoomIn: "Zooma in",
  zoomOut: "Zooma ut",
  show: "Visa",
  parties: "Parter",
  kinds: "Slag",
  ratings: "Betyg",
  all: { parties: "Alla parter", kinds: "Alla slag", ratings: "Alla betyg" },
  shown: "{shown} av {total} poster",
  clearFilter: "Visa alla",
  nothing: "Ingen post svarar mot urvalet.",
  whole: "Hela tvisten",
  linkToView: "Länk till just den här vyn",
  picture: "Tidslinjen som bild. Samma poster följer som lista.",
  keys: "Vänster- och högerpil går till föregående och nästa post, upp- och nedpil till en annan part. Plus och minus zoomar, Home och End går till första och sista posten, Enter väljer, Escape tar bort valet.",
  overview: "Översikt {from}–{to}, {total} poster. Ramen är fönstret.",
  earlier: "{n} tidigare",
  later: "{n} senare",
  stack: "{n} poster, {from}–{to}. Zooma hit.",
  ghost: "hände {date}",
  selected: "Vald post",
  position: "{n} av {total}",
  previous: "Föregående",
  next: "Nästa",
  toClaim: "Påståendet och beläggen",
  toList: "I listan",
  more: "Mer",
  didHappen: "Hände",
  couldBeKnown: "Kunde bli känt",
  relatesTo: "Hör ihop med",
  concernedBy: "Bemöts av",
  claimNumber: "påstående {n}",
  legend: {
    label: "Teckenförklaring",
    within: "någon gång inom strecken",
    about: "ungefär",
    earliest: "tidigast då, oklart när",
    event: "händelse",
    silence: "ställd fråga utan svar",
    against: "motsäger",
    answers: "svarar på",
    further: "går längre",
    supports: "stöder",
  },
  kind: {
    ...{ claim: "Påståenden", event: "Händelser", silence: "Frågor utan svar" },
    ...{ verdict: "Bedömningar", act: "Redaktionens övriga steg" },
  },
  relation: {
    denies: "bestrider",
    undercuts: "talar emot",
    answers: "svarar på",
    narrows: "begränsar",
    repeats: "upprepar",
    supports: "stöder",
    goes_further: "går längre än",
  },
  rating: svMessages.ratings,
};

const en: TimelineWords = {
  heading: "The timeline",
  listHeading: "In order",
  listNote: "the same {total} posts as text",
  noDates: "No time is known yet, so nothing is drawn.",
  clock: "Clock",
  happened: "When it happened",
  known: "When it could be known",
  scale: "Scale",
  year: "Year",
  month: "Month",
  day: "Day",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  show: "Show",
  parties: "Parties",
  kinds: "Kinds",
  ratings: "Ratings",
  all: { parties: "All parties", kinds: "All kinds", ratings: "All ratings" },
  shown: "{shown} of {total} posts",
  clearFilter: "Show all",
  nothing: "No post matches the selection.",
  whole: "Whole dispute",
  linkToView: "Link to this very view",
  picture: "The timeline as a picture. The same posts follow as a list.",
  keys: "Left and right arrow go to the previous and next post, up and down to another party. Plus and minus zoom, Home and End go to the first and last post, Enter selects, Escape clears the selection.",
  overview: "Overview {from}–{to}, {total} posts. The frame is the window.",
  earlier: "{n} earlier",
  later: "{n} later",
  stack: "{n} posts, {from}–{to}. Zoom here.",
  ghost: "happened {date}",
  selected: "Selected post",
  position: "{n} of {total}",
  previous: "Previous",
  next: "Next",
  toClaim: "The claim and its evidence",
  toList: "In the list",
  more: "More",
  didHappen: "Happened",
  couldBeKnown: "Could be known",
  relatesTo: "Relates to",
  concernedBy: "Met by",
  claimNumber: "claim {n}",
  legend: {
    label: "Key",
    within: "some time within the strokes",
    about: "about",
    earliest: "then at the earliest",
    event: "event",
    silence: "question sent, no answer",
    against: "contradicts",
    answers: "answers",
    further: "goes further",
    supports: "supports",
  },
  kind: {
    ...{ claim: "Claims", event: "Events", silence: "Questions without an answer" },
    ...{ verdict: "Verdicts", act: "What else the newsroom did" },
  },
  relation: {
    denies: "denies",
    undercuts: "speaks against",
    answers: "answers",
    narrows: "narrows",
    repeats: "repeats",
    supports: "supports",
    goes_further: "goes further than",
  },
  rating: enMessages.ratings,
};

export const timelineWords: Readonly<Record<Locale, TimelineWords>> = { sv, en };
