import { documentScript } from "@/components/core/document/script-file";

/** It is a constant of the build. */
export const dynamic = "force-static";

/** The script of documents (docs/decisions/0028-documents.md). Whatever is asked for, it is the newest: an older address is one of an older page. */
export function GET(): Response {
  return new Response(documentScript, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
