/** The segments of a JPEG (ITU T.81 annex B), as far as it takes to leave some out. */
interface Segment {
  /** The byte after FF. */
  readonly marker: number;
  readonly start: number;
  /** Where the next begins: behind a start of scan its picture data is counted in. */
  readonly end: number;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COMMENT = 0xfe;
const ADOBE = 0xee;

const isRestart = (marker: number | undefined) => marker !== undefined && marker >= 0xd0 && marker <= 0xd7;

function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  let start = 0;
  while (start + 1 < bytes.length) {
    const marker = bytes[start + 1];
    if (bytes[start] !== 0xff || marker === undefined) return;
    if (marker === 0xff) {
      // A fill byte.
      start += 1;
      continue;
    }
    const hasLength = marker !== SOI && marker !== EOI && !isRestart(marker);
    const length = hasLength ? ((bytes[start + 2] ?? 0) << 8) + (bytes[start + 3] ?? 0) : 0;
    const afterHead = start + 2 + length;
    const end = Math.min(bytes.length, marker === SOS ? endOfScan(bytes, afterHead) : afterHead);
    yield { marker, start, end };
    if (marker === EOI) return;
    start = end;
  }
}

/** Picture data goes on until an FF that is followed by neither 00 nor a restart (B.1.1.5). */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1];
    if (marker !== 0x00 && marker !== 0xff && !isRestart(marker)) return at;
  }
  return bytes.length;
}

export function endOfJpeg(bytes: Uint8Array): number | undefined {
  for (const { marker, end } of segmentsOf(bytes)) if (marker === EOI) return end;
}

/** Application segments hold Exif, XMP, IPTC, thumbnails; only Adobe's (APP14) says how to decode the colours. */
const isMetadata = (marker: number) =>
  (marker >= 0xe0 && marker <= 0xef && marker !== ADOBE) || marker === COMMENT;

/** The same picture, bit for bit, without metadata and without what comes after its end. */
export function strippedJpeg(bytes: Uint8Array): Uint8Array {
  const kept = [...segmentsOf(bytes)]
    .filter(({ marker }) => !isMetadata(marker))
    .map(({ start, end }) => bytes.subarray(start, end));
  return Buffer.concat(kept);
}

const BOX_HEADER = 8;
/** Boxes of a JPEG 2000 that hold XML and whatever a program likes (ISO 15444-1 I.7). */
const FREE_BOXES = new Set(["xml ", "uuid", "uinf"]);

/** The same for JPEG 2000; a bare codestream, which has no boxes, as it is. */
export function strippedJpeg2000(bytes: Uint8Array): Uint8Array {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.toString("latin1", 4, 8) !== "jP  ") return bytes;
  const kept: Uint8Array[] = [];
  for (let at = 0; at + BOX_HEADER <= data.length; ) {
    const length = data.readUInt32BE(at);
    // 0: to the end of the file. 1: a length of 64 bits follows; nothing we take is that long.
    const end = length < BOX_HEADER ? data.length : Math.min(data.length, at + length);
    if (!FREE_BOXES.has(data.toString("latin1", at + 4, at + 8))) kept.push(data.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}
