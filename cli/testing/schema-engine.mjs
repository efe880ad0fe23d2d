import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";

/**
 * Prisma's schema engine as WebAssembly, for development only: it compares migrations with schema.prisma without the
 * native engine, which would have to be downloaded. The driver adapter alone is not enough; each patch below says why.
 */

const require = createRequire(import.meta.url);
/** Catalog columns of type "char" have this type id; the adapter cannot convert them, so they travel as text. */
const CHAR = 18;
const TEXT = 25;

/**
 * The statements that would turn the database of the migrations into the one of the schema; without text, none.
 * @param {{ url: string; schemaFile: string; migrationsFolder: string }} options url: a database of a server on which
 *   a throw-away database may be created
 * @returns {Promise<string>}
 */
export async function driftBetween({ url, schemaFile, migrationsFolder }) {
  const schema = fs.readFileSync(schemaFile, "utf8");
  const { SchemaEngine } = await loadEngine();
  const engine = await SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFactory(url)),
  );
  try {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...listOf(migrationsFolder) },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return /empty migration/i.test(stdout) ? "" : stdout.trim();
  } finally {
    engine.free?.();
  }
}

/** Once per process: the generated glue keeps one global instance. */
async function loadEngine() {
  // Without a registry a panic hides its text.
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (text) => console.error("schema engine:", text) };
  const home = path.dirname(require.resolve("@prisma/schema-engine-wasm"));
  const glue = await import(`file://${home}/schema_engine_bg.js`);
  const module = new WebAssembly.Module(fs.readFileSync(path.join(home, "schema_engine_bg.wasm")));
  const imports = Object.fromEntries(WebAssembly.Module.imports(module).map((entry) => [entry.module, glue]));
  const instance = new WebAssembly.Instance(module, imports);
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

function adapterFactory(address) {
  const url = new URL(address);
  // No connectionString: its database would win over the throw-away one's, and the run would hit the real database.
  const server = {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
  const open = async (database) => patched(await new PrismaPg({ ...server, database, max: 1 }).connect());
  const main = decodeURIComponent(url.pathname.slice(1));
  return {
    provider: "postgres",
    adapterName: "pg-patched",
    connect: () => open(main),
    connectToShadowDb: async () => {
      const admin = await open(main);
      const name = `shadow_${process.pid}_${Date.now()}`;
      await admin.executeScript(`CREATE DATABASE "${name}" TEMPLATE template0`);
      const shadow = await open(name);
      const end = shadow.dispose.bind(shadow);
      // The adapter's own way drops the database while its pool is still connected.
      shadow.dispose = async () => {
        await end();
        await admin.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
        await admin.dispose();
      };
      return shadow;
    },
  };
}

function patched(adapter) {
  // Whole scripts: the adapter splits at semicolons, also inside function bodies.
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  const perform = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw;
  adapter.queryRaw = async (query) => {
    const result = await perform(query);
    const chars = result.fields.flatMap((field, nth) => (field.dataTypeID === CHAR ? [nth] : []));
    for (const nth of chars) result.fields[nth].dataTypeID = TEXT;
    const converted = await queryRaw.call({ performIO: async () => result }, query);
    for (const nth of chars) converted.columnTypes[nth] = ColumnTypeEnum.Character;
    return converted;
  };
  return adapter;
}

function listOf(folder) {
  const lock = path.join(folder, "migration_lock.toml");
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: fs.existsSync(lock) ? fs.readFileSync(lock, "utf8") : null,
    },
    shadowDbInitScript: "",
    migrationDirectories: fs
      .readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8") },
        },
      })),
  };
}
