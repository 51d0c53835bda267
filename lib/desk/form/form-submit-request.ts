import "server-only";
import { createHash } from "node:crypto";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Actor } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import type { DraftRef } from "../../core/command.ts";
import { type DateFrame, readDate, SWEDISH_FRAME } from "../../core/date-words/date-words-read.ts";
import { href, isLocale, type Locale } from "../../core/language/language.ts";
import { id, isId } from "../../core/language/language-schema.ts";
import type { Result } from "../../core/result.ts";
import { answerWith, type RefusalStatus } from "../../core/status.ts";
import { currentActor } from "../auth/session-request.ts";
import {
  type FieldValues,
  type FormState,
  first,
  OWN,
  type Problem,
  type Question,
  type SeenChange,
} from "./form.ts";
import { dropTyped, once } from "./form-commands.ts";
import { dropHandedIn, handedIn, keepHandedIn } from "./form-file-store.ts";
import { dropSaved, noteSaved } from "./form-saved-request.ts";
import { fieldsOf, fileIn, formName, parseFields } from "./form-schema.ts";

/** Nothing has this id: a form that names no draft changes none, whatever it is sent to. */
const NO_DRAFT = "00000000-0000-0000-0000-000000000000";

/** The draft a form changes, and what its button asks to do afterwards. */
export interface Sent {
  readonly ref: DraftRef;
  readonly next: string;
  /** What the page had shown of what the form publishes (lib/record/seen); absent: it did not say. */
  readonly seen?: string;
}

/** Where a form leads: an address without language, with what is said there, or a note to show where the form was. */
type Next =
  | string
  | { readonly to: string; readonly note: string }
  | { readonly to?: undefined; readonly note: string; readonly detail?: string };

interface Submit<S extends z.ZodType, T, F> {
  readonly schema: S;
  /** The command, given what was read. */
  readonly give: (actor: Actor, input: z.output<S>, sent: Sent, file: F | null) => Promise<Result<T>>;
  /** A field with a file, and what reads it: before the command, whose transaction is not to wait for that. */
  readonly file?: {
    readonly name: string;
    readonly read: (actor: Actor, file: File) => Promise<Result<F>>;
  };
  /** Where to go when it is done, or what to say where the form was. */
  readonly next: (value: T, sent: Sent) => Next;
  /** Fields that hold a date as a person says it; they are read into EDTF before the schema sees them. */
  readonly dates?: readonly string[];
  /** What the dates of this form are told by; absent: they belong to no dispute. */
  readonly frame?: (actor: Actor, values: FieldValues) => Promise<DateFrame>;
  /** What stands in the record now, in the fields of this form: asked for when somebody else saved first. */
  readonly theirs?: (
    actor: Actor,
    ref: DraftRef,
  ) => Promise<{ readonly fields: FieldValues; readonly revision: number } | null>;
  /** What the form would do, for whoever sends it to say yes to; null: there is nothing to ask, and the command answers. */
  readonly asks?: (actor: Actor, input: z.output<S>, locale: Locale) => Promise<Question | null>;
  /** What has become another since the page showed it: asked for when a publication is refused because of that. */
  readonly changes?: (
    actor: Actor,
    sent: Sent & { readonly seen: string },
    input: z.output<S>,
    locale: Locale,
  ) => Promise<{ readonly changes: readonly SeenChange[]; readonly seen: string }>;
}

/** The status a refusal is answered with; everything else was understood and is against the rules: 422. */
const STATUS: Record<string, RefusalStatus> = {
  "signed-out": 401,
  "not-allowed": 403,
  "second-factor-needed": 403,
  "prove-again": 403,
  "author-cannot-approve": 403,
  "had-its-link": 403,
  "too-often": 429,
  stale: 409,
  "already-published": 409,
  "changed-since-read": 409,
  "not-shown": 409,
  "at-the-same-time": 409,
  "key-of-another": 403,
  "database-away": 503,
  "disk-full": 503,
};

/** A form that a rule refused, with everything typed still in it. */
export function refusedForm(values: FieldValues, reason: string, field?: string): FormState {
  answerWith(STATUS[reason] ?? 422);
  return { status: "refused", values, reason, field };
}

/** A form some of whose fields could not be read. */
export function invalidForm(
  values: FieldValues,
  problems: readonly { field: string; reason: string }[],
): FormState {
  answerWith(422);
  return { status: "invalid", values, problems };
}

/** Dates in words become EDTF; what cannot be read stays, with the reason. */
function readDates(values: FieldValues, names: readonly string[], frame: DateFrame) {
  const problems: Problem[] = [];
  const read = { ...values };
  const now = clock.now();
  for (const name of names) {
    const typed = first(values, name);
    if (typed.trim() === "") continue;
    const date = readDate(typed, frame, now);
    if (date.ok) read[name] = [date.edtf];
    else problems.push({ field: name, reason: date.reason });
  }
  return { values: read, problems };
}

/** The save a change began from. Whatever else stands there is the number of none. */
const revisionOf = (text: string): number => (/^\d{1,15}$/.test(text) ? Number(text) : 0);

const isNotIn = (problems: readonly Problem[]) => (problem: Problem) =>
  !problems.some(({ field }) => field === problem.field);

/**
 * What every action of the desk does with a form: who sends it, what it says, the command, once. Returns what the form
 * shows then; goes elsewhere when it is done.
 */
export async function submit<S extends z.ZodType, T, F = never>(
  form: FormData,
  how: Submit<S, T, F>,
): Promise<FormState> {
  const { file } = how;
  const values = fieldsOf(form, file ? [file.name] : []);
  if (!values) return invalidForm({}, [{ field: "", reason: "too-large" }]);
  const actor = await currentActor();
  if (!actor) return refusedForm(values, "signed-out");
  await dropSaved(localeOf(form));
  const chosen = file ? fileIn(form, file.name) : null;
  const token = String(form.get(OWN.file) ?? "");
  const before = file && !chosen && !form.get(OWN.noFile) ? await handedIn(actor.id, token) : null;
  const given = chosen ?? before;
  const state = await taken(form, how, {
    ...{ actor, values, given },
    done: async () => (file ? dropHandedIn(actor.id, token) : undefined),
  });
  // What is wrong with the file itself another file puts right.
  const isOfFile = state.status === "refused" && file !== undefined && state.field === file.name;
  if (!given || isOfFile || !("values" in state)) return state;
  const kept = before ? { token, name: before.name } : await keepHandedIn(actor.id, given);
  if (!kept) return state;
  return {
    ...state,
    values: { ...state.values, [OWN.file]: [kept.token], [OWN.fileName]: [kept.name] },
  };
}

function localeOf(form: FormData): Locale {
  const language = String(form.get(OWN.locale) ?? "");
  return isLocale(language) ? language : "sv";
}

interface Begun {
  readonly actor: Actor;
  readonly values: FieldValues;
  /** The file that came with it, or that came with it before and is kept. */
  readonly given: File | null;
  /** Called when it is taken. */
  readonly done: () => Promise<unknown>;
}

/** What the form shows then; leads elsewhere when it is done. */
async function taken<S extends z.ZodType, T, F>(
  form: FormData,
  { schema, give, next, theirs, changes, asks, dates = [], frame, file }: Submit<S, T, F>,
  { actor, values, given: handed, done }: Begun,
): Promise<FormState> {
  const dated = readDates(
    values,
    dates,
    dates.length > 0 && frame ? await frame(actor, values) : SWEDISH_FRAME,
  );
  const parsed = parseFields(schema, dated.values);
  const problems = [...dated.problems, ...(parsed.ok ? [] : parsed.problems.filter(isNotIn(dated.problems)))];
  if (!parsed.ok || problems.length > 0) return invalidForm(values, problems);

  const own = (name: string) => String(form.get(name) ?? "");
  const sent: Sent = {
    ref: { id: own(OWN.id) || NO_DRAFT, revision: revisionOf(own(OWN.revision)) },
    next: own(OWN.next),
    ...(own(OWN.seen) !== "" && { seen: own(OWN.seen) }),
  };
  const locale = localeOf(form);
  if (!isId(sent.ref.id)) return refusedForm(values, "unknown-draft");
  const key = id.safeParse(own(OWN.key));
  if (!key.success) return refusedForm(values, "no-key");

  const question = asks ? await asks(actor, parsed.value, locale) : null;
  if (question && question.word !== own(OWN.sure)) return { status: "asked", values, question };

  const digest =
    handed &&
    createHash("sha256")
      .update(await handed.bytes())
      .digest("hex");
  const read = file && handed ? await file.read(actor, handed) : null;
  if (read && !read.ok) return refusedForm(values, read.reason, file?.name);

  const result = await once(
    { key: key.data, sender: actor.id, sent: { ...sent, values, ...(digest && { file: digest }) } },
    () => give(actor, parsed.value, sent, read?.value ?? null),
  );
  if (!result.ok && result.reason === "changed-since-read" && changes && sent.seen !== undefined) {
    answerWith(409);
    const since = await changes(actor, { ...sent, seen: sent.seen }, parsed.value, locale);
    // What the page shows now is what it asks to be published next.
    refresh();
    return { status: "changed", values, ...since };
  }
  if (!result.ok) {
    const now = result.reason === "stale" && theirs ? await theirs(actor, sent.ref) : null;
    if (!now) return refusedForm(values, result.reason, result.field);
    answerWith(409);
    return { status: "conflict", values, theirs: now.fields, revision: now.revision };
  }
  const typed = formName.safeParse(own(OWN.form));
  if (typed.success) await dropTyped(actor, typed.data);
  await done();
  const where = next(result.value, sent);
  // Pages show what is saved now, also the one that the form stood on when it leads back there; and the form gets the key
  // and the revision of its next sending.
  refresh();
  if (typeof where !== "string" && where.to === undefined) return { status: "saved", ...where };
  const [to, note] = typeof where === "string" ? [where, "done"] : [where.to, where.note];
  // Pages of the record are the same for everybody: what is published is seen there.
  if (to.startsWith("/desk") && !to.includes("?note=")) await noteSaved(locale, to, note);
  redirect(href(locale, to));
}
