import { contentHash } from "../../core/content-hash.ts";
import type { ReplyWay } from "./reply-way.ts";

interface Recorded {
  readonly text: string;
  readonly language: string;
  readonly way: ReplyWay;
  readonly receivedAt: Date;
}

/**
 * A recorded answer's save, as the number that a change of it begins from. `Reply` counts no saves: the number is made
 * of what it says, so that two saves of the same words are one.
 */
export const savedAs = ({ text, language, way, receivedAt }: Recorded): number =>
  // Twelve hexadecimal digits are the most that a number holds exactly.
  Number.parseInt(
    contentHash({ text, language, way, receivedAt: receivedAt.toISOString() }).slice(0, 12),
    16,
  );

/** Finds a draft answer by what it said when it was read. */
export const asSaid = ({ id, text, language, way, receivedAt }: Recorded & { readonly id: string }) => ({
  ...{ id, text, language, way, receivedAt },
  publishedAt: null,
});
