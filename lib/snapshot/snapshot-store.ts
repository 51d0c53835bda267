import "server-only";
import path from "node:path";
import { blobStore } from "../blob/blob-store.ts";
import { env } from "../env.ts";

/** Where the bytes of copies lie. What of it may be shown, and to whom, is not the store's to know. */
export const copyStore = blobStore(path.resolve(env.BELAGT_DATA_DIR, "blobs"));
