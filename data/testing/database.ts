import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import type { Client } from "@/data/db";
import { openClient } from "@/server/db";

export type TestDatabase = {
  /** Address of the owner's account (a superuser here), to go around the application. */
  readonly owner: string;
  /** Address of the application's account. */
  readonly app: string;
  /** The client that the application would use, on its account. */
  readonly prisma: Client;
  /** One statement on the owner's account. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
};

/** A database of its own for one test file: migrated, and with the dossier if asked. Dropped with `drop()`. */
export async function openTestDatabase({ dossier = false } = {}): Promise<TestDatabase> {
  const cluster = inject("cluster");
  const name = `t_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: cluster.owner.replace("%s", "postgres") });
  await admin.connect();
  await createFrom(admin, name, dossier ? "tmpl_dossier" : "tmpl_empty");
  const owner = cluster.owner.replace("%s", name);
  const app = cluster.app.replace("%s", name);
  const prisma = openClient(app);
  const pool = new pg.Pool({ connectionString: owner, max: 4 });
  pool.on("error", () => undefined);
  return {
    owner,
    app,
    prisma,
    sql: async (text, values) => (await pool.query(text, values)).rows,
    drop: async () => {
      await prisma.$disconnect();
      await pool.end();
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

/** While somebody else copies the template PostgreSQL says 55006; then it is asked again. */
async function createFrom(admin: pg.Client, name: string, template: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY wal_log`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== "55006" || attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
