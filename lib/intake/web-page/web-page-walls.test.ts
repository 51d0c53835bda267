import { describe, expect, test } from "vitest";
import { readWebPage } from "./web-page-read.ts";

const ARTICLE =
  "<p>Kommunen beslutade på tisdagen att stänga simhallen vid årets slut.</p><p>Beslutet fattades med sju röster mot fyra.</p>";

async function read(title: string, body: string, status = 200) {
  const html = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
  const { kind, doubts, missing } = await readWebPage(new TextEncoder().encode(html), {
    ...{ url: "https://sida.example/a", contentType: "text/html", status },
  });
  return { kind, doubts, missing };
}

describe("an open article is never refused for what is offered beside it", () => {
  test.each([
    ["Gillar du vår journalistik? Bli prenumerant och läs mer.", ["beginning"]],
    ["Subscribe to read more stories like this one.", ["beginning"]],
    ["Fortsätt läsa med fler nyheter härifrån.", ["beginning"]],
    ["Prenumerera på vårt nyhetsbrev.", []],
    ["– Artikeln är låst och bara för prenumeranter, klagade läsaren.", []],
    ["Redan prenumerant? Logga in.", []],
  ])("%s", async (offer, doubts) => {
    for (const around of [`<p>${offer}</p>`, `<div class="premium-box"><p>${offer}</p></div>`]) {
      const seen = await read(
        "Simhallen stängs",
        `<article><h1>Simhallen stängs</h1>${ARTICLE}${around}</article>`,
      );
      expect(seen).toEqual({ kind: "article", doubts, missing: false });
    }
  });

  test.each([
    "Logga in för att läsa hela artikeln.",
    "Den här artikeln är endast för prenumeranter.",
    "Subscribe to continue reading.",
  ])("and a wall with only a beginning before it is one: %s", async (offer) => {
    const seen = await read(
      "Simhallen",
      `<article><h1>Simhallen</h1><p>Simhallen stängs vid årets …</p><p>${offer}</p></article>`,
    );
    expect(seen.kind).toBe("paywall");
  });
});

describe("what a server shows instead of a page is told in words of its own", () => {
  test.each([
    ["robot", "Just a moment...", "<h2>Verifying you are human. This may take a few seconds.</h2>"],
    ["robot", "Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1>"],
    ["robot", "sida.example", "<h1>Are you a robot?</h1><p>Please complete the captcha to continue.</p>"],
    ["robot", "Kontroll", "<h1>Är du en människa?</h1><p>Bekräfta att du inte är en robot.</p>"],
    ["robot", "sida.example", "<p>Our systems have detected unusual traffic from your computer network.</p>"],
    ["robot", "Pardon Our Interruption", "<p>Something made us think you were a bot.</p>"],
    ["failed", "Access denied", "<h1>Access Denied</h1><p>Reference #18.1</p>"],
    ["failed", "403 Forbidden", "<h1>403 Forbidden</h1><hr><p>nginx</p>"],
    ["failed", "Fel", "<h1>Något gick fel</h1><p>Försök igen senare.</p>"],
    ["failed", "500", "<h1>Internal Server Error</h1><p>The server encountered an error.</p>"],
    ["failed", "sida.example", "<h1>Tjänsten är inte tillgänglig just nu</h1><p>Vi utför underhåll.</p>"],
    ["failed", "Too many", "<h1>Too many requests</h1><p>Try again later.</p>"],
    ["failed", "sida.example", "<h1>This content is not available in your country</h1>"],
    ["failed", "sida.example", "<h1>This domain is for sale</h1><p>Buy sida.example today.</p>"],
    ["login", "Logga in", '<h1>Logga in</h1><form><input type="password"></form><p>E-postadress</p>'],
  ] as const)("%s: %s", async (doubt, title, body) => {
    expect((await read(title, body)).doubts).toEqual([doubt]);
  });

  test.each([
    ["Fel i kommunens rapport", ARTICLE],
    ["Forskaren: så vet du om du talar med en robot", ARTICLE.repeat(8)],
    ["Servern gick ner: internal server error för tusentals", ARTICLE.repeat(8)],
    ["500 kom till mötet", ARTICLE],
    ["Felet rättat", ARTICLE],
  ])("and an article about such things is one: %s", async (title, body) => {
    const { kind, doubts } = await read(title, `<article><h1>${title}</h1>${body}</article>`);
    expect({ kind, doubts }).toEqual({ kind: "article", doubts: [] });
  });
});
