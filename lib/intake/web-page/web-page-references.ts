/** Character references (HTML Standard §13.5) outside of markup: in JSON, and in text that no parser has been over. */

const REFERENCE = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});?/gi;
/** Texts have few different ones; a page made of different ones need not be remembered. */
const MOST = 5_000;

/** Resolves them by the document's own parser, in an element that holds characters only. */
export function referencesIn(document: Document): (text: string) => string {
  const area = document.createElement("textarea");
  const known = new Map<string, string>();
  const resolve = (reference: string) => {
    area.innerHTML = reference;
    if (known.size < MOST) known.set(reference, area.value);
    return area.value;
  };
  return (text) => text.replace(REFERENCE, (reference) => known.get(reference) ?? resolve(reference));
}
