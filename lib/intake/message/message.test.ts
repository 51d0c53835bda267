import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quotedParts, type Threaded, threadOrder } from "./message.ts";

const message = (
  messageId: string | null,
  {
    answers = null,
    references = [],
    sentAt = null,
  }: Partial<{
    answers: string | null;
    references: string[];
    sentAt: string | null;
  }> = {},
): Threaded => ({ messageId, inReplyTo: answers, references, sentAt });

const ids = (messages: readonly Threaded[]) =>
  threadOrder(messages).order.map(({ message }) => message.messageId);

describe("the order of a conversation", () => {
  test("is that of the answers, however the files were handed in", () => {
    const first = message("a", { sentAt: "2019-11-20T08:00:00.000Z" });
    const second = message("b", { answers: "a", sentAt: "2019-11-21T08:00:00.000Z" });
    const third = message("c", { answers: "b", references: ["a", "b"], sentAt: "2019-11-22T08:00:00.000Z" });
    expect(ids([third, first, second])).toEqual(["a", "b", "c"]);
  });

  test("never sets an answer before what it answers, though a clock was wrong", () => {
    const asked = message("a", { sentAt: "2019-11-20T08:00:00.000Z" });
    const answered = message("b", { answers: "a", sentAt: "2019-11-19T08:00:00.000Z" });
    expect(ids([answered, asked])).toEqual(["a", "b"]);
  });

  test("goes by the dates where headers say nothing, and sets the undated last", () => {
    const undated = message("a");
    const late = message("b", { sentAt: "2019-12-01T08:00:00.000Z" });
    const early = message("c", { sentAt: "2019-11-01T08:00:00.000Z" });
    expect(ids([undated, late, early])).toEqual(["c", "b", "a"]);
  });

  test("names what is referred to and not here, and finds the nearest ancestor that is", () => {
    const first = message("a");
    const answer = message("d", { answers: "c", references: ["a", "b", "c"] });
    const { order, missing } = threadOrder([answer, first]);
    expect(missing).toEqual(["b", "c"]);
    expect(order.find(({ message: { messageId } }) => messageId === "d")?.answers).toBe(first);
  });

  test("survives messages that answer each other, and one that answers itself", () => {
    const all = [
      message("a", { answers: "c" }),
      message("b", { answers: "a" }),
      message("c", { answers: "b" }),
      message("d", { answers: "d", references: ["d"] }),
    ];
    expect(ids(all).sort()).toEqual(["a", "b", "c", "d"]);
    expect(threadOrder(all).missing).toEqual([]);
  });

  test("keeps two files of one message, and one without an identifier", () => {
    const all = [message("a"), message("a"), message(null, { answers: "a" })];
    expect(threadOrder(all).order.map((place) => place.message)).toEqual(all);
  });

  test("holds every message exactly once, with its answers after it, whatever the headers say", () => {
    const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
    const anyMessage = fc.record({
      messageId: fc.option(id),
      inReplyTo: fc.option(id),
      references: fc.array(id, { maxLength: 4 }),
      sentAt: fc.option(fc.constantFrom("2019-11-20T08:00:00.000Z", "2019-11-21T08:00:00.000Z")),
    });
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 12 }), (messages) => {
        const { order, missing } = threadOrder(messages);
        expect(new Set(order.map((place) => place.message)).size).toBe(messages.length);
        for (const [at, { answers }] of order.entries()) {
          if (answers) expect(order.findIndex((place) => place.message === answers)).toBeLessThan(at);
        }
        const held = new Set<string | null>(messages.map(({ messageId }) => messageId));
        expect(missing.filter((absent) => held.has(absent))).toEqual([]);
      }),
    );
  });

  test("of a long chain is found without running out of stack", () => {
    const chain = Array.from({ length: 2_000 }, (_, at) =>
      message(`m${at}`, { answers: at ? `m${at - 1}` : null }),
    );
    expect(ids(chain.toReversed())[1_999]).toBe("m1999");
  });
});

describe("what the sender repeats from an older message", () => {
  const quoted = (text: string) => quotedParts(text).map(({ start, end }) => text.slice(start, end));

  test("is lines with a > before them", () => {
    expect(quoted("Hej,\n> Varför?\n> Och när?\nDärför.\n>> Äldst\n")).toEqual([
      "> Varför?\n> Och när?",
      ">> Äldst",
    ]);
  });

  test.each([
    ["-----Ursprungligt meddelande-----"],
    ["-----Original Message-----"],
    ["Från: Registrator\nSkickat: den 28 november 2019"],
    ["From: Registrator\nSent: 28 November 2019"],
    ["________________________________"],
  ])("is everything after %j", (line) => {
    expect(quoted(`Vårt svar.\n\n${line}\nGammal text`)).toEqual([`${line}\nGammal text`]);
  });

  test("is nothing in a letter that only says from whom it is", () => {
    expect(quoted("Från: mig\nTill dig: hej")).toEqual([]);
  });
});
