import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startCluster } from "@/cli/launcher/cluster.mjs";
import { migrate } from "@/cli/launcher/migrate.mjs";
import { verifyRecord } from "@/data/verify/verify";
import { runCommands } from "@/data/write/door";
import { openClient } from "@/server/db";

/** What was acknowledged survives kill -9 of the application, of PostgreSQL, of both (docs/promises.md, D1, D2). */

const ROOT = path.resolve(import.meta.dirname, "..");
const DATA = path.join(ROOT, process.env.RANGEBOOK_DATA ?? ".data", "faults-kill");
const KILLS = 10;
const PER_KILL = 110;

let cluster: Awaited<ReturnType<typeof startCluster>>;
let port: number;
const acknowledged = new Set<string>();

const appUrl = () => `${cluster.url("rangebook")}?options=-c%20role%3Drangebook_app`;

beforeAll(async () => {
  rmSync(DATA, { recursive: true, force: true });
  cluster = await startCluster({ dataDir: DATA });
  port = cluster.port;
  const admin = new pg.Client({ connectionString: cluster.url("postgres") });
  await admin.connect();
  await admin.query("CREATE DATABASE rangebook");
  await admin.end();
  await migrate(cluster.url("rangebook"));
  const client = openClient(appUrl());
  const outcome = await runCommands(client, { kind: "system" }, world());
  expect(outcome).toMatchObject({ ok: true });
  await client.$disconnect();
}, 120_000);

afterAll(async () => {
  await cluster?.stop();
  rmSync(DATA, { recursive: true, force: true });
});

it("loses nothing that was acknowledged, and leaves nothing half, over ten kills", async () => {
  let writer = startWriter();
  for (let kill = 0; kill < KILLS; kill++) {
    await untilMore(PER_KILL);
    const hit = ["application", "database", "both"][kill % 3];
    if (hit !== "database") await killHard(writer.pid);
    if (hit !== "application") {
      await killHard(postmaster());
      cluster = await startCluster({ dataDir: DATA, port });
    }
    if (hit !== "database") writer = startWriter();
  }
  await untilMore(PER_KILL);
  await killHard(writer.pid);

  expect(acknowledged.size).toBeGreaterThanOrEqual(1_000);
  const db = new pg.Client({ connectionString: cluster.url("rangebook") });
  await db.connect();
  const lost = await db.query(
    `SELECT a.id FROM unnest($1::uuid[]) AS a(id)
     WHERE NOT EXISTS (SELECT FROM command_receipt r WHERE r.id = a.id)
        OR NOT EXISTS (SELECT FROM audit_entry x WHERE x.command_id = a.id)
        OR NOT EXISTS (SELECT FROM evidence e WHERE e.command_id = a.id)
        OR NOT EXISTS (SELECT FROM status_change s WHERE s.command_id = a.id
                       UNION ALL SELECT FROM listing l WHERE l.command_id = a.id)`,
    [[...acknowledged]],
  );
  expect(lost.rows).toEqual([]);
  const half = await db.query(
    `SELECT command_id FROM status_change WHERE command_id NOT IN (SELECT id FROM command_receipt)
     UNION ALL SELECT command_id FROM listing WHERE command_id NOT IN (SELECT id FROM command_receipt)
     UNION ALL SELECT command_id FROM evidence WHERE command_id NOT IN (SELECT id FROM command_receipt)
     UNION ALL SELECT id FROM command_receipt WHERE id NOT IN (SELECT command_id FROM audit_entry WHERE command_id IS NOT NULL)
     UNION ALL SELECT d.id FROM deal d WHERE d.version <> (SELECT count(*) FROM status_change s WHERE s.deal_id = d.id)
                                          OR d.claim_count <> d.version`,
  );
  expect(half.rows).toEqual([]);
  await db.end();

  const client = openClient(appUrl());
  expect(await verifyRecord(client)).toEqual([]);
  await client.$disconnect();
}, 180_000);

function startWriter(): ChildProcess {
  const writer = spawn(process.execPath, ["--import", "tsx", path.join(ROOT, "faults", "writer.ts")], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATABASE_URL: appUrl(),
      LOG_LEVEL: "silent",
      NODE_NO_WARNINGS: "1",
    },
  });
  let rest = "";
  writer.stdout?.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const id of lines) acknowledged.add(id);
    for (const wake of waiting) wake();
  });
  return writer;
}

const waiting = new Set<() => void>();

/** Resolves when `more` further commands were acknowledged. */
function untilMore(more: number): Promise<void> {
  const goal = acknowledged.size + more;
  return new Promise((resolve) => {
    const look = () => {
      if (acknowledged.size < goal) return;
      waiting.delete(look);
      resolve();
    };
    waiting.add(look);
    look();
  });
}

async function killHard(pid: number | undefined): Promise<void> {
  if (!pid) throw new Error("There is nothing to kill.");
  process.kill(pid, "SIGKILL");
  for (;;) {
    try {
      process.kill(pid, 0);
      // A dead child stays until its parent has looked; the state says so.
      if (/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) return;
    } catch {
      return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const postmaster = (): number =>
  Number(readFileSync(path.join(DATA, "pg", "postmaster.pid"), "utf8").split("\n")[0]);

function world(): unknown[] {
  const base = { aliases: [], country: "US", parent: null };
  return [
    { kind: "create-manufacturer", id: randomUUID(), slug: "the-maker", name: "The Maker", ...base },
    {
      kind: "create-device",
      id: randomUUID(),
      slug: "the-device",
      manufacturer: "the-maker",
      name: "The Device",
      deviceKind: "phone",
      announced: null,
      aliases: [],
    },
    {
      kind: "create-retailer",
      id: randomUUID(),
      slug: "the-shop",
      name: "The Shop",
      country: "US",
      retailerKind: "shop",
      aliases: [],
    },
    {
      kind: "create-source",
      id: randomUUID(),
      slug: "the-source",
      publisher: "The Paper",
      title: null,
      url: null,
      author: null,
      published: "2018-01-30",
      sourceKind: "news",
      lang: "en",
      seen: true,
      cites: [],
    },
    ...Array.from({ length: 7 }, (_, i) => ({
      kind: "create-carrier",
      id: randomUUID(),
      slug: `carrier-${i}`,
      name: `Carrier ${i}`,
      carrierKind: "MNO",
      host: null,
      ...base,
    })),
  ];
}
