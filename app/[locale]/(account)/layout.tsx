import type { ReactNode } from "react";
import "@/app/styles/form.css";
import "@/app/styles/desk.css";
import "@/app/styles/account.css";

/** The looks of the pages before anybody is signed in: the desk's, and their own. */
export default function AccountLayout({ children }: LayoutProps<"/[locale]">) {
  return children as ReactNode;
}
