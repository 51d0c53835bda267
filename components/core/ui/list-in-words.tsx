import { Fragment, type ReactNode } from "react";

interface Item {
  readonly key: string;
  readonly node: ReactNode;
}

/** "A, B and C" of anything that can be shown. */
export function ListInWords({ items, and }: { readonly items: readonly Item[]; readonly and: string }) {
  return items.map(({ key, node }, index) => (
    <Fragment key={key}>
      {index === 0 ? "" : index === items.length - 1 ? ` ${and} ` : ", "}
      {node}
    </Fragment>
  ));
}
