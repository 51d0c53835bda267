/** What somebody has selected in a text on the page, as positions in that text. */

/** A range of the document (DOM, §5.3): the two places it lies between. */
export interface Boundaries {
  readonly startContainer: Node;
  readonly startOffset: number;
  readonly endContainer: Node;
  readonly endOffset: number;
}

export interface SelectedText {
  /** All of the holder's text: a line break (`<br>`) is a line end. */
  readonly text: string;
  /** UTF-16 units, half open. */
  readonly start: number;
  readonly end: number;
}

/**
 * Where a range lies in the text of one element, whatever elements that text is divided into. A range that goes beyond the
 * element is taken to begin or end with it.
 *
 * @param holder - an element that the range touches
 */
export function selectedText(holder: Element, range: Boundaries): SelectedText {
  let text = "";
  let start: number | null = null;
  let end: number | null = null;
  /** A boundary in an element stands before the child of its number. */
  const meet = (container: Node, offset: number, at: number) => {
    if (container === range.startContainer && offset === range.startOffset) start ??= at;
    if (container === range.endContainer && offset === range.endOffset) end ??= at;
  };
  const walk = (node: Node): void => {
    if (isText(node)) {
      if (node === range.startContainer) start = text.length + range.startOffset;
      if (node === range.endContainer) end = text.length + range.endOffset;
      text += node.data;
      return;
    }
    for (const [index, child] of [...node.childNodes].entries()) {
      meet(node, index, text.length);
      if (child.nodeName === "BR") text += "\n";
      else walk(child);
    }
    meet(node, node.childNodes.length, text.length);
  };
  walk(holder);
  return { text, start: start ?? 0, end: end ?? text.length };
}

const isText = (node: Node): node is Text => node.nodeType === 3;
