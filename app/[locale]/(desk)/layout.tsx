import type { ReactNode } from "react";
import "@/app/styles/form.css";
import "@/app/styles/desk.css";

/** The looks of the desk. No gate here: every page, query and command demands an actor itself. */
export default function DeskLayout({ children }: LayoutProps<"/[locale]">) {
  return children as ReactNode;
}
