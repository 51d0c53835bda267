/** What no XML document may hold (XML 1.0 §2.2), half of a character among it: HTML has no use for it either. */
const UNFIT = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as it stands in XML or HTML, between tags and in attributes alike. */
export const asMarkup = (text: string): string =>
  text.replace(UNFIT, "\uFFFD").replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
