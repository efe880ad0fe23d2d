import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { build } from "@/cli/launcher/build.mjs";
import { startCluster } from "@/cli/launcher/cluster.mjs";
import { withClient } from "@/cli/launcher/database.mjs";
import { migrate } from "@/cli/launcher/migrate.mjs";
import { freePort } from "@/cli/launcher/ports.mjs";
import { until } from "@/cli/launcher/processes.mjs";
import { actionBody, actionId } from "@/e2e/action-call";
import { DatabaseProxy, type Mode } from "./proxy";

/**
 * The production server while its database refuses, hangs or is starting, when it is back, and when it is asked to stop
 * (docs/promises.md, A1, A2, A6).
 */

const ROOT = path.resolve(import.meta.dirname, "..");
const DATA = path.join(ROOT, process.env.RANGEBOOK_DATA ?? ".data", "faults-away");
const SECONDS = 1_000;

let cluster: Awaited<ReturnType<typeof startCluster>>;
let proxy: DatabaseProxy;
let web: ChildProcess;
let base: string;

beforeAll(async () => {
  process.chdir(ROOT);
  rmSync(DATA, { recursive: true, force: true });
  await build();
  cluster = await startCluster({ dataDir: DATA });
  await withClient(cluster.url("postgres"), (client) => client.query("CREATE DATABASE rangebook"));
  await migrate(cluster.url("rangebook"));
  proxy = new DatabaseProxy(await freePort(), cluster.port);
  await proxy.listen();
  await serve();
});

afterAll(async () => {
  web?.kill("SIGKILL");
  await proxy?.close();
  await cluster?.stop();
  rmSync(DATA, { recursive: true, force: true });
});

async function serve(): Promise<void> {
  const port = await freePort();
  const database = new URL(cluster.url("rangebook"));
  database.port = String(proxy.port);
  web = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      NEXT_DIST_DIR: process.env.NEXT_DIST_DIR,
      DATABASE_APP_URL: `${database}?options=-c%20role%3Drangebook_app`,
      AUTH_SECRET: "only-for-tests-only-for-tests-only",
      LOG_LEVEL: "silent",
      PORT: String(port),
    },
  });
  base = `http://localhost:${port}`;
  await once(web, "message");
}

type Seen = { status: number; retryAfter: string | null; type: string; ms: number };
async function ask(at: string, init: RequestInit = {}): Promise<Seen> {
  const began = performance.now();
  const answer = await fetch(`${base}${at}`, { headers: { accept: "text/html" }, ...init });
  await answer.text();
  return {
    status: answer.status,
    retryAfter: answer.headers.get("retry-after"),
    type: answer.headers.get("content-type") ?? "",
    ms: performance.now() - began,
  };
}
/** Every try to sign in is written down before the password is looked at: 422 means that a write was committed. */
let tries = 0;
const write = () =>
  ask("/sign-in", {
    method: "POST",
    headers: { origin: base, "next-action": actionId("app/sign-in/actions.ts#signInAction") },
    body: actionBody({
      email: `nobody-${++tries}@example.test`,
      password: "a password of nobody",
      next: "/",
    }),
  });

it("reads and writes while all is well", async () => {
  expect((await ask("/")).status).toBe(200);
  expect((await ask("/readyz")).status).toBe(200);
  expect((await write()).status).toBe(422);
});

it.each<Mode>(["refuses", "hangs", "starting"])(
  "says so while the database %s: lives, and heals",
  async (mode) => {
    // Several connections lie idle in the pool when it happens.
    await Promise.all(Array.from({ length: 6 }, () => ask("/")));
    await proxy.set(mode);
    const [page, form] = await Promise.all([ask("/"), write()]);
    for (const answer of [page, form, await ask("/devices"), await ask("/api/suggest"), await write()]) {
      expect(answer).toMatchObject({ status: 503, retryAfter: expect.stringMatching(/^\d+$/) });
      expect(answer.ms).toBeLessThan(10 * SECONDS);
    }
    expect(page.type).toContain("text/html");
    expect((await ask("/healthz")).status).toBe(200);
    expect(await ask("/readyz")).toMatchObject({ status: 503, retryAfter: expect.any(String) });

    await proxy.set("open");
    expect(await until(async () => (await write()).status === 422, { within: 15 * SECONDS })).toBe(true);
    expect((await ask("/")).status).toBe(200);
    expect((await ask("/readyz")).status).toBe(200);
    expect(web.exitCode ?? web.signalCode).toBeNull();
  },
  90_000,
);

it("lives through the death of every idle connection", async () => {
  await Promise.all(Array.from({ length: 6 }, () => ask("/")));
  const killed = await withClient(cluster.url("postgres"), (client) =>
    client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'rangebook' AND state = 'idle'",
    ),
  );
  expect(killed.rowCount).toBeGreaterThan(0);
  // Whoever meets a connection whose end is not known yet is told to try again, and that works.
  const first = await Promise.all(Array.from({ length: 6 }, () => ask("/")));
  for (const { status } of first) expect([200, 503]).toContain(status);
  expect(await until(async () => (await write()).status === 422, { within: 5 * SECONDS })).toBe(true);
  expect((await ask("/")).status).toBe(200);
  expect(web.exitCode ?? web.signalCode).toBeNull();
});

it("on SIGTERM takes no new work, ends what is running, and goes within ten seconds", async () => {
  await proxy.set("slow");
  const running = [ask("/"), write()];
  // They are on their way when the database hears of them.
  const heard = () =>
    withClient(cluster.url("postgres"), async (client) => {
      const { rows } = await client.query(
        "SELECT FROM pg_stat_activity WHERE application_name = 'rangebook' AND query_start > now() - interval '2 s'",
      );
      return rows.length > 1;
    });
  expect(await until(heard, { within: 10 * SECONDS })).toBe(true);
  const began = performance.now();
  web.kill("SIGTERM");
  const ended = once(web, "exit");
  const refuses = () =>
    ask("/healthz").then(
      () => false,
      () => true,
    );
  expect(await until(refuses, { within: 5 * SECONDS })).toBe(true);
  expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 422]);
  expect(await ended).toEqual([0, null]);
  expect(performance.now() - began).toBeLessThan(10 * SECONDS);
});
