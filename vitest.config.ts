import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": at("."),
      // The tests are the server: the guard against browsers is left out here.
      "server-only": at("./node_modules/server-only/empty.js"),
    },
  },
  test: {
    include: ["lib", "components", "bin", "prisma", "bench"].map((folder) => `${folder}/**/*.test.ts`),
    setupFiles: ["./e2e/fixtures/own-database.ts"],
    // One for each core: by itself it leaves one of them to nobody.
    maxWorkers: "100%",
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
