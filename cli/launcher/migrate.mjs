import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { root } from "./paths.mjs";
import { Stop } from "./say.mjs";

/** Two processes that start at once take turns by this lock; any number would do, ours for ever. */
const LOCK = 72_707_369;

/** As Prisma's own engine makes it, so that its tools find nothing wrong. */
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

const APPLIED = `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;

/**
 * Brings a database to the newest migration; each one is applied whole or not at all.
 * @param {string} url the owner's address of the database
 * @param {string} [folder]
 * @returns {Promise<string[]>} the names of the migrations applied now
 * @throws {Stop} when the database is newer than this checkout, or a migration was edited or fails
 */
export async function migrate(url, folder = path.join(root, "prisma", "migrations")) {
  const client = new pg.Client({ connectionString: url, application_name: "rangebook-migrate" });
  client.on("error", () => {}); // the statement that a dying connection cuts off fails by itself
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(TABLE);
    const files = readMigrations(folder);
    const pending = pendingOf(files, (await client.query(APPLIED)).rows);
    for (const migration of pending) await apply(client, migration);
    await letTheApplicationIn(client);
    return pending.map(({ name }) => name);
  } finally {
    await client.end(); // ends the session and with it the lock
  }
}

/** @returns {{ name: string; sql: string; checksum: string }[]} in order */
function readMigrations(folder) {
  return fs
    .readdirSync(folder)
    .filter((name) => fs.existsSync(path.join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: crypto.createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * The migrations still to apply. Pure: what is on disk against what the database says.
 * @template {{ name: string; checksum: string }} Migration
 * @param {Migration[]} files
 * @param {{ name: string; checksum: string }[]} applied
 * @returns {Migration[]}
 */
export function pendingOf(files, applied) {
  const known = new Map(files.map(({ name, checksum }) => [name, checksum]));
  const done = new Map(applied.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of done) {
    if (!known.has(name))
      throw new Stop(
        `The database was last used by a newer Rangebook: it has the migration "${name}", which is not in this ` +
          "checkout. Update the checkout, or restore a backup from before.",
      );
    if (known.get(name) !== checksum)
      throw new Stop(
        `The migration "${name}" was edited after it was applied to this database. Put the file back as it was and ` +
          "write a new migration; while developing, delete the data folder to begin anew.",
      );
  }
  return files.filter(({ name }) => !done.has(name));
}

async function apply(client, { name, sql, checksum }) {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [crypto.randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {}); // the connection may be what failed
    throw new Stop(`The migration "${name}" failed and nothing of it was kept: ${error.message}`, {
      cause: error,
    });
  }
}

/**
 * The application reads which migrations are there (/readyz). An owner that is no superuser must be a member of
 * rangebook_app to hand connections over to it; since PostgreSQL 16 making a role does not grant that.
 */
async function letTheApplicationIn(client) {
  const { rows } = await client.query("SELECT FROM pg_roles WHERE rolname = 'rangebook_app'");
  if (rows.length === 0) return;
  await client.query('GRANT SELECT ON "_prisma_migrations" TO rangebook_app');
  try {
    await client.query("SET ROLE rangebook_app");
  } catch {
    await client.query("GRANT rangebook_app TO CURRENT_USER");
  }
  await client.query("RESET ROLE");
}
