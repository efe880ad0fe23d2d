import { execFileSync } from "node:child_process";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startCluster } from "@/cli/launcher/cluster.mjs";
import { withClient } from "@/cli/launcher/database.mjs";
import { migrate } from "@/cli/launcher/migrate.mjs";

/** What database tests are told: addresses of the test cluster, "%s" where the name of a database stands. */
export type TestCluster = { readonly owner: string; readonly app: string };

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** Nothing of a test database is worth a flush to disk. */
const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];
const PASSWORD = "only-for-tests";
const ROOT = path.resolve(import.meta.dirname, "..", "..");

/**
 * A cluster of its own in `.data/test`, with two templates: `tmpl_empty`, migrated, and `tmpl_dossier`, with the dossier
 * loaded through the door. Each test file clones one.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster({
    dataDir: path.join(ROOT, process.env.RANGEBOOK_DATA ?? ".data", "test"),
    settings: FAST,
  });
  await withClient(cluster.url("postgres"), async (client) => {
    for (const name of ["tmpl_empty", "tmpl_dossier"]) {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
    await client.query("CREATE DATABASE tmpl_empty");
  });
  await migrate(cluster.url("tmpl_empty"));
  await withClient(cluster.url("postgres"), async (client) => {
    await client.query(
      `DO $$ BEGIN CREATE ROLE test_web LOGIN PASSWORD '${PASSWORD}'; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    await client.query("GRANT rangebook_app TO test_web");
    await client.query("CREATE DATABASE tmpl_dossier TEMPLATE tmpl_empty STRATEGY wal_log");
  });
  const app = cluster.url("%s", "test_web", PASSWORD);
  execFileSync(process.execPath, ["--import", "tsx", path.join(ROOT, "cli", "load.ts")], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    // Of the environment only what Node needs: vitest puts values of its own there, BASE_URL among them.
    env: { PATH: process.env.PATH, NODE_ENV: "production", DATABASE_URL: app.replace("%s", "tmpl_dossier") },
  });
  project.provide("cluster", { owner: cluster.url("%s"), app });
  return () => cluster.stop();
}
