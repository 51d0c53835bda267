import type { ReactNode } from "react";
import "@/app/styles/form.css";
import "@/app/styles/desk.css";

/** The looks of the pages before anybody is signed in: those of the desk. */
export default function AccountLayout({ children }: LayoutProps<"/[locale]">) {
  return children as ReactNode;
}
