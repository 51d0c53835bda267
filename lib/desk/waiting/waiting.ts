/** What every list of things to be done is made of. */
import type { Bilingual } from "../../core/language/language.ts";

/** Something that waits, as its own noun says it. */
export interface WaitingItem {
  readonly id: string;
  /** Without language. */
  readonly href: string;
  readonly title: Bilingual;
  /** Since when it waits. */
  readonly at: string;
}
