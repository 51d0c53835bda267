"use server";
import type { FormState } from "../../desk/form/form.ts";
import { nothingMore } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { oneRow } from "../seen/seen-queries.ts";
import { publishCopy, showCopy } from "./snapshot-commands.ts";
import { copyToRemake } from "./snapshot-desk-queries.ts";
import { remakeFile } from "./snapshot-remake.ts";
import { copyShowing } from "./snapshot-schema.ts";

/** Says how much of a draft copy the public may see. */
export async function saveShowing(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: copyShowing,
    give: async (actor, choice, { ref }) => {
      const before = await copyToRemake(actor, ref.id);
      const asPictures = choice.showing === "pictures";
      if (!before || asPictures === (before.showing === "pictures"))
        return showCopy(actor, { id: ref.id, ...choice });
      const remade = await remakeFile(before.sha256, { asPictures });
      return remade.ok ? showCopy(actor, { id: ref.id, ...choice, remade: remade.value }) : remade;
    },
    next: () => ({ note: "done" }),
  });
}

/** Makes public that we have a copy of a source that is public already. */
export async function publishCopyNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref, seen }) => publishCopy(actor, { id: ref.id, seen }),
    changes: (actor, sent, _input, locale) =>
      changesFor(actor, sent, oneRow("Snapshot", sent.ref.id), locale),
    next: () => ({ note: "published" }),
  });
}
