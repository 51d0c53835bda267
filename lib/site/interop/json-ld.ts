/**
 * A value as the text of `<script type="application/ld+json">`.
 *
 * Inside a script element HTML knows neither entities nor JSON: the first `</script` or `<!--` in a claim's wording
 * would end or swallow the block, and with it the page. So `<`, `>` and `&` are written as JSON escapes, which every
 * JSON reader undoes; so are U+2028 and U+2029, which JSON allows in a string and older JavaScript does not.
 *
 * The block is data, which no policy of script-src concerns (HTML, "prepare the script element": a type that is no
 * JavaScript type ends there), so it needs no hash and no nonce.
 */
export function jsonLdText(value: object): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
