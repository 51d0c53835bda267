import { expect, test } from "vitest";
import { conversationWith } from "./snapshot-thread.ts";

const message = (messageId: string | null, inReplyTo: string | null = null, references: string[] = []) => ({
  messageId,
  inReplyTo,
  references,
  sentAt: null,
});

test("a conversation is what hangs together, in its order, and names what is missing", () => {
  const question = message("fraga@exempelby.example");
  const answer = message("svar@exempelby.example", "fraga@exempelby.example");
  const later = message("sedan@exempelby.example", "borta@exempelby.example", ["svar@exempelby.example"]);
  const other = message("annat@exempelby.example");
  const { order, missing } = conversationWith(answer, [later, other, answer, question]);
  expect(order.map((place) => place.message)).toEqual([question, answer, later]);
  expect(missing).toEqual(["borta@exempelby.example"]);
});

test("two that answer a message we do not have belong together", () => {
  const one = message("ett@exempelby.example", "borta@exempelby.example");
  const two = message("tva@exempelby.example", "borta@exempelby.example");
  expect(conversationWith(one, [one, two]).order).toHaveLength(2);
});

test("a message without a name is a conversation of its own", () => {
  const one = message(null);
  expect(conversationWith(one, [one, message(null)]).order).toHaveLength(1);
});
