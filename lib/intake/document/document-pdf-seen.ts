/**
 * What the public may have of a PDF: its text and its pages, as far as they are seen in the original, and no further
 * (decision 17). A page whose copy would hold more than the page shows becomes a picture of what it shows.
 */
import type { PDFDocument } from "@cantoo/pdf-lib";
import { done, type Result, refused } from "../../core/result.ts";
import type { DocumentFlag, DocumentPage, ReadingProblem } from "./document.ts";
import { type Appearances, appearancesOn } from "./document-pdf-annotations.ts";
import { type PagePlan, publicPdf } from "./document-pdf-copy.ts";
import { Eye, type SeenDocument } from "./document-pdf-eye.ts";
import { type PageSight, pictureOf, sightOf } from "./document-pdf-sight.ts";
import { type PlainShapes, plainShapes } from "./document-pdf-unlike.ts";

export interface SeenPdf {
  readonly pages: readonly DocumentPage[];
  readonly publicCopy: Uint8Array;
  readonly flags: readonly DocumentFlag[];
}

/** Pages from which each is looked at in less time. */
const LONG = 40;
const FINE_PICTURES = 20;
const FINE = 144;
const COARSE = 96;
/** What all the pictures of pages may take: the answer of the child has room for no more. */
const MOST_PICTURE_BYTES = 70 * 1024 * 1024;

/**
 * @param bytes - the original, which is what is looked at
 * @param pdf - the same, as read by pdf-lib
 * @param pages - its text as read, whether it is seen or not
 * @param asPictures - every page becomes a picture, whatever can be told of it
 */
export async function seenPdf(
  bytes: Uint8Array,
  pdf: PDFDocument,
  pages: readonly DocumentPage[],
  asPictures = false,
): Promise<Result<SeenPdf, ReadingProblem>> {
  const beside = pdf.getPages().map(appearancesOn);

  const plans: PagePlan[] = pages.map(() => "drawn");
  const first = await publicPdf(pdf, plans);
  if (first.leadsBack) return refused("file-damaged");
  const eye = await Eye.open();
  const original = eye.document(bytes);
  if (original?.pageCount !== pages.length) return refused("file-damaged");
  const known = await plainShapes(eye);
  const sights = look(eye, known, original, first.bytes, first.notDrawn, beside);
  const isWhole = (index: number, sight: PageSight | undefined) =>
    sight?.isSame === true &&
    sight.hiddenLetters === 0 &&
    sight.unlikeLetters === 0 &&
    !sight.hidesDrawing &&
    !first.notDrawn.has(index);

  // A scan with text that nobody sees behind it: without that text it need not become a picture.
  for (const [index, sight] of sights.entries())
    if (sight.isSame && !sight.hidesDrawing && sight.text === "" && sight.hiddenLetters > 0)
      plans[index] = "drawn-without-text";
  if (plans.includes("drawn-without-text")) {
    const bare = await publicPdf(pdf, plans);
    const again = look(
      eye,
      known,
      original,
      bare.bytes,
      bare.notDrawn,
      beside,
      (index) => plans[index] !== "drawn",
    );
    for (const [index, sight] of again.entries())
      if (plans[index] === "drawn-without-text" && !isWhole(index, sight)) plans[index] = "drawn";
  }

  const pictured = sights.flatMap((sight, index) =>
    asPictures || (plans[index] === "drawn" && !isWhole(index, sight)) ? [index] : [],
  );
  let room = MOST_PICTURE_BYTES;
  for (const index of pictured) {
    const page = original.page(index);
    if (!page) return refused("file-damaged");
    page.hideAnnotations(beside[index]?.borders ?? []);
    const picture = pictureOf(
      page,
      beside[index]?.unknown ?? [],
      pictured.length > FINE_PICTURES ? COARSE : FINE,
    );
    page.close();
    room -= picture.data.length;
    if (room < 0) return refused("too-much-to-draw");
    plans[index] = picture;
  }

  const isPlain = plans.every((plan) => plan === "drawn");
  const flags: DocumentFlag[] = [];
  if (sights.some(({ hiddenLetters }) => hiddenLetters > 0)) flags.push("has-hidden-text");
  if (sights.some(({ unlikeLetters }) => unlikeLetters > 0)) flags.push("letters-look-otherwise");
  if (pictured.length > 0) flags.push("pages-as-pictures");
  original.close();
  return done({
    pages: pages.map((page, index) => ({
      number: page.number,
      text: textSeen(page.text, sights[index], plans[index]),
    })),
    publicCopy: isPlain ? first.bytes : (await publicPdf(pdf, plans)).bytes,
    flags,
  });
}

function look(
  eye: Eye,
  known: PlainShapes,
  original: SeenDocument,
  copyBytes: Uint8Array,
  notDrawn: ReadonlySet<number>,
  beside: readonly Appearances[],
  isAsked: (index: number) => boolean = () => true,
): PageSight[] {
  const copy = eye.document(copyBytes);
  const sights = beside.map(({ unknown, borders }, index) => {
    if (!isAsked(index)) return UNSEEN;
    const page = original.page(index);
    if (!page) return UNSEEN;
    page.hideAnnotations(borders);
    const drawn = notDrawn.has(index) ? null : (copy?.page(index) ?? null);
    const sight = sightOf(page, drawn, unknown, known, beside.length > LONG);
    drawn?.close();
    page.close();
    return sight;
  });
  copy?.close();
  return sights;
}

const UNSEEN: PageSight = { text: "", hiddenLetters: 0, unlikeLetters: 0, isSame: false, hidesDrawing: true };

/** The text as it was read where all of it is seen, since it has the better lines; else what is seen. */
function textSeen(read: string, sight: PageSight | undefined, plan: PagePlan | undefined): string {
  if (!sight) return "";
  return plan === "drawn" && lettersOf(read) === lettersOf(sight.text) ? read : sight.text;
}

/** Which letters and figures, whatever their order: two readers put the parts of a page in another. */
const lettersOf = (text: string): string =>
  [...text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "")].sort().join("");
