import type { TextPosition } from "@/lib/intake/quote/quote";
import { asCarried, segmentsOf } from "@/lib/record/snapshot/snapshot-passage";

interface CopyTextProps {
  readonly number: number;
  readonly text: string;
  readonly passages: readonly (TextPosition & { readonly id: string })[];
}

/** The text of one page of a copy, letter for letter; what is quoted from it is marked and has an address. */
export function CopyText({ number, text, passages }: CopyTextProps) {
  return (
    <div className="copy-text" data-page={number}>
      {segmentsOf(asCarried(text), passages).map(({ text: words, start, passages: within, begins }) => {
        const [first, ...others] = begins;
        if (within.length === 0) return words;
        return (
          <mark key={start} className="said" id={first && passageId(first)}>
            {others.map((id) => (
              <span key={id} id={passageId(id)} />
            ))}
            {words}
          </mark>
        );
      })}
    </div>
  );
}

export const passageId = (evidenceId: string): string => `passage-${evidenceId}`;
