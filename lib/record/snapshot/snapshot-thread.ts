/** The conversation that an e-mail belongs to, among those we have. */
import { type Thread, type Threaded, threadOrder } from "../../intake/message/message.ts";

const namesOf = ({ messageId, inReplyTo, references }: Threaded): string[] =>
  [messageId, inReplyTo, ...references].filter((name) => name !== null);

/**
 * Everything that hangs together with one message by what messages say they answer, in the order of the conversation.
 * Two that answer the same one belong together, also when we do not have it.
 */
export function conversationWith<M extends Threaded>(one: M, messages: readonly M[]): Thread<M> {
  const names = new Set(namesOf(one));
  const together = new Set([one]);
  for (let before = 0; before !== together.size; ) {
    before = together.size;
    for (const message of messages) {
      const own = namesOf(message);
      if (together.has(message) || !own.some((name) => names.has(name))) continue;
      together.add(message);
      for (const name of own) names.add(name);
    }
  }
  return threadOrder(messages.filter((message) => together.has(message)));
}
