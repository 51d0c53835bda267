import { z } from "zod";
import { id } from "../language/language-schema.ts";

/** Of which source a copy is to be taken. */
export const newCapture = z.strictObject({ sourceId: id });
