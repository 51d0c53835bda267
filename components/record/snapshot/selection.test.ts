import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { selectedText } from "./selection.ts";

function page(html: string) {
  const { document } = new JSDOM(`<p id="before">före</p><div id="text">${html}</div><p id="after">efter</p>`)
    .window;
  const element = (id: string) => {
    const found = document.querySelector(`#${id}`);
    if (!found) throw new Error(`No #${id}`);
    return found;
  };
  const selected = (from: [Node, number], to: [Node, number]) => {
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    const { text, start, end } = selectedText(element("text"), range);
    return text.slice(start, end);
  };
  return { element, selected };
}
const nodeAt = (root: Node, ...path: number[]): Node => {
  let node = root;
  for (const index of path) {
    const child = node.childNodes[index];
    if (!child) throw new Error(`No child ${index}`);
    node = child;
  }
  return node;
};

describe("a selection in a text with marked passages", () => {
  const { element, selected } = page("Nämnden <mark>sade <mark>nej</mark></mark> i <mark>går</mark>.");
  const text = element("text");

  test("may begin and end in any of its pieces", () => {
    expect(selected([nodeAt(text, 0), 3], [nodeAt(text, 1, 1, 0), 2])).toBe("nden sade ne");
    expect(selected([nodeAt(text, 1, 0), 2], [nodeAt(text, 2), 2])).toBe("de nej i");
    expect(selected([nodeAt(text, 1, 0), 0], [nodeAt(text, 1, 0), 4])).toBe("sade");
  });

  test("may begin and end between elements", () => {
    expect(selected([text, 1], [text, 2])).toBe("sade nej");
    expect(selected([text, 0], [text, text.childNodes.length])).toBe("Nämnden sade nej i går.");
    expect(selected([nodeAt(text, 1), 1], [nodeAt(text, 1), 2])).toBe("nej");
  });

  test("that goes beyond the text begins or ends with it", () => {
    expect(selected([nodeAt(element("before"), 0), 2], [nodeAt(text, 0), 7])).toBe("Nämnden");
    expect(selected([nodeAt(text, 3, 0), 0], [nodeAt(element("after"), 0), 1])).toBe("går.");
    expect(selected([element("before"), 0], [element("after"), 1])).toBe("Nämnden sade nej i går.");
  });
});

test("offsets count as the record does, in UTF-16 units, and a line break is a line end", () => {
  const { element } = page("<span>👩‍⚖️ dom</span><br><span>fälld</span>");
  const holder = element("text");
  const found = selectedText(holder, {
    startContainer: nodeAt(holder, 0, 0),
    startOffset: 6,
    endContainer: nodeAt(holder, 2, 0),
    endOffset: 5,
  });
  expect(found).toEqual({ text: "👩‍⚖️ dom\nfälld", start: 6, end: 15 });
});
