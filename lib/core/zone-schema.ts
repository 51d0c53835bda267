import { z } from "zod";
import { isZone } from "./zone.ts";

/** The IANA name of a zone that there is. */
export const zoneName = z
  .string()
  .trim()
  .max(60, { error: "not-a-zone" })
  .refine(isZone, { error: "not-a-zone" });
