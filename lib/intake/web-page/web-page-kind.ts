/**
 * Whether a page is what a reader came for. Told only when the page shows little else: a newspaper's open article has
 * offers to subscribe around it too, and every page has a line about cookies.
 */
import { collapsed, type PageDoubt, type PageKind } from "./web-page.ts";
import type { Metadata } from "./web-page-metadata.ts";
import type { Paragraph } from "./web-page-walk.ts";
import { wallsOf } from "./web-page-walls.ts";

const lengthOf = (paragraphs: readonly Paragraph[]) =>
  paragraphs.reduce((sum, { text }) => sum + text.length, 0);

/** Sentences that nobody writes but over text that has been left out. */
const LOCKED =
  /logga in för att (?:läsa|fortsätta läsa) (?:artikeln|vidare|mer|hela|resten)|för att läsa (?:hela artikeln|vidare|resten av artikeln)|artikeln är (?:låst|bara|endast|enbart|exklusiv)|(?:endast|bara|enbart|exklusivt) för (?:våra )?prenumeranter|lås upp (?:artikeln|hela)|prenumerera för att (?:läsa|fortsätta)|bli (?:prenumerant|medlem) (?:för att|och) läsa?|fortsätt läsa med|du har läst dina (?:gratis|fria)|subscribe (?:now )?to (?:continue|read|unlock)|(?:log|sign) in to (?:continue reading|read (?:the|this|more))|(?:this|the) (?:article|story|content) is (?:only |exclusively )?(?:available )?(?:only )?(?:for|to) (?:our )?(?:subscribers|members)|for subscribers only|to continue reading|unlock this (?:article|story)|create (?:a free |an )?account to (?:continue|read)|you have (?:reached|read) (?:your|all)[^.]{0,30}free articles/i;
/** Sentences found there, and elsewhere too. */
const OFFER =
  /prenumerera|prenumerant|prenumeration|läs vidare|logga in för att läsa|plus-?artikel|subscribe|subscriber|subscription|premium|already a (?:member|subscriber)|bli medlem/i;
const LOCK_NAME =
  /(?:^|[\s_-])(?:paywall\w*|pay-wall|locked(?:-?content)?|is-locked|article-lock\w*|premium-?(?:content|lock|wall|overlay|box|teaser)|subscriber-only|subscription-?(?:wall|required|offer)|regwall|login-?wall|piano-(?:offer|container)|tp-(?:modal|container-inner)|plus-?(?:lock|wall)|metered-?(?:wall|content))(?:$|[\s_-])/i;
/** On the page itself these tell what it could do, on a part of it what it does. */
const WHOLE_PAGE = /^(?:html|body|main)$/;

/** What Readability will no longer show: read from the document before it goes to work. */
export interface Marks {
  readonly lock: boolean;
  readonly scripts: boolean;
  readonly articleElement: boolean;
  /** A field for a password, not in the frame that every page of a site has. */
  readonly password: boolean;
}

export function marksOf(document: Document): Marks {
  const lock = [...document.querySelectorAll("[data-paywall], [class], [id]")]
    .slice(0, 20_000)
    .some((element) => {
      if (WHOLE_PAGE.test(element.localName)) return false;
      const paywall = element.getAttribute("data-paywall");
      if (paywall !== null) return !/^(?:false|0|no|off|free)$/i.test(paywall);
      return LOCK_NAME.test(`${element.id} ${element.getAttribute("class") ?? ""}`.slice(0, 400));
    });
  return {
    lock,
    scripts: document.querySelector("script:not([type*=json])") !== null,
    articleElement: document.querySelectorAll("article").length === 1,
    password: [...document.querySelectorAll("input[type=password i]")]
      .slice(0, 20)
      .some((field) => field.closest("header, nav, footer, aside, [hidden]") === null),
  };
}

export interface Seen {
  readonly paragraphs: readonly Paragraph[];
  readonly main: readonly Paragraph[];
  readonly metadata: Metadata;
  readonly marks: Marks;
}

export function kindOf(seen: Seen): PageKind {
  if (isEmpty(seen)) return "empty";
  if (isConsent(seen)) return "consent";
  if (isPaywall(seen)) return "paywall";
  const { metadata, marks, main } = seen;
  const said = metadata.linked.isArticle || metadata.meta("og:type").some((type) => type === "article");
  return said || (marks.articleElement && main.some(({ place }) => place.article)) ? "article" : "page";
}

const WAITING =
  /^(?:loading|laddar|läser in|hämtar|vänta|var god vänta|please wait|just a moment|one moment|ett ögonblick)|(?:enable|activate|turn on|requires?|needs?) javascript|javascript (?:is|must be|has to be)|(?:aktivera|slå på|kräver|behöver|utan) javascript|javascript (?:är|måste|krävs|behöver)/i;

/** Nothing, or nothing but what asks for a script: the page that a reader sees is made in the browser. */
function isEmpty({ paragraphs, marks }: Seen): boolean {
  const words = paragraphs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (words.length === 0) return true;
  const rest = words.filter(({ text, place }) => !(text.length < 250 && WAITING.test(text)) && !place.chrome);
  if (rest.length < words.length && lengthOf(rest) < 60 && (marks.scripts || lengthOf(words) < 200))
    return words.some(({ text }) => WAITING.test(text));
  return false;
}

const COOKIES =
  /\bcookies?\b|\bkakor(?:na)?\b|informasjonskaps|evästee|samtyk|\bconsent\b|\bgdpr\b|personuppgifter|personal data|integritet|privacy|partners?\b|spårning|tracking|enhetsidentifierare/i;
const ACCEPT =
  /^(?:jag )?(?:godkänn(?:er)?|acceptera(?:r)?|tillåt|samtycker?|jag förstår|ok(?:ej)?,? jag|avvisa|neka|endast nödvändiga|bara nödvändiga|hantera|anpassa|godta|godkend|accepter(?:e|er)?|tillad|tillat|avvis|afvis|hyväksy|salli|accept|agree|i agree|allow|reject|decline|manage|only necessary|got it)(?:\s[\p{L}\s]{0,40})?[.]?$/iu;

/** The question about cookies and little else: by the dialog's own names, or by words and a button to press. */
function isConsent({ paragraphs }: Seen): boolean {
  const dialog = paragraphs.filter(({ place }) => place.consent);
  const others = paragraphs.filter(
    ({ place, text }) => !place.consent && !place.chrome && !ACCEPT.test(text),
  );
  const asks = paragraphs.some(({ text }) => ACCEPT.test(collapsed(text)));
  const about = others.filter(({ text }) => COOKIES.test(text));
  const left = lengthOf(others) - lengthOf(about);
  if (dialog.length > 0 && lengthOf(dialog) > 40 && COOKIES.test(dialog.map(({ text }) => text).join(" ")))
    return lengthOf(others) < 200 && lengthOf(others) < lengthOf(dialog);
  return asks && lengthOf(others) < 4000 && about.length > 0 && left < 200 && left < lengthOf(about) * 0.6;
}

/** So much of what was asked for stands there that it is kept, whatever is offered beside it. */
const WHOLE_PARAGRAPHS = 2;
/** A paragraph that is not cut off, and says more than a line of an offer. */
const WHOLE = /^.{40,}(?<!\.\.)[.!?]["”»’')\]]?(?:\s*\[\d+\])?$/su;

const isOffer = (text: string) => LOCKED.test(text) || OFFER.test(text);

/** What somebody is quoted to have said is no offer. */
const SAID = /^[–—"”“»’'-]/u;
const offersIn = (paragraphs: readonly Paragraph[]) =>
  paragraphs.filter(
    ({ place, text }) => !place.chrome && !place.consent && text.length <= 400 && !SAID.test(collapsed(text)),
  );
const saysNotFree = ({ linked, meta }: Metadata): boolean =>
  linked.free === false || meta("article:content_tier").includes("locked");

/** Beside whole paragraphs: by what the page says of itself, or in words that are said of the rest of it. */
const perhapsMore = (seen: Seen): boolean =>
  hasWall(seen) &&
  !isPaywall(seen) &&
  (saysNotFree(seen.metadata) || offersIn(seen.paragraphs).some(({ text }) => LOCKED.test(text)));

/** A wall with nothing behind it that could be quoted. An open article is never one. */
const isPaywall = (seen: Seen): boolean =>
  hasWall(seen) &&
  seen.main.filter(
    ({ text, owner }) => WHOLE.test(collapsed(text)) && owner.localName !== "h1" && !isOffer(text),
  ).length < WHOLE_PARAGRAPHS;

function hasWall({ paragraphs, main, metadata, marks }: Seen): boolean {
  const seen = offersIn(paragraphs);
  const free = lengthOf(main.filter(({ text }) => text.length > 400 || !isOffer(text)));
  const said = saysNotFree(metadata);
  const weight =
    (said ? 2 : 0) +
    (seen.some(({ text }) => LOCKED.test(text)) ? 2 : seen.some(({ text }) => OFFER.test(text)) ? 1 : 0) +
    (marks.lock ? 1 : 0);
  return (weight >= 3 && free < 1500) || (weight >= 2 && free < 700);
}

const NOT_THERE =
  /\b404\b|(?:sidan|artikeln|dokumentet) (?:du söker )?(?:kunde inte hittas|kan inte hittas|hittades inte|finns inte|saknas|är borttagen|har tagits bort)|hitt(?:ar|ade) inte sidan|kunde inte hitta sidan|(?:page|article|document) (?:was |could |can ?)?(?:not|no longer) (?:be )?(?:found|available|exist)|page (?:does not|doesn['’]t) exist/i;

/** Many servers answer 200 and say in words that there is nothing. */
export function isMissing(status: number, { main, metadata }: Seen): boolean {
  if (status === 404 || status === 410) return true;
  const heading = main.find(({ owner }) => owner.localName === "h1")?.text ?? "";
  return lengthOf(main) < 800 && [heading, metadata.facts.title ?? ""].some((line) => NOT_THERE.test(line));
}

/** A headline that is nothing but this. */
const SIGN_IN =
  /^[^\p{L}]*(?:(?:var god |please )?(?:logga in|inloggning|log ?in|sign ?in|logg inn|innlogging|log ind|kirjaudu|anmelden)(?: (?:on|in|to|till|på|hos|til|for)(?: .{1,60})?)?)(?:\s*[|•·–—:-].*|[.!…]?)$/iu;
/** A line of a form that asks who somebody is. */
const ABOUT_SIGNING_IN =
  /logga in|inloggning|\b(?:log|sign)[ -]?(?:in|up)\b|lösenord|användarnamn|\bpassword\b|\bpassord\b|adgangskode|salasana|username|e-postadress|bankid|skapa (?:ett )?(?:nytt )?konto|(?:create|have) an account|create (?:a )?new account/iu;
/** With more of its own than this to read, a page is one that has a form for members beside it. */
const LITTLE = 250;
/** More of its own than this, and a headline about signing in is what the page is about. */
const NOT_MUCH = 600;

/**
 * What speaks against a page being what was asked for, where `kindOf` and `isMissing` are not sure: such a page is kept,
 * and it is said of it wherever it is used (lib/record/snapshot/snapshot-concern.ts).
 */
export function doubtsOf(seen: Seen): PageDoubt[] {
  const { paragraphs, main, metadata, marks } = seen;
  const own = paragraphs.filter(({ place }) => !place.chrome && !place.consent);
  const left = lengthOf(own.filter(({ text }) => !(text.length < 300 && ABOUT_SIGNING_IN.test(text))));
  const headings = [
    main.find(({ owner }) => owner.localName === "h1")?.text ?? "",
    metadata.facts.title ?? "",
  ].map(collapsed);
  const asksWho =
    (marks.password && left < LITTLE) || (left < NOT_MUCH && headings.some((line) => SIGN_IN.test(line)));
  const cookies = lengthOf(main.filter(({ text }) => COOKIES.test(text)));
  const asksForConsent =
    cookies * 2 > lengthOf(main) && paragraphs.some(({ text }) => ACCEPT.test(collapsed(text)));
  const isGone = headings.some((line) => NOT_THERE.test(line.replace(/\b404\b/g, "")));
  return [
    ...(asksWho ? (["login"] as const) : []),
    ...(asksForConsent ? (["consent"] as const) : []),
    ...(isGone ? (["gone"] as const) : []),
    ...wallsOf(
      headings,
      own.map(({ text }) => collapsed(text)),
    ),
    ...(perhapsMore(seen) ? (["beginning"] as const) : []),
  ];
}
