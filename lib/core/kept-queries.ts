import "server-only";
import { unstable_cache } from "next/cache";
import { asReaders } from "./db.ts";

/**
 * A read that is made once for all readers, and kept until a publication outdates one of its tags. Its tags become those of
 * every page that is made from it.
 *
 * This is the one place that knows by which means: docs/decisions/0003-caching-and-csp.md says why it is not `use cache`.
 *
 * @param key - names the read and its arguments, and no other read
 * @param tags - named before the read is made, so that what is not there is outdated too when it comes
 */
export const kept = <T>(
  key: readonly string[],
  tags: readonly string[],
  read: () => Promise<T>,
): Promise<T> => unstable_cache(() => asReaders(read), [...key], { tags: [...tags] })();
