/**
 * Whether a change of the sheets has changed a page: full-page pictures of the same pages from two places, compared
 * pixel for pixel.
 *
 *   npm run bench -- pages-alike <address> <folder>   takes the pictures of a server that runs, into a folder
 *   npm run bench -- pages-alike <one> <other>        compares; each is a folder of pictures or an address
 *
 * From the environment: BENCH_COOKIE (`name=value` of somebody signed in; without it the pages of the desk are left
 * out; sign in anew for it, or passkeys and second factor ask for the password both times) and BENCH_PAGES (their
 * names, with commas; all when left out). Both places must hold the same record: the ids in the addresses of its sources
 * are made when it is.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openChromium } from "./shared/chromium.mjs";
import { bench, underOurNode } from "./shared/processes.mjs";
import { pages as known } from "./shared/sites.mjs";
import { printTable, promise } from "./shared/table.mjs";

const widths = [360, 768, 1280];
const looks = {
  light: { colorScheme: "light", media: "screen" },
  dark: { colorScheme: "dark", media: "screen" },
  print: { colorScheme: "light", media: "print" },
};

/** Each page by its address, or by the first link like this on another page. */
const pages = {
  ...known,
  party: { on: known.claim, link: "/parties/" },
  source: { on: known.claim, link: "/sources/" },
  method: "/method",
  corrections: "/corrections",
  log: "/log",
  search: "/search",
  tip: "/tip",
  missing: "/no-such-page",
  "sign-in": "/sign-in",
  forgotten: "/sign-in/forgotten",
};
const deskPages = {
  account: "/desk/account",
  passkeys: "/desk/account/passkeys",
  "second-factor": "/desk/account/second-factor",
  letters: "/desk/letters",
  disputes: "/desk/disputes",
  people: "/desk/people",
};
/** Those taken in English too, whose addresses are under /en. */
const inEnglish = ["method", "log", "source"];

await underOurNode();
const given = process.argv.slice(2).filter((word) => word !== "pages-alike");
const isAddress = (place) => /^https?:\/\//.test(place);

if (given.length !== 2) {
  console.error(
    "From where, and to what? npm run bench -- pages-alike <address or folder> <address or folder>",
  );
  process.exitCode = 2;
} else
  await bench(async () => {
    const [one, other] = given;
    if (isAddress(one) && !isAddress(other) && !hasPictures(other)) {
      console.log(`${await takePictures(one, other)} pictures in ${other}`);
      return;
    }
    const made = [];
    try {
      const folders = [];
      for (const place of given) {
        if (!isAddress(place)) folders.push(place);
        else {
          const folder = mkdtempSync(path.join(tmpdir(), "belagt-pages-"));
          made.push(folder);
          await takePictures(place, folder);
          folders.push(folder);
        }
      }
      await compare(...folders);
    } finally {
      for (const folder of made) rmSync(folder, { recursive: true, force: true });
    }
  });

function hasPictures(folder) {
  return existsSync(folder) && statSync(folder).isDirectory() && picturesIn(folder).length > 0;
}

function picturesIn(folder) {
  return readdirSync(folder).filter((file) => file.endsWith(".png"));
}

/** @returns how many were taken. Their names say the page, the language, the width and the look. */
async function takePictures(address, folder) {
  mkdirSync(folder, { recursive: true });
  const base = address.replace(/\/$/, "");
  const cookie = process.env.BENCH_COOKIE;
  const only = process.env.BENCH_PAGES?.split(",");
  const browser = await openChromium();
  let taken = 0;
  try {
    const context = await browser.newContext({ locale: "sv-SE", timezoneId: "Europe/Stockholm" });
    if (cookie) {
      const [name, value] = cookie.split("=");
      await context.addCookies([{ name, value, url: base }]);
    }
    const page = await context.newPage();
    const addresses = await findAddresses(page, base, cookie ? { ...pages, ...deskPages } : pages);
    for (const [name, at] of Object.entries(addresses)) {
      if (only && !only.includes(name)) continue;
      for (const language of inEnglish.includes(name) ? ["sv", "en"] : ["sv"]) {
        await page.goto(base + (language === "sv" ? at : `/en${at}`), { waitUntil: "networkidle" });
        await page.evaluate(() => document.fonts.ready);
        for (const width of widths)
          for (const [look, media] of Object.entries(looks)) {
            await page.setViewportSize({ width, height: 900 });
            await page.emulateMedia({ ...media, reducedMotion: "reduce" });
            await page.evaluate(twoFrames);
            if (name in deskPages) await page.evaluate(withoutMoments);
            const picture = await page.screenshot({ fullPage: true, animations: "disabled", caret: "hide" });
            writeFileSync(path.join(folder, `${name}.${language}.${width}.${look}.png`), picture);
            taken++;
          }
      }
    }
  } finally {
    await browser.close();
  }
  return taken;
}

/** In the page: what has just changed has been drawn. */
function twoFrames() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** In the page: the desk says when one was last seen, which no two visits share. */
function withoutMoments() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(/\d+/g, "00");
}

async function findAddresses(page, base, wanted) {
  const found = {};
  for (const [name, where] of Object.entries(wanted)) {
    if (typeof where === "string") found[name] = where;
    else {
      await page.goto(base + (found[where.on] ?? where.on));
      found[name] = await page.locator(`main a[href*="${where.link}"]`).first().getAttribute("href");
    }
  }
  return found;
}

async function compare(one, other) {
  const { default: sharp } = await import("sharp");
  const read = (folder, file) =>
    sharp(path.join(folder, file)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const only = process.env.BENCH_PAGES?.split(",");
  const files = [...new Set([...picturesIn(one), ...picturesIn(other)])]
    .filter((file) => !only || only.includes(file.split(".")[0]))
    .sort();
  const rows = [];
  let apart = 0;
  for (const file of files) {
    const [name, language, width, look] = file.split(".");
    const row = [name, language, width, look];
    if (![one, other].every((folder) => existsSync(path.join(folder, file)))) {
      rows.push([...row, "only one"]);
      apart++;
      continue;
    }
    const [before, after] = [await read(one, file), await read(other, file)];
    const differ = differences(before, after);
    if (differ > 0) apart++;
    const size = ({ info }) => `${info.width} × ${info.height}`;
    rows.push([
      ...row,
      differ,
      size(before) === size(after) ? size(before) : `${size(before)} → ${size(after)}`,
    ]);
  }
  printTable(["page", "language", "width", "look", "pixels that differ", "size"], rows);
  promise(
    `${files.length} pictures, ${files.length - apart} of them the same in every pixel`,
    files.length > 0 && apart === 0,
  );
}

/** How many pixels are not the same; those that only one of the two has count as well. */
function differences(before, after) {
  const [rowBefore, rowAfter] = [before, after].map(({ info }) => info.width * 4);
  const [wide, high] = ["width", "height"].map((side) => Math.max(before.info[side], after.info[side]));
  const [narrow, low] = ["width", "height"].map((side) => Math.min(before.info[side], after.info[side]));
  let differ = wide * high - narrow * low;
  for (let y = 0; y < low; y++)
    for (let x = 0; x < narrow; x++) {
      const [a, b] = [y * rowBefore + x * 4, y * rowAfter + x * 4];
      if (
        before.data[a] !== after.data[b] ||
        before.data[a + 1] !== after.data[b + 1] ||
        before.data[a + 2] !== after.data[b + 2] ||
        before.data[a + 3] !== after.data[b + 3]
      )
        differ++;
    }
  return differ;
}
