/**
 * Whether whoever asks already has what would be sent (RFC 9110 §13.1.2). Compared weakly (§8.8.3.2): a proxy that
 * compresses marks our tag as weak.
 *
 * @param asked - the header `If-None-Match`
 * @param etag - ours, with its quotation marks
 */
export function isUnchanged(asked: string | null | undefined, etag: string): boolean {
  if (asked === null || asked === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return asked.trim() === "*" || asked.split(",").some((tag) => bare(tag) === bare(etag));
}
