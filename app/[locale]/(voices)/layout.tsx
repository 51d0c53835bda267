import type { ReactNode } from "react";
import "@/app/styles/form.css";

/** Public pages by which somebody outside speaks to the desk: no account, whole without script, made for each request. */
export default function VoicesLayout({ children }: LayoutProps<"/[locale]">) {
  return children as ReactNode;
}
