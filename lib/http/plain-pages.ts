import { hashSource } from "./csp.ts";

const style =
  ":root{color-scheme:light dark}body{font:1.125rem/1.6 Georgia,serif;max-width:34rem;margin:4rem auto;padding:0 1rem}";

/**
 * What a reader gets where the framework would send an empty page for its scripts to fill in: when a page
 * could not be made, and when one made per request turns out not to exist. In both languages, because the
 * failure may be in finding out which; and needing nothing else from this server, as nothing else may work.
 */
type Words = { title: string; text: string };

function plainPage(sv: Words, en: Words): Buffer {
  return Buffer.from(`<!doctype html>
<html lang="sv">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${sv.title} – Belagt</title>
<style>${style}</style>
<main>
<h1>${sv.title}</h1>
<p>${sv.text}</p>
<p><a href="/">Till första sidan</a></p>
<section lang="en">
<h2>${en.title}</h2>
<p>${en.text}</p>
<p><a href="/en">To the front page</a></p>
</section>
</main>
</html>
`);
}

/** It says nothing about the cause, which is in the server's own log. */
export const errorPage = plainPage(
  {
    title: "Sidan kunde inte visas",
    text: "Felet ligger hos oss, och ingenting har gått förlorat. Försök igen om en stund.",
  },
  {
    title: "This page could not be shown",
    text: "The fault is ours, and nothing has been lost. Please try again in a while.",
  },
);

export const missingPage = plainPage(
  {
    title: "Sidan finns inte",
    text: "Adressen leder inte till något i registret. Det som en gång publicerats ligger kvar på sin adress; kontrollera att den är rätt skriven.",
  },
  {
    title: "There is no such page",
    text: "The address leads to nothing in the record. What has once been published stays at its address; please check how it is written.",
  },
);

export const plainPagePolicy = [
  "default-src 'none'",
  `style-src ${hashSource(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
