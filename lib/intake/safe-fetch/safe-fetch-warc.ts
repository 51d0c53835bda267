/**
 * One WARC 1.1 file (ISO 28500:2017) for each capture, so that the tools of the world's web archives can read and replay
 * what we saw: every question and every answer, byte for byte, each record compressed by itself.
 */
import { createHash } from "node:crypto";
import { WARCRecord, WARCSerializer } from "warcio";
import type { Fetched, Hop } from "./safe-fetch-outcome.ts";

const WARC_VERSION = "WARC/1.1";
const CONFORMS_TO = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/";
const EMPTY_SHA256 = createHash("sha256").digest("hex");

const idOf = (record: WARCRecord) => record.warcHeader("WARC-Record-ID") ?? "";

/**
 * The block is given whole. The library would take headers apart and write them again, which merges repeated ones and
 * cannot hold every name a server may send; that also means that the payload's digest must be said here.
 */
function messageRecord(
  type: "request" | "response",
  hop: Hop,
  block: Buffer,
  payloadSha256: string,
  extra: Record<string, string>,
): WARCRecord {
  const record = WARCRecord.create(
    {
      type,
      url: hop.url,
      date: hop.requestedAt,
      warcVersion: WARC_VERSION,
      warcHeaders: {
        "WARC-IP-Address": hop.remoteIp,
        "WARC-Payload-Digest": `sha256:${payloadSha256}`,
        ...extra,
      },
    },
    [block],
  );
  record.httpHeaders = null;
  return record;
}

function recordsOf(hop: Hop, infoId: string): WARCRecord[] {
  const shared = { "WARC-Warcinfo-ID": infoId };
  const response = messageRecord("response", hop, hop.responseBytes, hop.payloadSha256, {
    ...shared,
    ...(hop.truncated ? { "WARC-Truncated": "length" } : {}),
  });
  const request = messageRecord("request", hop, hop.requestBytes, EMPTY_SHA256, {
    ...shared,
    "WARC-Concurrent-To": idOf(response),
  });
  return [request, response];
}

/** @param software what made the copy, with its version */
export async function warcOf(fetched: Fetched, software: string): Promise<Buffer> {
  const info = WARCRecord.createWARCInfo(
    { date: fetched.hops[0]?.requestedAt, warcVersion: WARC_VERSION },
    { software, format: "WARC File Format 1.1", conformsTo: CONFORMS_TO },
  );
  const records = [info, ...fetched.hops.flatMap((hop) => recordsOf(hop, idOf(info)))];
  const members: Uint8Array[] = [];
  for (const record of records) members.push(await WARCSerializer.serialize(record, { gzip: true }));
  return Buffer.concat(members);
}
