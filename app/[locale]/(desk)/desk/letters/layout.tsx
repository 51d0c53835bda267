import type { ReactNode } from "react";
import "@/app/styles/account.css";

export default function Layout({ children }: LayoutProps<"/[locale]/desk/letters">) {
  return children as ReactNode;
}
