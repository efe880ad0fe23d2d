import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { withClient } from "./database.mjs";
import { migrate } from "./migrate.mjs";

/** Migrations are whole, and applied once (docs/promises.md, A7). */

let url: string;
let name: string;
let folder: string;
const owner = () => inject("cluster").owner;
const query = (at: string, text: string) => withClient(at, async (client) => (await client.query(text)).rows);

beforeEach(async () => {
  name = `m_${randomBytes(6).toString("hex")}`;
  url = owner().replace("%s", name);
  await query(owner().replace("%s", "postgres"), `CREATE DATABASE ${name} TEMPLATE template0`);
  folder = mkdtempSync(path.join(tmpdir(), "migrations-"));
});
afterEach(async () => {
  await query(owner().replace("%s", "postgres"), `DROP DATABASE ${name} WITH (FORCE)`);
  rmSync(folder, { recursive: true });
});

function write(migration: string, sql: string) {
  mkdirSync(path.join(folder, migration), { recursive: true });
  writeFileSync(path.join(folder, migration, "migration.sql"), sql);
}

it("two processes that start at once on an empty database apply each migration once", async () => {
  write("1", "CREATE TABLE once (id int); SELECT pg_sleep(0.2)");
  write("2", "INSERT INTO once VALUES (1)");
  const applied = await Promise.all([migrate(url, folder), migrate(url, folder)]);
  expect(applied.map((names) => names.length).sort()).toEqual([0, 2]);
  expect(await query(url, "SELECT id FROM once")).toEqual([{ id: 1 }]);
});

it("nothing is kept of a migration that fails, and it is applied once it is mended", async () => {
  write("1", "CREATE TABLE half (id int); SELECT 1/0");
  await expect(migrate(url, folder)).rejects.toThrow(
    /"1" failed and nothing of it was kept: division by zero/,
  );
  write("1", "CREATE TABLE half (id int)");
  expect(await migrate(url, folder)).toEqual(["1"]);
});

it("a migration whose process is killed completes on the next start", async () => {
  write("1", "CREATE TABLE slow (id int); SELECT pg_sleep(20)");
  const killed = migrate(url, folder).catch((error: Error) => error.message);
  const sleeping =
    "SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(20)' AND pid <> pg_backend_pid()";
  while ((await query(url, sleeping)).length === 0);
  await query(url, `SELECT pg_terminate_backend(pid) FROM (${sleeping}) s`);
  expect(await killed).toMatch(/nothing of it was kept/);
  write("1", "CREATE TABLE slow (id int)");
  expect(await migrate(url, folder)).toEqual(["1"]);
});

it("the database of a newer Rangebook is left alone", async () => {
  write("1", "SELECT 1");
  write("2", "SELECT 1");
  await migrate(url, folder);
  rmSync(path.join(folder, "2"), { recursive: true });
  await expect(migrate(url, folder)).rejects.toThrow(/newer Rangebook/);
});

it("the application may read which migrations are there", async () => {
  await migrate(url);
  const app = inject("cluster").app.replace("%s", name);
  expect((await query(app, `SELECT migration_name FROM "_prisma_migrations"`)).length).toBeGreaterThan(0);
});
