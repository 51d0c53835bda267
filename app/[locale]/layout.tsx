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

/** The same letters as they are drawn for titles. A browser fetches them only for a page that has one in upright. */
const title = localFont({
  src: "../fonts/newsreader-title.woff2",
  weight: "480 600",
  variable: "--face-title",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
});

const sans = localFont({
  src: "../fonts/schibsted-grotesk.woff2",
  weight: "400 750",
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
    <html lang={locale} className={`${serif.variable} ${title.variable} ${sans.variable}`}>
      <body>{children as ReactNode}</body>
    </html>
  );
}
