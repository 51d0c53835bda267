import sharp, { type Sharp } from "sharp";
import { done, type Result, refused } from "../../core/result.ts";
import {
  DOCUMENT_LIMITS,
  type DocumentFlag,
  type DocumentReading,
  KINDS,
  type ReadingProblem,
} from "./document.ts";
import { endOf, isAnimatedPng } from "./document-magic.ts";

type PictureKind = "jpeg" | "png" | "webp";

/** libvips reads what we take and nothing else, whatever the bytes claim to be. */
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});
// One picture in one short process: neither threads nor a cache are of use.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Draws the picture anew from its pixels, upright, in sRGB: no Exif, no thumbnail of what was cut off, no colour profile.
 * A moving picture is refused: one frame of it is not what was shown.
 */
export async function readPicture(
  kind: PictureKind,
  bytes: Uint8Array,
): Promise<Result<DocumentReading, ReadingProblem>> {
  const end = endOf(kind, bytes);
  const own = bytes.subarray(0, end);
  // The limit is ours to check first, so that it can be told from damage; libvips holds it again when it decodes.
  const seen = await sharp(own, { limitInputPixels: false }).metadata();
  if (seen.format !== kind) return refused("file-damaged");
  if (seen.width * seen.height > DOCUMENT_LIMITS.pixels) return refused("too-many-pixels");
  if ((seen.pages ?? 1) > 1 || (kind === "png" && isAnimatedPng(own))) return refused("picture-moves");

  const picture = sharp(own, { limitInputPixels: DOCUMENT_LIMITS.pixels, failOn: "error" }).autoOrient();
  const publicCopy = await encoded(picture, kind, isLossless(own)).toBuffer();

  const flags: DocumentFlag[] = [];
  if (seen.exif || seen.xmp || seen.iptc || seen.comments?.length) flags.push("has-metadata");
  if (saysWhere(seen)) flags.push("has-location");
  if (end < bytes.length) flags.push("has-data-after-end");
  return done({
    ...{ kind, mediaType: KINDS[kind].mediaType, pages: [], pageCount: 1 },
    ...{ title: null, author: null, created: null },
    ...{ publicCopy: new Uint8Array(publicCopy), flags },
  });
}

function encoded(picture: Sharp, kind: PictureKind, lossless: boolean): Sharp {
  if (kind === "png") return picture.png();
  return kind === "jpeg" ? picture.jpeg({ quality: 90 }) : picture.webp({ quality: 90, lossless });
}

/** The first chunk of a simple lossless WebP. */
const isLossless = (bytes: Uint8Array) => Buffer.from(bytes.subarray(12, 16)).toString("latin1") === "VP8L";

const GPS_DIRECTORY = 0x8825;

/** Whether the Exif of the picture has a directory of positions (Exif 3.0 §4.6.3), or its XMP one. */
function saysWhere({ exif, xmp }: { exif?: Buffer | undefined; xmp?: Buffer | undefined }): boolean {
  if (xmp?.includes("GPSLatitude")) return true;
  if (!exif) return false;
  const tiff = exif.subarray(exif.toString("latin1", 0, 4) === "Exif" ? 6 : 0);
  if (tiff.length < 8) return false;
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return false;
  for (let at = first + 2, left = short(first); left > 0 && at + 12 <= tiff.length; at += 12, left -= 1)
    if (short(at) === GPS_DIRECTORY) return true;
  return false;
}
