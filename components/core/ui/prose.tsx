import { Fragment } from "react";

/** What never breaks across lines: a hyphen after a digit ("08-nytt"), a pair or range ("Kramfors–Huddinge", "1693–1724"), a party letter ("Sahlén (S)"). */
const UNBROKEN = /(\S*\d-\p{L}\S*|\d+–\d+|\p{L}+–\p{L}+|\p{L}+ \(\p{Lu}{1,3}\))/u;

/** Text of the record. */
export function Prose({ text }: { readonly text: string }) {
  const parts = text.split(UNBROKEN);
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
