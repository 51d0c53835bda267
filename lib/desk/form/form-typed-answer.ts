import "server-only";
import { z } from "zod";
import { ifWritable } from "../../core/command.ts";
import { currentActor } from "../auth/session-request.ts";
import { dropTyped, keepTyped } from "./form-commands.ts";
import { formName } from "./form-schema.ts";

/** Text that the database can hold: a form's own parser is the judge of everything else. */
const keepable = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes("\0") && text.isWellFormed());

const typed = z.strictObject({
  form: formName,
  version: z.int32().min(0),
  fields: z.record(keepable(200), z.array(keepable(200_000)).max(500)),
});

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { "cache-control": "private, no-store" } });

/** `PUT {form, version, fields}` → `{version, savedAt}`; 401 signed out, 409 written in another window, 503 not just now, 400 not understood. */
export async function keepTypedForm(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return answer(401, { reason: "signed-out" });
  const body = typed.safeParse(await request.json().catch(() => null));
  if (!body.success) return answer(400, { reason: "not-understood" });
  const result = await ifWritable(() => keepTyped(actor, body.data));
  if (result.ok) return answer(200, result.value);
  return answer(result.reason === "typed-elsewhere" ? 409 : 503, { reason: result.reason });
}

/** `DELETE ?form=`: throws away what was kept. */
export async function dropTypedForm(request: Request): Promise<Response> {
  const actor = await currentActor();
  if (!actor) return answer(401, { reason: "signed-out" });
  const form = formName.safeParse(new URL(request.url).searchParams.get("form"));
  if (!form.success) return answer(400, { reason: "not-understood" });
  await dropTyped(actor, form.data);
  return answer(200, {});
}
