"use client";

import { useParams } from "next/navigation";
import { PAGE_HEAD, PageLead, PageTitle } from "@/components/core/frame/page-head";

/** The framework wants this page in the browser, so its few words are here and not among the messages. */
const WORDS = {
  sv: {
    title: "Något gick fel hos oss",
    text: "Sidan kunde inte visas just nu. Det du läser är inte ändrat. Försök igen om en stund.",
    again: "Försök igen",
  },
  en: {
    title: "Something went wrong on our side",
    text: "The page could not be shown just now. What you read has not changed. Try again in a while.",
    again: "Try again",
  },
};

export default function ErrorPage({ reset }: { readonly error: Error; readonly reset: () => void }) {
  const words = useParams<{ locale: string }>().locale === "en" ? WORDS.en : WORDS.sv;
  return (
    <main id="content" className={`wrap ${PAGE_HEAD}`}>
      <PageTitle>{words.title}</PageTitle>
      <PageLead>{words.text}</PageLead>
      <button type="button" className="button mt-4" onClick={reset}>
        {words.again}
      </button>
    </main>
  );
}
