/**
 * Somebody's exact words, however many lines they wrote: each line is marked, and the empty ones between are not.
 */
export function Verbatim({ text }: { readonly text: string }) {
  const parts = text.split(/(\n+)/);
  if (parts.length === 1) return <q className="said">{text}</q>;
  return (
    <q className="lines">
      {parts.map((part, index) => {
        // The pieces of one text never change places, so their position names them.
        const key = `${index}:${part}`;
        return index % 2 === 1 || part === "" ? (
          part
        ) : (
          <span key={key} className="said">
            {part}
          </span>
        );
      })}
    </q>
  );
}
