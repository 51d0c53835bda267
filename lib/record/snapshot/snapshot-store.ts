import "server-only";
import path from "node:path";
import { env } from "../../core/env.ts";
import { blobStore } from "../../intake/blob/blob-store.ts";

/** Where the bytes of copies lie. What of it may be shown, and to whom, is not the store's to know. */
export const copyStore = blobStore(path.resolve(env.BELAGT_DATA_DIR, "blobs"));
