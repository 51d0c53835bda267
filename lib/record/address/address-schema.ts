import { z } from "zod";
import { id, slug } from "../../core/language/language-schema.ts";
import { ADDRESSED } from "./address.ts";

export const newAddress = z.strictObject({ table: z.enum(ADDRESSED), rowId: id, slug });
export type NewAddress = z.output<typeof newAddress>;
