import localFont from "next/font/local";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { isLocale } from "@/lib/core/language/language";
import "../globals.css";

const serif = localFont({
  src: [
    { path: "../fonts/newsreader-normal.woff2", weight: "400 650", style: "normal" },
    { path: "../fonts/newsreader-italic.woff2", weight: "400 650", style: "italic" },
  ],
  variable: "--face-serif",
  display: "swap",
  preload: false,
  adjustFontFallback: "Times New Roman",
});

const sans = localFont({
  src: "../fonts/schibsted-grotesk.woff2",
  weight: "400 900",
  variable: "--face-sans",
  display: "swap",
  preload: false,
  adjustFontFallback: "Arial",
});

/** Nothing is rendered while building: there is no database then. Every page is made when first asked for and kept. */
export function generateStaticParams() {
  return [];
}

export default async function RootLayout({ children, params }: LayoutProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <html lang={locale} className={`${serif.variable} ${sans.variable}`}>
      <body>{children as ReactNode}</body>
    </html>
  );
}
