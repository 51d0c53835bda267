"use server";
import type { FormState } from "../../desk/form/form.ts";
import { onlyId } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { oneRow } from "../seen/seen-queries.ts";
import { changeAddress, discardAddress, publishAddress } from "./address-commands.ts";
import { newAddress } from "./address-schema.ts";

const back = ({ table, rowId }: { readonly table: string; readonly rowId: string }) =>
  `/desk/addresses/${table}/${rowId}`;

/** Gives a draft another address, or proposes one for what is published. */
export async function saveAddress(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newAddress,
    give: (actor, address) => changeAddress(actor, address),
    next: back,
  });
}

/** Publishes an address that somebody else proposed. */
export async function publishAddressNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, address, { seen }) => publishAddress(actor, { ...address, seen }),
    changes: (actor, sent, input, locale) => changesFor(actor, sent, oneRow("Address", input.id), locale),
    next: back,
  });
}

/** Throws a proposal away. */
export async function throwAwayAddress(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, address) => discardAddress(actor, address),
    next: back,
  });
}
