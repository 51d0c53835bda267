import path from "node:path";
import { defineConfig } from "prisma/config";

/**
 * `prisma generate` asks for a schema engine binary that it then never runs, and would download one.
 * Any existing executable satisfies it, so generating works without a network. Migrations do not use
 * the binary either: see prisma/migrate.ts and prisma/schema-engine.ts.
 */
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: path.join(import.meta.dirname, "../schema.prisma"),
  migrations: { path: path.join(import.meta.dirname, "../migrations") },
});
