import pg from "pg";
import { startCluster } from "./cluster.mjs";
import { migrate } from "./migrate.mjs";
import { Stop, say, step } from "./say.mjs";
import { secretsOf } from "./secrets.mjs";

const DATABASE = "rangebook";
const WEB = "rangebook_web";
const LEAST_VERSION = 15;

/**
 * The database to work with: the server of `DATABASE_URL`, else the embedded one; migrated, with both accounts.
 * @param {{ dataDir: string; settings?: string[] }} options
 * @returns {Promise<{ ownerUrl: string; appUrl: string;
 *   cluster: Awaited<ReturnType<typeof startCluster>> | null }>} cluster: null for a server of the user's
 */
export async function openDatabase({ dataDir, settings }) {
  if (process.env.DATABASE_URL) return openExternal(process.env.DATABASE_URL, process.env.DATABASE_APP_URL);
  const cluster = await step("Starting the database", () => startCluster({ dataDir, settings }));
  try {
    if (cluster.adopted) say("  a database server from an earlier start was still running; it goes on");
    return { ...(await databaseIn(cluster, { dataDir, name: DATABASE })), cluster };
  } catch (error) {
    if (!cluster.adopted) await cluster.stop();
    throw error;
  }
}

/**
 * A database of an embedded cluster, made when there is none; migrated, with both accounts.
 * @param {Awaited<ReturnType<typeof startCluster>>} cluster
 * @param {{ dataDir: string; name: string }} options dataDir: that of the cluster
 */
export async function databaseIn(cluster, { dataDir, name }) {
  const { webPassword } = secretsOf(dataDir);
  await withClient(cluster.url("postgres"), (client) => makeDatabase(client, name));
  const ownerUrl = cluster.url(name);
  await applyMigrations(ownerUrl);
  await withClient(ownerUrl, (client) => makeWebAccount(client, webPassword));
  return { ownerUrl, appUrl: cluster.url(name, WEB, webPassword) };
}

async function openExternal(ownerUrl, appUrl) {
  await withClient(ownerUrl, checkVersion);
  await applyMigrations(ownerUrl);
  return { ownerUrl, appUrl: appUrl ?? asApplication(ownerUrl), cluster: null };
}

/** The owner's address, whose connections give up the owner's rights before their first statement. */
export function asApplication(ownerUrl) {
  const url = new URL(ownerUrl);
  const options = [url.searchParams.get("options"), "-c role=rangebook_app"].filter(Boolean).join(" ");
  url.searchParams.set("options", options);
  url.search = url.search.replaceAll("+", "%20"); // PostgreSQL's clients take "+" literally
  return url.toString();
}

async function applyMigrations(ownerUrl) {
  const applied = await migrate(ownerUrl);
  if (applied.length > 0) say(`- Brought the database up to date: ${applied.join(", ")}`);
}

/**
 * @param {{ query(text: string): Promise<{ rows: { number: number }[] }> }} client
 * @throws {Stop} when the server is too old
 */
export async function checkVersion(client) {
  const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS number");
  const major = Math.floor(rows[0].number / 10_000);
  if (major < LEAST_VERSION)
    throw new Stop(
      `The server of DATABASE_URL is PostgreSQL ${major}; Rangebook needs ${LEAST_VERSION} or later.`,
    );
}

async function makeDatabase(client, name) {
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
  if (rowCount) return;
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (error.code !== "42P04") throw error; // another command was faster
  }
}

/** The account that the web process signs in with: a member of rangebook_app and nothing else. */
async function makeWebAccount(client, password) {
  await client.query(`DO $$ BEGIN
    CREATE ROLE ${WEB} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
  await client.query(`ALTER ROLE ${WEB} PASSWORD ${client.escapeLiteral(password)}`);
  await client.query(`GRANT rangebook_app TO ${WEB}`);
}

/**
 * Runs `work` on one connection and closes it.
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // what was asked of it fails by itself
  try {
    await client.connect();
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    throw new Stop(
      `The database ${pathname.slice(1)} at ${hostname}:${port || 5432} cannot be reached: ${error.message}`,
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
