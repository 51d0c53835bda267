import { EventEmitter } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type ErrorRegistry,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { pendingMigrations, rowNames } from "./migrate.ts";

/**
 * Everything this product asks of Prisma's schema engine, in one file, because the engine's package is
 * internal to Prisma and may change with any release. Only developers need it: it compares a database with
 * schema.prisma (`migrate new`, `migrate drift`, prisma/drift.test.ts). No start of the product loads this file.
 * The engine runs in this process as WebAssembly: the ordinary `prisma migrate` downloads a native binary,
 * which a machine without a network cannot do. prisma/schema-engine.test.ts holds what we reach into.
 */

const here = path.dirname(fileURLToPath(import.meta.url));
const schemaFile = path.join(here, "schema.prisma");

/** Tables that are not in the schema and are none of the engine's business. */
const filters = { externalTables: [], externalEnums: [] };

/**
 * What would have to be executed for the live database to match schema.prisma; empty when it does.
 * Indexes and columns of kinds that the engine cannot describe are left out: see {@link withoutUnmodelled}.
 */
export async function driftFrom(databaseUrl: string): Promise<string> {
  const sql = await withEngine(databaseUrl, async (engine) => {
    const files = [await schemaOnDisk()];
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: here },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters,
    });
    return stdout ?? "";
  });
  return withoutUnmodelled(sql, new Set(await rowNames(databaseUrl, unmodelledObjects)));
}

/**
 * The SQL of the next migration: from the database with every migration applied, to schema.prisma.
 *
 * @throws Error when the database is behind the migrations on disk; the difference would repeat them
 */
export async function newMigrationSql(databaseUrl: string): Promise<string> {
  const pending = await pendingMigrations(databaseUrl);
  if (pending.length > 0) {
    throw new Error(`The database has not had ${pending.join(", ")}. Run: npm run belagt -- migrate`);
  }
  return driftFrom(databaseUrl);
}

/**
 * Removes the statements by which the engine would undo what it cannot see in schema.prisma. Triggers,
 * functions and check constraints it ignores by itself; it does report partial and expression indexes
 * that it introspects, and would drop a generated column, or its expression as if that were a default.
 *
 * @param sql the engine's script: statements preceded by a `-- AlterTable` style comment
 * @param unmodelled names as {@link unmodelledObjects} gives them: `index:<name>`, `column:<table>.<column>`
 */
export function withoutUnmodelled(sql: string, unmodelled: ReadonlySet<string>): string {
  const kept = sql
    .split(/\n(?=-- )/)
    .map((block) => withoutUnmodelledColumns(block, unmodelled))
    .filter((block) => {
      const index = /^DROP INDEX "(?:[^"]+"\.")?([^"]+)";/m.exec(block)?.[1];
      return block !== "" && !(index !== undefined && unmodelled.has(`index:${index}`));
    });
  const script = kept.join("\n").trim();
  return /^\s*(--[^\n]*\s*)*$/.test(script) ? "" : `${script}\n`;
}

function withoutUnmodelledColumns(block: string, unmodelled: ReadonlySet<string>): string {
  const table = /^ALTER TABLE "(?:[^"]+"\.")?([^"]+)" /m.exec(block)?.[1];
  if (table === undefined) return block;
  const start = block.indexOf("ALTER TABLE");
  const [statement = "", ...rest] = block.slice(start).split(/;(?:\n|$)/);
  const head = `${statement.slice(0, statement.indexOf(`${table}" `))}${table}" `;
  const changes = statement.slice(head.length).split(/,\n/);
  const meant = changes.filter((change) => {
    const column = /^\s*(?:ALTER|DROP) COLUMN "([^"]+)"(?: DROP DEFAULT)?$/.exec(change)?.[1];
    return !(column !== undefined && unmodelled.has(`column:${table}.${column}`));
  });
  if (meant.length === changes.length) return block;
  return meant.length === 0 ? "" : [block.slice(0, start) + head + meant.join(",\n"), ...rest].join(";\n");
}

const unmodelledObjects = `
  SELECT 'index:' || c.relname AS name
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = current_schema()
     AND (i.indpred IS NOT NULL OR i.indexprs IS NOT NULL OR EXISTS (
       SELECT FROM pg_attribute a
        WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) AND a.attgenerated <> ''))
  UNION ALL
  SELECT 'column:' || c.relname || '.' || a.attname
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = current_schema() AND a.attgenerated <> ''`;

async function schemaOnDisk() {
  return { path: schemaFile, content: await readFile(schemaFile, "utf8") };
}

async function withEngine<T>(
  databaseUrl: string,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= loadWebAssembly();
  await loaded;
  const factory = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(databaseUrl));
  const { path: name, content } = await schemaOnDisk();
  const engine = await bindings.SchemaEngine.new({ datamodels: [[name, content]] }, () => {}, factory);
  try {
    return await work(engine);
  } catch (error) {
    throw new Error(engineMessage(error, factory.errorRegistry), { cause: error });
  } finally {
    engine.free();
  }
}

/**
 * The stock adapter, which does not know the one-byte type `"char"` of the catalogue tables that the engine
 * reads. Such columns are announced to it as text, and given their real name in its answer. One connection,
 * so that the columns announced last are those of the answer. For the engine and its contract test only.
 */
export class EngineAdapter extends PrismaPg {
  constructor(databaseUrl: string) {
    super({ connectionString: databaseUrl, max: 1 });
  }

  override async connect() {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    let oneByteColumns: number[] = [];
    pool.on("connect", (client) => {
      onRowDescription(client, (fields) => {
        oneByteColumns = fields.flatMap((field, index) => (field.dataTypeID === oneByteChar ? [index] : []));
        for (const field of fields)
          if (field.dataTypeID === oneByteChar) field.dataTypeID = pg.types.builtins.TEXT;
      });
    });
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (asked) => {
      oneByteColumns = [];
      const answer = await queryRaw(asked);
      for (const index of oneByteColumns) answer.columnTypes[index] = ColumnTypeEnum.Character;
      return answer;
    };
    return adapter;
  }
}

/** The object id of the type `"char"` in every PostgreSQL. */
const oneByteChar = 18;

type Field = { dataTypeID: number };

/** Lets a listener see, and correct, how the server describes the columns of an answer before the client does. */
function onRowDescription(client: pg.PoolClient, listener: (fields: Field[]) => void): void {
  const connection = "connection" in client ? client.connection : undefined;
  if (!(connection instanceof EventEmitter))
    throw new Error("This release of pg keeps its connection elsewhere");
  connection.prependListener("rowDescription", (message: { fields: Field[] }) => listener(message.fields));
}

/**
 * What went wrong, without the engine's own stack (`\n   0: schema_engine_wasm::…`) that follows it. Of an
 * error that PostgreSQL gave, the engine only passes a number on; the text is in the adapter's registry.
 */
function engineMessage(error: unknown, registry: ErrorRegistry): string {
  const text = error instanceof Error ? error.message : String(error);
  const number = /External error id#(\d+)/.exec(text)?.[1];
  const original = number === undefined ? undefined : registry.consumeError(Number(number))?.error;
  if (original instanceof pg.DatabaseError) {
    return [original.message, original.detail, original.hint].filter(Boolean).join("\n");
  }
  return original instanceof Error ? original.message : text.replace(/\n\s+0: .*$/s, "");
}

let loaded: Promise<void> | undefined;

/** The package's own entrance imports the .wasm file as a module, which not every Node we run on can do. */
async function loadWebAssembly(): Promise<void> {
  // The engine leaves the text of a panic here on its way down; without it, the panic is a TypeError about nothing.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => console.error(text) },
  });
  const file = new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm"));
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === "function") start();
}
