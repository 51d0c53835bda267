/** Whether an archive's copy says what ours says. */
import { createHash } from "node:crypto";
import { done, type Result, refused } from "../../core/result.ts";
import { askService, problemOf, type ServiceAnswer } from "../assurance/assurance-fetch.ts";
import type { Service } from "../assurance/assurance-services.ts";
import type { ArchiveProblem, OutsideComparison } from "./outside-copy.ts";
import { mementoTime, ownAddress, timeInAddress } from "./outside-copy-answer.ts";

/** Our own copy, to compare with. */
export interface OwnCopy {
  /** Of its bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Whether the words that matter to us stand in these bytes: the passages we quote. */
  sameText(bytes: Buffer, mediaType: string): boolean | Promise<boolean>;
}

export interface CompareOptions {
  readonly fetch?: typeof fetch;
  /** For each answer, ms. */
  readonly timeout?: number;
  /** The largest copy that is fetched, bytes as decoded. */
  readonly most?: number;
}

const MOST_STEPS = 5;

/** @param copyUrl - of the archive's copy, as its answer gave it */
export async function compareOutside(
  archive: Service,
  copyUrl: string,
  ours: OwnCopy,
  options: CompareOptions = {},
): Promise<Result<OutsideComparison, ArchiveProblem>> {
  const copy = await fetchCopy(archive, rawAddress(copyUrl), options);
  if (!copy.ok) return copy;
  const { body, headers, url } = copy.value;
  const sha256 = createHash("sha256").update(body).digest("hex");
  const at = mementoTime(headers) ?? timeInAddress(url);
  if (sha256 === ours.sha256) return done({ same: "bytes", sha256, at });
  const mediaType = headers.get("content-type") ?? "application/octet-stream";
  const same = (await ours.sameText(body, mediaType)) ? "text" : "neither";
  return done({ same, sha256, at });
}

/** As the archive took it, without the links rewritten and its own bar on top: /web/<14 digits>id_/<page>. */
const rawAddress = (copyUrl: string) => copyUrl.replace(/(\/web\/\d{14})\//, "$1id_/");

/** An archive leads on to the copy nearest in time; nowhere but within its own origin is followed. */
async function fetchCopy(
  archive: Service,
  from: string,
  { fetch, timeout = 30_000, most = 20 * 1024 * 1024 }: CompareOptions,
): Promise<Result<ServiceAnswer & { readonly url: string }, ArchiveProblem>> {
  let url = ownAddress(archive, from);
  for (let step = 0; step <= MOST_STEPS; step++) {
    if (!url) return refused("archive-copy-elsewhere");
    const answer = await askService(url, {}, { fetch, timeout, most });
    if (!answer.ok) return answer;
    const { status, headers } = answer.value;
    if (status === 404 || status === 410) return refused("archive-copy-missing");
    const location = headers.get("location");
    if (status >= 300 && status < 400 && location) {
      url = URL.canParse(location, url) ? ownAddress(archive, new URL(location, url).href) : null;
      continue;
    }
    const problem = problemOf(status);
    return problem ? refused(problem) : done({ ...answer.value, url });
  }
  return refused("service-redirects");
}
