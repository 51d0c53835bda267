import { z } from "zod";
import { id } from "../../core/language/language-schema.ts";
import { PAGE_DOUBTS, PAGE_KINDS, PAGE_ORIGINS } from "../../intake/web-page/web-page.ts";
import type { PageFacts, UploadFacts } from "./capture.ts";

/** Of which source a copy is to be taken. */
export const newCapture = z.strictObject({ sourceId: id });

/** Which of what an e-mail brought is to be kept after all. */
export const keptAttachment = z.strictObject({
  captureId: id,
  index: z.number().int().min(0).max(1000),
});

const fact = z.string().nullable();
const origin = z.enum(PAGE_ORIGINS).nullable();

/** What finishCapture kept of a page. */
const pageFacts = z.object({
  ...{ title: fact, byline: fact, publisher: fact, published: fact, modified: fact },
  ...{ language: fact, canonicalUrl: fact, charset: fact },
  from: z.object({
    ...{ title: origin, byline: origin, publisher: origin, published: origin, modified: origin },
    ...{ language: origin, canonicalUrl: origin },
  }),
  kind: z.enum(PAGE_KINDS),
  /** Not told of what was read before it was asked. */
  doubts: z.array(z.enum(PAGE_DOUBTS)).default([]),
  ...{ missing: z.boolean(), truncated: z.boolean(), flattened: z.boolean() },
  links: z.array(z.string()),
  address: z.string().optional(),
});

/** What keepUpload kept of a file. */
const uploadFacts = z.object({
  turnedAway: z.array(
    z.object({
      ...{ fileName: z.string(), reason: z.string() },
      ...{ index: z.number().int().min(0).optional(), keepable: z.boolean().optional() },
    }),
  ),
  flags: z.array(z.string()),
});

/** Null: it was no page, or nothing came of it. */
export const readPageFacts = (stored: unknown): PageFacts | null => pageFacts.safeParse(stored).data ?? null;

/** Null: nothing was handed in, or nothing is to be said of it. */
export const readUploadFacts = (stored: unknown): UploadFacts | null =>
  uploadFacts.safeParse(stored).data ?? null;
