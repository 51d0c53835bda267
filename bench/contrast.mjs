// Prints the WCAG contrast ratio of every colour in tokens.css that carries text or meaning, in both themes.
// Run: npm run bench -- contrast        Exits 1 if a text colour is under 4.5 or a graphic colour under 3.
import { readFileSync } from "node:fs";

const css = readFileSync(new URL("../app/styles/tokens.css", import.meta.url), "utf8");
const block = (start) => {
  const from = css.indexOf("{", css.indexOf(start));
  return Object.fromEntries(
    [...css.slice(from, css.indexOf("}", from)).matchAll(/--color-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [
      m[1],
      m[2],
    ]),
  );
};
const themes = {
  light: block(":root {\n  color-scheme: light"),
  dark: block(':root[data-theme="dark"]'),
};
const luminance = (hex) => {
  const [r, g, b] = [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a, b) => {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (hi + 0.05) / (lo + 0.05);
};
const ratings = [
  "supported",
  "mostly-supported",
  "partly-supported",
  "mostly-contradicted",
  "contradicted",
  "unproven",
  "not-checkable",
  "under-review",
  "outdated",
];
const pairs = [
  ...["ink", "ink-2", "ink-3", "refused", ...ratings].flatMap((c) => [
    [c, "paper", 4.5],
    [c, "sunk", 4.5],
  ]),
  ...ratings.map((c) => [c, "marker", 3]),
  ["on-marker", "marker", 4.5],
  ["ink-2", "marker", 4.5],
  ["paper", "ink", 4.5],
  ["rule-2", "paper", 3],
];
let failed = 0;
for (const [fg, bg, floor] of pairs) {
  const row = Object.values(themes).map((t) => ratio(t[fg], t[bg]));
  const ok = row.every((r) => r >= floor);
  if (!ok) failed++;
  console.log(
    `${ok ? "ok  " : "FAIL"} ${`${fg} on ${bg}`.padEnd(34)} light ${row[0].toFixed(2).padStart(6)}   dark ${row[1].toFixed(2).padStart(6)}   floor ${floor}`,
  );
}
process.exit(failed ? 1 : 0);
