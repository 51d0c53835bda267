import type { ReactNode } from "react";
import "@/app/styles/account.css";

export default function Layout({ children }: LayoutProps<"/[locale]/desk/account">) {
  return children as ReactNode;
}
