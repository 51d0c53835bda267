const LINE = 18;

interface TitleProps {
  readonly text: string;
  /** Signs that a line has room for. */
  readonly most: number;
  readonly x: number;
  /** The baseline of one line, or the middle of two. */
  readonly middle?: number;
  /** The baseline of the last line: over a ring, centred. */
  readonly last?: number;
}

/** The name of a source in a drawing, whole, on one line or two. */
export function DrawnTitle({ text, most, x, middle, last }: TitleProps) {
  const lines = twoLines(text, most);
  const second = lines.length > 1 ? LINE : 0;
  const y = last === undefined ? (middle ?? 0) - second / 2 : last - second;
  return (
    <text y={y} textAnchor={last === undefined ? undefined : "middle"} className="t halo">
      {lines.map((line, index) => (
        <tspan key={line} x={x} dy={index * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Cut between words, as evenly as the words allow; what is too long even for two lines ends in an ellipsis. */
function twoLines(text: string, most: number): readonly string[] {
  if (text.length <= most) return [text];
  const cuts = [...text.matchAll(/ /g)].map(({ index }) => index).filter((index) => index <= most);
  const cut = cuts.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0];
  if (cut === undefined) return [shortened(text, most)];
  return [text.slice(0, cut), shortened(text.slice(cut + 1), most)];
}

const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

/** The path of a line that leaves and arrives level. */
export const curve = (x1: number, y1: number, x2: number, y2: number) => {
  const half = (x1 + x2) / 2;
  return `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`;
};
