import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * The faces of the share image. The drawing library reads WOFF, not WOFF2, and no variable fonts, so these are the
 * static cuts of the same families. `process.cwd()` is the project: the server is started there, and the framework
 * sees which files a build needs from this form of the path.
 */
const FILES = path.join(process.cwd(), "node_modules/@fontsource");

const FACES = [
  { name: "Newsreader", folder: "newsreader", weight: 400, style: "italic" },
  { name: "Newsreader", folder: "newsreader", weight: 600, style: "normal" },
  { name: "Schibsted", folder: "schibsted-grotesk", weight: 400, style: "normal" },
  { name: "Schibsted", folder: "schibsted-grotesk", weight: 700, style: "normal" },
] as const;

/** The second subset of each family has the letters of the other Latin languages, under its own name. */
const SUBSETS = [
  { subset: "latin", suffix: "" },
  { subset: "latin-ext", suffix: " Ext" },
] as const;

async function readFonts() {
  return Promise.all(
    FACES.flatMap(({ name, folder, weight, style }) =>
      SUBSETS.map(async ({ subset, suffix }) => ({
        name: `${name}${suffix}`,
        data: await readFile(
          path.join(FILES, folder, "files", `${folder}-${subset}-${weight}-${style}.woff`),
        ),
        weight,
        style,
      })),
    ),
  );
}

let fonts: ReturnType<typeof readFonts> | undefined;

/** Read once in a process, when the first image is asked for. A failed read is tried again. */
export function shareFonts(): ReturnType<typeof readFonts> {
  fonts ??= readFonts().catch((error: unknown) => {
    fonts = undefined;
    throw error;
  });
  return fonts;
}

export const SERIF = "Newsreader, Newsreader Ext";
export const SANS = "Schibsted, Schibsted Ext";

/** Letters and signs that every face above has; share-image.test.ts draws each of them. */
const DRAWN = "\\u0020-\\u007e\\u00a1-\\u00ac\\u00ae-\\u017e–—‘’‚“”„†•…‹›€−";
const NOT_DRAWN = new RegExp(`[^${DRAWN}]+`, "gu");

/**
 * A text as the image can show it. For a sign no face has, the drawing library would ask a font service on the
 * network, telling it what somebody shared; here it is an ellipsis, and the words are in the image's description.
 */
export const drawable = (text: string): string =>
  text.normalize("NFC").replace(/\s+/gu, " ").replace(NOT_DRAWN, "…");
