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
  readonly zoom: string;
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
  readonly emptyYears: string;
  readonly gap: {
    readonly year: string;
    readonly years: string;
    readonly month: string;
    readonly months: string;
    readonly and: string;
    readonly without: string;
    readonly open: string;
  };
  readonly wheel: string;
  readonly inOrder: string;
  readonly read: string;
  readonly readFromHere: string;
  readonly stopReading: string;
  readonly orChoose: string;
  readonly close: string;
  readonly copyPost: string;
  readonly post: string;
  readonly share: { readonly copied: string; readonly failed: string; readonly share: string };
  readonly linkToView: string;
  readonly picture: string;
  readonly keys: string;
  readonly earlier: string;
  readonly later: string;
  readonly stack: string;
  readonly selected: string;
  readonly position: string;
  readonly previous: string;
  readonly next: string;
  readonly toClaim: string;
  readonly more: string;
  readonly didHappen: string;
  readonly couldBeKnown: string;
  readonly toThis: string;
  readonly claimNumber: string;
  readonly legend: {
    readonly label: string;
    readonly within: string;
    readonly about: string;
    readonly earliest: string;
    readonly order: string;
    readonly event: string;
    readonly claim: string;
    readonly unjudged: string;
    readonly silence: string;
    readonly lag: string;
    readonly fold: string;
    readonly many: string;
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
  clock: "Tid",
  happened: "När det hände",
  known: "När det kunde bli känt",
  zoom: "Zoom",
  zoomIn: "Zooma in",
  zoomOut: "Zooma ut",
  show: "Visa",
  parties: "Parter",
  kinds: "Typer",
  ratings: "Betyg",
  all: { parties: "Alla parter", kinds: "Alla typer", ratings: "Alla betyg" },
  shown: "{shown} av {total} poster",
  clearFilter: "Visa alla",
  nothing: "Ingen post svarar mot urvalet.",
  whole: "Visa hela tvisten",
  emptyYears: "Visa tomma år",
  gap: {
    year: "{n} år",
    years: "{n} år",
    month: "{n} månad",
    months: "{n} månader",
    and: " och ",
    without: "utan poster",
    open: "Öppna",
  },
  wheel: "Håll ned Ctrl och rulla för att zooma",
  inOrder: "{total} poster, i den ordning de hände så vitt källorna säger.",
  read: "Läs tvisten post för post",
  readFromHere: "Läs vidare härifrån, post för post",
  stopReading: "Sluta läsa",
  orChoose: "Eller välj en post i bilden. Piltangenterna går mellan posterna, plus och minus zoomar.",
  close: "Stäng",
  copyPost: "Kopiera länk till posten",
  post: "Post {n}",
  share: { copied: "Kopierat", failed: "Det gick inte att kopiera", share: "Dela" },
  linkToView: "Länk till just den här vyn",
  picture: "Tidslinjen som bild. Samma poster följer som lista.",
  keys: "Vänster- och högerpil går till föregående och nästa post, upp- och nedpil till en annan part. Plus och minus zoomar, noll visar hela tvisten, Home och End går till första och sista posten, Enter väljer, Escape tar bort valet.",
  earlier: "{n} tidigare",
  later: "{n} senare",
  stack: "{lane}: {n} poster, {from}–{to}. Zooma hit.",
  selected: "Vald post",
  position: "{n} av {total}",
  previous: "Föregående",
  next: "Nästa",
  toClaim: "Påståendet och beläggen",
  more: "Mer",
  didHappen: "Hände",
  couldBeKnown: "Kunde bli känt",
  toThis: "{relation} detta",
  claimNumber: "påstående {n}",
  legend: {
    label: "Teckenförklaring",
    within: "någon gång inom strecken",
    about: "ungefär",
    earliest: "tidigast då, oklart när",
    order: "före det den pekar på, oklart när",
    event: "händelse",
    claim: "påstående, {rating}",
    unjudged: "påstående, inte bedömt",
    silence: "ställd fråga utan svar",
    lag: "hände då, kunde bli känt där pilen slutar",
    fold: "år utan poster, hopdragna",
    many: "ett streck per post, över tolv full stapel med antal",
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
  clock: "Time",
  happened: "When it happened",
  known: "When it could be known",
  zoom: "Zoom",
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
  whole: "Show the whole dispute",
  emptyYears: "Show empty years",
  gap: {
    year: "{n} year",
    years: "{n} years",
    month: "{n} month",
    months: "{n} months",
    and: " and ",
    without: "without posts",
    open: "Open",
  },
  wheel: "Hold Ctrl and scroll to zoom",
  inOrder: "{total} posts, in the order they happened as far as the sources say.",
  read: "Read the dispute post by post",
  readFromHere: "Read on from here, post by post",
  stopReading: "Stop reading",
  orChoose: "Or choose a post in the picture. The arrow keys move between posts, plus and minus zoom.",
  close: "Close",
  copyPost: "Copy link to the post",
  post: "Post {n}",
  share: { copied: "Copied", failed: "Could not copy", share: "Share" },
  linkToView: "Link to this very view",
  picture: "The timeline as a picture. The same posts follow as a list.",
  keys: "Left and right arrow go to the previous and next post, up and down to another party. Plus and minus zoom, zero shows the whole dispute, Home and End go to the first and last post, Enter selects, Escape clears the selection.",
  earlier: "{n} earlier",
  later: "{n} later",
  stack: "{lane}: {n} posts, {from}–{to}. Zoom here.",
  selected: "Selected post",
  position: "{n} of {total}",
  previous: "Previous",
  next: "Next",
  toClaim: "The claim and its evidence",
  more: "More",
  didHappen: "Happened",
  couldBeKnown: "Could be known",
  toThis: "{relation} this",
  claimNumber: "claim {n}",
  legend: {
    label: "Key",
    within: "some time within the strokes",
    about: "about",
    earliest: "then at the earliest, unclear when",
    order: "before what it points at, unclear when",
    event: "event",
    claim: "claim, {rating}",
    unjudged: "claim, not judged",
    silence: "question sent, no answer",
    lag: "happened then, could be known where the arrow ends",
    fold: "years without posts, folded",
    many: "a stroke for each post, past twelve a solid column with its number",
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
