/** The log as data: what anybody needs to check the chain and each document with a program of their own (docs/api.md). */
import type { LogLine } from "../../record/record-log/record-log-queries.ts";

export const logJson = (log: readonly LogLine[]) => ({
  entries: log.map(
    ({ seq, at, type, subject, version, contentHash, previousHash, hash, document, takenDown }) => ({
      ...{ seq, at, type, subject, version, contentHash, previousHash, hash },
      ...(takenDown && { takenDown }),
      document: { path: `/log/${seq}.json`, ...document },
    }),
  ),
});
