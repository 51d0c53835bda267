import type { ReactNode } from "react";

/** One of several in a list, under a hairline. Line breaks in what somebody wrote stay. */
export function Line({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <li
      id={id}
      className="border-t border-rule py-[0.7em] whitespace-pre-line first:border-t-0 first:pt-0 print:break-inside-avoid"
    >
      {children}
    </li>
  );
}
