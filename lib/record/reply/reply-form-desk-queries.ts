import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { asFields } from "../../desk/form/form.ts";
import { swedishClock } from "./reply-deadline.ts";
import { requestFor } from "./reply-desk-queries.ts";
import { savedAs } from "./reply-recorded.ts";

/** A draft request in the fields of its form. */
export async function requestFields(actor: Actor, { id }: { id: string }) {
  const request = await requestFor(actor, id);
  if (!request) return null;
  const { inSources, reasonNotAsked, revision } = request;
  return { fields: asFields({ inSources, reasonNotAsked }), revision };
}

/** A question in the fields of its form; of none, what the form begins with. */
export async function askingFields(actor: Actor, { id }: { id: string }) {
  const request = await requestFor(actor, id);
  if (!request) return null;
  const { question } = request;
  if (!question) return { fields: asFields({ language: "sv", deadline: { time: "17:00" } }), revision: 0 };
  const { by, language, to, deadline, revision } = question;
  const words = { by, language, question: question.question, to, deadline: swedishClock(new Date(deadline)) };
  return { fields: asFields(words), revision };
}

/** A recorded answer that is a draft still, in the fields of its form. Null: none, or not for this actor. */
export async function recordedReplyFields(actor: Actor, { id }: { id: string }) {
  if (!isId(id) || !atLeast(actor, "journalist")) return null;
  const reply = await db().reply.findUnique({ where: { id, publishedAt: null } });
  if (!reply) return null;
  const { text, language, way, receivedAt } = reply;
  return {
    requestId: reply.requestId,
    fields: asFields({ text, language, way, received: swedishClock(receivedAt) }),
    revision: savedAs(reply),
  };
}
