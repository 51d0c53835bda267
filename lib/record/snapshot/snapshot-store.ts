import "server-only";
import path from "node:path";
import { hasRoom } from "../../core/disk-store.ts";
import { env } from "../../core/env.ts";
import { BlobStoreFull } from "../../intake/blob/blob-error.ts";
import { type BlobStore, blobStore } from "../../intake/blob/blob-store.ts";

const store = blobStore(path.resolve(env.BELAGT_DATA_DIR, "blobs"));

/**
 * Where the bytes of copies lie. What of it may be shown, and to whom, is not the store's to know. It takes no more when the
 * disk is nearly full: the database beside it needs what is left.
 */
export const copyStore: BlobStore = {
  ...store,
  put: async (...asked) => {
    if (!(await hasRoom())) throw new BlobStoreFull("The disk is nearly full");
    return store.put(...asked);
  },
};
