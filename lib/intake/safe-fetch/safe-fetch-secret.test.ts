import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasSecret, redactedUrl } from "./safe-fetch-secret.ts";

describe("an address that carries a secret", () => {
  test.each([
    ["https://example.org/a?token=abc", "https://example.org/a?token=***"],
    ["https://example.org/a?x=1&ACCESS_TOKEN=abc&y=2#d", "https://example.org/a?x=1&ACCESS_TOKEN=***&y=2#d"],
    [
      "https://example.org/?apiKey=abc&api-key=d&key=e",
      "https://example.org/?apiKey=***&api-key=***&key=***",
    ],
    ["https://example.org/?sig=a%2Bb&se=2026", "https://example.org/?sig=***&se=2026"],
    [
      "https://example.org/f.pdf?X-Amz-Date=2026&X-Amz-Credential=a&X-Amz-Signature=b",
      "https://example.org/f.pdf?X-Amz-Date=2026&X-Amz-Credential=***&X-Amz-Signature=***",
    ],
    ["https://example.org/?password=a=b==", "https://example.org/?password=***"],
    ["https://example.org/?l%C3%B6senord=a", "https://example.org/?l%C3%B6senord=***"],
    ["https://example.org/?user[password]=a", "https://example.org/?user[password]=***"],
    ["https://example.org/?tok%65n=a", "https://example.org/?tok%65n=***"],
    ["https://example.org/?a;token=b;c=d", "https://example.org/?a;token=***;c=d"],
    ["https://example.org/#access_token=a&state=b", "https://example.org/#access_token=***&state=b"],
    ["https://example.org/a;jsessionid=1F/b", "https://example.org/a;jsessionid=***/b"],
    ["https://user:pa@example.org/", "https://***@example.org/"],
    ["https://example.org/?q=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "https://example.org/?q=***"],
    ["https://example.org/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln/x", "https://example.org/***/x"],
  ])("is shown without it: %s", (url, shown) => {
    expect(redactedUrl(url)).toBe(shown);
    expect(hasSecret(url)).toBe(true);
    expect(redactedUrl(shown)).toBe(shown);
  });
});

describe("an address that carries none", () => {
  test.each([
    "https://example.org/",
    "https://example.org/nyckel/token?keyword=vatten&sida=2",
    "https://example.org/?q=token%3Dabc&tokenize=1&monkey=2&design=3&author=x",
    "https://example.org/?token=&key",
    "https://example.org/?b=%C3%A5+b&a=1&&c",
    "https://example.org/a;v=1/b#:~:text=hej",
    "not an address",
  ])("is shown as it is: %s", (url) => {
    expect(redactedUrl(url)).toBe(url);
    expect(hasSecret(url)).toBe(false);
  });
});

test("nothing of a secret's value is ever left", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9]{12,30}$/), fc.webQueryParameters(), (secret, rest) => {
      fc.pre(!rest.includes(secret));
      expect(redactedUrl(`https://example.org/?token=${secret}&${rest}`)).not.toContain(secret);
    }),
  );
});
