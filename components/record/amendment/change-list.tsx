import type { ChangeInWords } from "@/lib/record/amendment/amendment-words";

/** What a row said and says, field by field: what went is struck through, what came is underlined. */
export function ChangeList({ changes }: { readonly changes: readonly ChangeInWords[] }) {
  return (
    <div className="changes">
      <dl>
        {changes.map(({ label, language, parts }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd lang={language ?? undefined}>
              {parts.map(({ kind, text }, part) => {
                const key = `${part}${kind}`;
                if (kind === "added") return <ins key={key}>{text}</ins>;
                if (kind === "removed") return <del key={key}>{text}</del>;
                return <span key={key}>{text}</span>;
              })}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
