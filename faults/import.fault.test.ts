import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startCluster } from "@/cli/launcher/cluster.mjs";
import { withClient } from "@/cli/launcher/database.mjs";
import { migrate } from "@/cli/launcher/migrate.mjs";
import { requestImport } from "@/data/import/answers";
import { mapFile, receiveFile } from "@/data/import/runs";
import { importRun } from "@/data/read/imports";
import { verifyRecord } from "@/data/verify/verify";
import type { ImportState } from "@/domain/import";
import { proposedMapping } from "@/formats/import-presets";
import { openClient } from "@/server/db";

/**
 * An import is all or nothing (docs/promises.md, D5), also when its worker is killed or the server that started it is gone.
 */

const ROOT = path.resolve(import.meta.dirname, "..");
const DATA = path.join(ROOT, process.env.RANGEBOOK_DATA ?? ".data", "faults-import");
const ROWS = 2_000;

let cluster: Awaited<ReturnType<typeof startCluster>>;
let db: ReturnType<typeof openClient>;
const appUrl = () => `${cluster.url("rangebook")}?options=-c%20role%3Drangebook_app`;

beforeAll(async () => {
  rmSync(DATA, { recursive: true, force: true });
  cluster = await startCluster({ dataDir: DATA });
  await withClient(cluster.url("postgres"), (c) => c.query("CREATE DATABASE rangebook"));
  await migrate(cluster.url("rangebook"));
  db = openClient(appUrl());
}, 120_000);
afterAll(async () => {
  await db?.$disconnect();
  await cluster?.stop();
  rmSync(DATA, { recursive: true, force: true });
});

/** As the server starts it: the same program, with a channel to its parent. */
const startWorker = (): ChildProcess =>
  fork(path.join(ROOT, "server", "import-worker.ts"), {
    execArgv: ["--import", "tsx"],
    // Of the environment only what Node needs: vitest puts values of its own there, BASE_URL among them.
    env: { NODE_ENV: "production", PATH: process.env.PATH, DATABASE_APP_URL: appUrl(), LOG_LEVEL: "warn" },
  });

async function send(maker: string): Promise<string> {
  const rows = Array.from({ length: ROWS }, (_, n) => `${maker},Device ${n},${maker}-${n}\n`).join("");
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`manufacturer,name,models\n${rows}`);
  }
  const actor = { kind: "system" } as const;
  const id = await receiveFile(db, actor, { name: "list.csv", bytes: bytes(), limit: null });
  const mapping = proposedMapping(["manufacturer", "name", "models"], {});
  if (mapping) await mapFile(db, actor, id, mapping, {});
  return id;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    if (await holds()) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error("It never came.");
}
const stateOf = async (id: string) => (await importRun(db, id))?.state;
const comesTo = (id: string, state: ImportState) => until(async () => (await stateOf(id)) === state);
const devices = () => db.device.count();

/** Holds what an import takes last, so that it gets as far as that and no further. */
async function holdRecord(): Promise<() => Promise<void>> {
  const other = new pg.Client({ connectionString: cluster.url("rangebook") });
  await other.connect();
  await other.query("SELECT pg_advisory_lock(72707370)");
  return () => other.end();
}
const waitsForRecord = () =>
  until(async () => {
    const waiting = await db.$queryRaw<unknown[]>`
      SELECT 1 AS waits FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    return waiting.length > 0;
  });

/** Half a minute without a sign of life, without waiting for it. */
const grownCold = (id: string) =>
  withClient(cluster.url("rangebook"), (c) =>
    c.query("UPDATE import_run SET heartbeat_at = now() - interval '1 minute' WHERE id = $1", [id]),
  );

async function upToTheRecord(
  maker: string,
): Promise<{ id: string; worker: ChildProcess; release: () => Promise<void> }> {
  const id = await send(maker);
  const worker = startWorker();
  await comesTo(id, "checked");
  const release = await holdRecord();
  expect(await requestImport(db, id, { leaveOutRefused: false, confirmedList: false })).toBeNull();
  await waitsForRecord();
  return { id, worker, release };
}

it("killed in the middle it has taken nothing, and the next one takes all of it", async () => {
  const { id, worker, release } = await upToTheRecord("Killed");
  const before = await devices();
  worker.kill("SIGKILL");
  await once(worker, "exit");
  await release();
  expect(await devices()).toBe(before);
  await grownCold(id);
  const next = startWorker();
  await comesTo(id, "done");
  expect(await devices()).toBe(before + ROWS);
  expect(await verifyRecord(db)).toEqual([]);
  next.disconnect();
  expect(await once(next, "exit")).toEqual([0, null]);
});

it("when the server is gone it undoes what it was doing, ends, and leaves the work to another one", async () => {
  const { id, worker, release } = await upToTheRecord("Orphan");
  const before = await devices();
  worker.disconnect(); // what the death of the server does to it
  await once(worker, "exit");
  expect(await stateOf(id)).toBe("import-queued");
  await release();
  expect(await devices()).toBe(before);
  const next = startWorker();
  await comesTo(id, "done");
  expect(await devices()).toBe(before + ROWS);
  next.disconnect();
  await once(next, "exit");
});
