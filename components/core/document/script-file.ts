import { readFileSync } from "node:fs";
import path from "node:path";
import { textHash } from "@/lib/core/content-hash";

/** The script of documents as it is sent: its text is part of its address, so it may be kept for ever. */
export const documentScript = readFileSync(
  path.join(process.cwd(), "components/core/document/document-script.js"),
  "utf8",
);

export const documentScriptHref = `/document.js?v=${textHash(documentScript).slice(0, 16)}`;
