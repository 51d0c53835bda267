import type { ReactNode } from "react";
import "@/app/styles/form.css";
import "@/app/styles/desk.css";

/** Nothing at the desk is the same for two people. */
export const dynamic = "force-dynamic";

/** The looks of the desk. No gate here: every page is made by `deskPage`, and every query and command demands an actor. */
export default function DeskLayout({ children }: LayoutProps<"/[locale]">) {
  return children as ReactNode;
}
