import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startCluster } from "./cluster.mjs";
import { checkVersion, withClient } from "./database.mjs";
import { freePort } from "./ports.mjs";
import { until } from "./processes.mjs";

/** A PostgreSQL server of the user's (DATABASE_URL), and two launchers on it at once (docs/promises.md, A7). */

const root = path.resolve(import.meta.dirname, "..", "..");
const dataDir = path.resolve(root, process.env.RANGEBOOK_DATA ?? ".data", "life-external");
const SECONDS = 1_000;

let cluster: Awaited<ReturnType<typeof startCluster>>;
const launched: { child: ChildProcess; ended: Promise<unknown> }[] = [];
const ask = (text: string) =>
  withClient(cluster.url("theirs"), async (client) => (await client.query(text)).rows);

beforeAll(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  cluster = await startCluster({ dataDir: path.join(dataDir, "server") });
  // Not a superuser, as a managed service gives out: it may create roles and owns its database.
  await withClient(cluster.url("postgres"), async (client) => {
    await client.query("CREATE ROLE theirs LOGIN CREATEROLE PASSWORD 'only-for-tests'");
    await client.query("CREATE DATABASE theirs OWNER theirs");
  });
});
afterAll(async () => {
  for (const { child } of launched) child.kill("SIGTERM");
  await Promise.all(launched.map(({ ended }) => ended));
  await cluster?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function launch(name: string) {
  const port = await freePort();
  const child = spawn(process.execPath, ["cli/start.mjs", "--empty"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      RANGEBOOK_DATA: path.join(dataDir, name),
      NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? ".next-test",
      DATABASE_URL: cluster.url("theirs", "theirs", "only-for-tests"),
      AUTH_SECRET: "only-for-tests-only-for-tests-only",
      PORT: String(port),
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece) => {
      said += piece;
    });
  const ended = once(child, "exit");
  launched.push({ child, ended });
  await until(() => said.includes("is ready") || child.exitCode !== null, { within: 200 * SECONDS });
  return { child, port, said: () => said };
}

it("two that start at once on its empty database both serve; one of them migrates, neither starts a server", async () => {
  const both = await Promise.all([launch("one"), launch("two")]);
  for (const { port, said } of both) {
    expect(said()).toContain("Rangebook is ready");
    expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200);
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
  }
  expect(both.filter(({ said }) => said().includes("Brought the database up to date"))).toHaveLength(1);
  for (const name of ["one", "two"]) expect(existsSync(path.join(dataDir, name, "pg"))).toBe(false);
  // What the application connects as may neither change claims nor the tables.
  const [right] = await ask(
    "SELECT has_table_privilege('rangebook_app', 'status_change', 'UPDATE, DELETE') AS may",
  );
  expect(right).toEqual({ may: false });
});

it("the database of a newer Rangebook is refused in plain words", async () => {
  await ask(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('new', 'x', '9999_later', now())`,
  );
  const { child, said } = await launch("three");
  expect(child.exitCode).toBe(1);
  expect(said()).toContain("The database was last used by a newer Rangebook");
  expect(said()).not.toMatch(/\bat .+:\d+:\d+/);
});

it.each([
  [140_011, "PostgreSQL 14; Rangebook needs 15 or later"],
  [150_000, null],
])("a server of version %i", async (number, refused) => {
  // The one thing that no server of ours can be made to answer.
  const asked = checkVersion({ query: async () => ({ rows: [{ number }] }) });
  if (refused) await expect(asked).rejects.toThrow(refused);
  else await asked;
});
