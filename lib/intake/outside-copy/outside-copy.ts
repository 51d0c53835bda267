/**
 * A copy of the same page in a web archive of somebody else's: a second witness, with its own clock, of what the address
 * gave. It counts when its text is ours; that an archive was asked says nothing.
 */
import { namedServices, type Service, type ServiceProblem } from "../assurance/assurance-services.ts";

export const ARCHIVE_PROBLEMS = [
  "archive-not-for-this-address",
  "archive-answer-unreadable",
  "archive-copy-elsewhere",
  "archive-could-not-save",
  "archive-copy-missing",
] as const;
export type ArchiveProblem = (typeof ARCHIVE_PROBLEMS)[number] | ServiceProblem;

/** How far an archive has come with a page it was asked to save. */
export type ArchiveAnswer =
  | {
      readonly state: "done";
      /** Where the copy is, at the archive. */
      readonly url: string;
      /** When it was taken, by the archive's clock; null when it does not say. */
      readonly at: Date | null;
    }
  /** `job` is the archive's own name of the work. */
  | { readonly state: "pending"; readonly job: string }
  | { readonly state: "failed"; readonly reason: ArchiveProblem };

/** What its copy is, beside ours. */
export interface OutsideComparison {
  readonly same: "bytes" | "text" | "neither";
  /** Of its bytes. */
  readonly sha256: string;
  /** As `at` of an answer, from the copy itself. */
  readonly at: Date | null;
}

/**
 * The archives an operator names: `name=https://…/{url}`, where `{url}` stands for the page.
 * @throws Error with a sentence for the operator
 */
export const outsideArchives = (text: string): Service[] => namedServices(text, { placeholder: true });

/**
 * The address as an archive is given it: without the fragment, which never leaves a browser. Null for what is no public
 * web page, and for an address with a password in it.
 */
export function addressToSave(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  if (!/^https?:$/.test(address.protocol) || address.username || address.password) return null;
  address.hash = "";
  return address.href;
}
