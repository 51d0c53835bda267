import { Fragment } from "react";

/** Text of the record. Names that hold a hyphen after a digit ("08-nytt") never break across lines. */
export function Prose({ text }: { readonly text: string }) {
  const parts = text.split(/(\S*\d-\p{L}\S*)/u);
  return parts.map((part, index) => {
    // The pieces of one text never change places, so their position names them.
    const key = `${index}:${part}`;
    return index % 2 === 1 ? (
      <span key={key} className="nb">
        {part}
      </span>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
