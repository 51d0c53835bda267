import { describe, expect, test } from "vitest";
import { LOCALES } from "../../core/language/language.ts";
import { translator } from "../../core/language/translator.ts";
import { claimWith, disputeOf, request } from "../timeline/timeline-asking.fixture.ts";
import { timelineOf } from "../timeline/timeline-posts.ts";
import { mayPublishAgainst, type ReplyState, replyState, weighedIn } from "./reply.ts";
import { requestFacts } from "./reply-facts.ts";
import { partyReplyWords, replyWords } from "./reply-words.ts";

const asked = "2026-11-20T09:00:00.000Z";
const before = "2026-11-22T12:00:00.000Z";
const noon = "2026-11-23T12:00:00.000Z";
const after = "2026-11-24T12:00:00.000Z";

type Decided = "published" | "undecided" | "declined";

/** Every request there can be: asked or not and how, before and after its deadline, with each mixture of answers. */
const EVERY = (["no", "unsent", "sent"] as const).flatMap((isAsked) =>
  [before, after].flatMap((at) =>
    Array.from({ length: 8 }, (_, mixture) => {
      const has = (bit: number) => ((mixture >> bit) & 1) as 0 | 1;
      return { isAsked, at, answers: { published: has(0), undecided: has(1), declined: has(2) } };
    }),
  ),
);

const factsOf = ({ isAsked, answers }: (typeof EVERY)[number]) => ({
  askedAt: isAsked === "no" ? null : asked,
  deadline: isAsked === "no" ? null : noon,
  sentAt: isAsked === "sent" ? asked : null,
  answers,
});

/** What must be said of each, written out and not computed as the code does. */
function meant({ isAsked, at, answers }: (typeof EVERY)[number]): ReplyState {
  const came: Decided[] = (["published", "undecided", "declined"] as const).filter((each) => answers[each]);
  const [best] = came;
  if (best)
    return { published: "answered", undecided: "undecided", declined: "declined" }[best] as ReplyState;
  return {
    no: "not_asked",
    unsent: "not_sent",
    sent: at === before ? "waiting" : "no_answer",
  }[isAsked] as ReplyState;
}

const SENTENCES: Record<ReplyState, { sv: string; en: string }> = {
  not_asked: { sv: "Inte tillfrågad av Belagt.", en: "Not asked by Belagt." },
  not_sent: {
    sv: "Frågan publicerades 20 november 2026, men parten har ännu ingen länk att svara genom.",
    en: "The question was published 20 November 2026, but the party has no link to answer by yet.",
  },
  waiting: {
    sv: "Tillfrågad 20 november 2026, svar väntas senast 23 november 2026.",
    en: "Asked 20 November 2026, answer expected by 23 November 2026.",
  },
  no_answer: {
    sv: "Tillfrågad 20 november 2026. Inget svar före 23 november 2026.",
    en: "Asked 20 November 2026. No answer by 23 November 2026.",
  },
  undecided: {
    sv: "Ett svar har kommit. Redaktionen har inte tagit ställning till det än.",
    en: "An answer has come. The desk has not decided on it yet.",
  },
  declined: {
    sv: "Ett svar har kommit, men publiceras inte.",
    en: "An answer has come, but is not published.",
  },
  answered: { sv: "Svarade 22 november 2026:", en: "Answered 22 November 2026:" },
};

/** Words that say of somebody that they did not answer. */
const SILENT = /inget svar|inte svarat|tyst|tiger|teg|no answer|not answered|silen/i;

describe.each(EVERY)("asked: $isAsked, at $at, $answers", (each) => {
  const facts = factsOf(each);
  const state = replyState(facts, each.at);
  const said = { ...facts, state, answeredAt: each.answers.published ? before : null };

  test("has its state", () => expect(state).toBe(meant(each)));

  test.each(LOCALES)("and its sentence (%s), which says of nobody what they did not do", (locale) => {
    const t = translator(locale);
    expect(replyWords(said, locale, t)).toBe(SENTENCES[state][locale]);
    const declined = each.answers.declined
      ? [{ receivedAt: before, publishedAt: after, reason: { sv: "Tredje person.", en: "A third person." } }]
      : [];
    const one = request({ ...said, declined, answerKnownAt: said.answeredAt });
    const { posts } = timelineOf(disputeOf([claimWith(1, [one])]), locale, t);
    const everywhere = [
      replyWords(said, locale, t),
      partyReplyWords({ ...said, number: 1 }, locale, t),
      t(`stands.${state}`),
      ...posts.flatMap(({ text, short, note }) => [text, short, note ?? ""]),
    ];
    const wasSilent =
      each.isAsked === "sent" && each.at === after && Object.values(each.answers).every((n) => n === 0);
    expect(everywhere.some((sentence) => SILENT.test(sentence))).toBe(wasSilent);
    // Drawn with a length only of whoever has the question and has not answered, and from when it was sent.
    const silences = posts.filter(({ kind }) => kind === "silence");
    expect(silences.map(({ happened }) => happened.edtf)).toEqual(
      state === "waiting" || state === "no_answer" ? ["2026-11-20/.."] : [],
    );
  });

  test("and is judged only if it had its chance, or the reason why not is on record", () => {
    const open = { published: true, "no answer": each.isAsked === "sent" && each.at === after };
    const mayBe =
      each.answers.published > 0 ? open.published : each.answers.undecided === 0 && open["no answer"];
    expect(mayPublishAgainst({ ...facts, reasonNotAsked: null }, each.at)).toBe(mayBe);
    const excused = each.isAsked === "no" && each.answers.undecided === 0;
    expect(mayPublishAgainst({ ...facts, reasonNotAsked: "Ett prov." }, each.at)).toBe(mayBe || excused);
  });
});

test("an answer stands to a verdict by when it was received, and by whether the verdict holds it", () => {
  const reply = { text: "Vi delar inte bilden.", receivedAt: before };
  const held = [{ party: { slug: "exempelby" }, replies: [reply] }];
  const verdict = { publishedAt: noon, replies: held };
  const stands = weighedIn(verdict);
  expect(stands("exempelby", reply)).toEqual({ unweighed: false, cameAfter: false });
  expect(stands("andra-byn", reply)).toEqual({ unweighed: true, cameAfter: false });
  expect(stands("exempelby", { ...reply, text: "Något annat." })).toEqual({
    unweighed: true,
    cameAfter: false,
  });
  expect(stands("exempelby", { ...reply, receivedAt: after })).toEqual({ unweighed: true, cameAfter: true });
  // Without a verdict there is nothing that it is missing from.
  expect(weighedIn(null)("exempelby", reply)).toEqual({ unweighed: false, cameAfter: false });
});

describe("when a party has a question", () => {
  const moment = (text: string) => new Date(text);
  const row = (links: { sentAt: string | null; revokedAt?: string; createdAt?: string }[]) => ({
    asking: { askedAt: moment(asked), deadline: moment(noon), publishedAt: moment(asked) },
    links: links.map(({ sentAt, revokedAt, createdAt = asked }) => ({
      createdAt: moment(createdAt),
      sentAt: sentAt === null ? null : moment(sentAt),
      revokedAt: revokedAt ? moment(revokedAt) : null,
    })),
    declinings: [],
    _count: { replies: 0, submitted: 0 },
  });
  const facts = (links: Parameters<typeof row>[0], asOf: string | null = null) =>
    requestFacts(row(links), 0, asOf === null ? null : moment(asOf));

  test("it is since the question was put, where there were no links", () =>
    expect(facts([])).toMatchObject({ sentAt: asked, deadline: noon }));

  test("it is not while the letter lies at the desk", () =>
    expect(facts([{ sentAt: null }])).toMatchObject({ sentAt: null }));

  test("it is since the first link that it was left with", () => {
    expect(facts([{ sentAt: before }, { sentAt: asked }])).toMatchObject({ sentAt: asked });
    expect(facts([{ sentAt: asked, revokedAt: before }, { sentAt: before }])).toMatchObject({
      sentAt: before,
    });
    expect(facts([{ sentAt: asked, revokedAt: before }])).toMatchObject({ sentAt: null });
    // Taken back after its time: it could have answered.
    expect(facts([{ sentAt: asked, revokedAt: after }])).toMatchObject({ sentAt: asked });
  });

  test("it got it in the letter, or from whoever handed it over, or nobody has said how", () => {
    expect(facts([])).toMatchObject({ sentWay: null });
    expect(facts([{ sentAt: null }])).toMatchObject({ sentWay: null });
    expect(facts([{ sentAt: before }])).toMatchObject({ sentAt: before, sentWay: "letter" });
    expect(facts([{ sentAt: before, createdAt: before }])).toMatchObject({
      sentAt: before,
      sentWay: "handed",
    });
  });

  test("and however late it got it, it has a day", () => {
    const late = "2026-11-23T09:00:00.000Z";
    expect(facts([{ sentAt: late }])).toMatchObject({ sentAt: late, deadline: "2026-11-24T09:00:00.000Z" });
  });

  test("as of a moment, by what had happened then", () => {
    expect(facts([{ sentAt: before }], asked)).toMatchObject({ sentAt: null });
    expect(facts([{ sentAt: asked, revokedAt: before }], asked)).toMatchObject({ sentAt: asked });
  });
});
