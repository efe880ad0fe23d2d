import { readdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { databaseUrl } from "./env";

export type Health = { readonly ready: boolean; readonly why: string };

/** How long the database may take to answer before it counts as away. */
const PATIENCE_MS = 2_000;

/** The migrations that this build knows. */
const known = (): string[] =>
  readdirSync(path.resolve("prisma", "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

let running: Promise<Health> | null = null;

/** Whether the database answers and has every migration. One question at a time, however many ask. */
export function health(): Promise<Health> {
  running ??= ask().finally(() => {
    running = null;
  });
  return running;
}

async function ask(): Promise<Health> {
  // A connection of its own: it must answer also when the pool is used up or full of dead ones.
  const client = new pg.Client({
    connectionString: databaseUrl(),
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  client.on("error", () => undefined);
  let late: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, refuse) => {
    late = setTimeout(() => refuse(new Error("no answer in time")), PATIENCE_MS + 500);
  });
  try {
    await Promise.race([client.connect(), patience]);
    const { rows } = await Promise.race([
      client.query<{ migration_name: string }>(
        `SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
      ),
      patience,
    ]);
    const applied = new Set(rows.map((r) => r.migration_name));
    const missing = known().filter((name) => !applied.has(name));
    return missing.length === 0
      ? { ready: true, why: "ready" }
      : { ready: false, why: `migrations are missing: ${missing.join(", ")}` };
  } catch {
    return { ready: false, why: "the database cannot be reached" };
  } finally {
    clearTimeout(late);
    patience.catch(() => undefined);
    client.end().catch(() => undefined);
  }
}
