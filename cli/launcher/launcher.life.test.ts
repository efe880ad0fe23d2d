import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { chromium } from "@playwright/test";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findChromium, NO_CHROMIUM } from "../testing/chromium.mjs";
import { startCluster } from "./cluster.mjs";
import { withClient } from "./database.mjs";
import { freePort } from "./ports.mjs";
import { isGone, until } from "./processes.mjs";
import { readRun } from "./run-file.mjs";

/** The launcher as a person meets it: started, stopped, and killed in every part. One story, told in order. */

const root = path.resolve(import.meta.dirname, "..", "..");
const dataDir = path.resolve(root, process.env.RANGEBOOK_DATA ?? ".data", "life");
const SECONDS = 1_000;

/** What a reader of a record without anything in it is told. */
const EMPTY_PAGES = [
  ["/", "This record is empty."],
  ["/devices", "No device is on record yet."],
  ["/matrix", "No carrier is on record yet"],
  ["/changes", "No change is on record yet"],
  ["/deals", "No deal is on record yet."],
  ["/policy", "No policy action is on record yet."],
  ["/sources", "No source is on record yet."],
] as const;

type Launched = { child: ChildProcess; said: () => string; ended: Promise<number | null> };
const launched: Launched[] = [];
let port: number;

function launch(env: Record<string, string> = {}): Launched {
  const child = spawn(process.execPath, ["cli/start.mjs", "--empty"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: "production",
      RANGEBOOK_DATA: dataDir,
      NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? ".next-test",
      PORT: String(port),
      ...env,
    },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece) => {
      text += piece;
    });
  const one = { child, said: () => text, ended: once(child, "exit").then(([code]) => code as number | null) };
  launched.push(one);
  return one;
}

async function start(env?: Record<string, string>): Promise<Launched> {
  const one = launch(env);
  const settled = await until(() => one.said().includes("is ready") || one.child.exitCode !== null, {
    within: 200 * SECONDS,
  });
  if (!settled || one.child.exitCode !== null) throw new Error(`not started: ${one.said()}`);
  return one;
}

const status = async (page: string) => {
  try {
    return (await fetch(`http://localhost:${port}${page}`, { signal: AbortSignal.timeout(9 * SECONDS) }))
      .status;
  } catch {
    return 0; // nobody listens
  }
};
function running() {
  const run = readRun(dataDir);
  if (!run) throw new Error("nothing runs"); // never a made-up process id: 0 would be our whole group
  return run;
}
/** Asks the database itself, on the owner's account, whoever serves it just now. */
async function sql(text: string): Promise<unknown[]> {
  const cluster = await startCluster({ dataDir });
  const rows = await withClient(cluster.url("rangebook"), async (client) => (await client.query(text)).rows);
  return rows;
}
async function postmaster(): Promise<number> {
  const [row] = (await sql(
    "SELECT pg_postmaster_start_time(), (pg_read_file('postmaster.pid')) AS file",
  )) as [{ file: string }];
  return Number(row.file.split("\n")[0]);
}

beforeAll(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  port = await freePort();
});
afterAll(async () => {
  for (const { child } of launched) child.kill("SIGTERM");
  await Promise.all(launched.map(({ ended }) => ended));
  await (await startCluster({ dataDir })).stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it("starts from nothing, answers, keeps no password in the run file, and refuses a second start", async () => {
  const first = await start();
  expect(await status("/readyz")).toBe(200);
  expect(running()).toEqual({
    address: `http://localhost:${port}`,
    launcher: first.child.pid,
    server: expect.any(Number),
  });
  const second = launch();
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`already runs here (process ${first.child.pid}): http://localhost:${port}`);
  await sql("CREATE TABLE kept (id int)");
}, 240_000);

it("shows an empty record honestly: what it is, and how to begin, with nothing for axe to find", async () => {
  const executablePath = findChromium(() => chromium.executablePath());
  if (!executablePath) throw new Error(NO_CHROMIUM);
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args });
  const page = await (await browser.newContext()).newPage();
  for (const [address, words] of EMPTY_PAGES) {
    const answer = await page.goto(`http://localhost:${port}${address}`);
    expect([address, answer?.status()]).toEqual([address, 200]);
    expect((await page.locator("main").textContent())?.replace(/\s+/g, " ")).toContain(words);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect([address, violations.map((v) => v.id)]).toEqual([address, []]);
  }
  await page.goto(`http://localhost:${port}/`);
  await page.getByRole("link", { name: "Sign in to add the first device" }).click();
  await page.waitForURL(/\/sign-in\?next=/);
  await browser.close();
}, 120_000);

it("heals when the database server is killed (A2)", async () => {
  await sql("INSERT INTO kept VALUES (1)");
  process.kill(await postmaster(), "SIGKILL");
  expect(await until(async () => (await status("/readyz")) === 503, { within: 10 * SECONDS })).toBe(true);
  expect(await status("/healthz")).toBe(200);
  expect(await until(async () => (await status("/readyz")) === 200, { within: 15 * SECONDS })).toBe(true);
  expect(await sql("SELECT id FROM kept")).toEqual([{ id: 1 }]);
});

it("stops on SIGTERM: web server, then database, within ten seconds (A6)", async () => {
  const { server } = running();
  const began = Date.now();
  const [first] = launched;
  first?.child.kill("SIGTERM");
  expect(await first?.ended).toBe(0);
  expect(Date.now() - began).toBeLessThan(10 * SECONDS);
  expect(isGone(server)).toBe(true);
  expect(existsSync(path.join(dataDir, "run.json"))).toBe(false);
  expect(existsSync(path.join(dataDir, "pg", "postmaster.pid"))).toBe(false);
});

it("is ready again within ten seconds (A6), and cleans up after a launcher that was killed", async () => {
  const began = Date.now();
  const { child } = await start();
  expect(Date.now() - began).toBeLessThan(10 * SECONDS);
  await sql("INSERT INTO kept VALUES (2)");
  const { server } = running();
  child.kill("SIGKILL");
  expect(await until(() => isGone(server), { within: 10 * SECONDS })).toBe(true);

  const next = await start();
  expect(next.said()).toContain("a database server from an earlier start was still running");
  expect(await sql("SELECT id FROM kept ORDER BY id")).toEqual([{ id: 1 }, { id: 2 }]);
});

it("ends in order when its web server is killed", async () => {
  const last = launched.at(-1);
  process.kill(running().server, "SIGKILL");
  expect(await last?.ended).toBe(1);
  expect(last?.said()).toContain("The web server ended unexpectedly");
  expect(existsSync(path.join(dataDir, "pg", "postmaster.pid"))).toBe(false);
});

it("starts after everything was killed at once, on the next port when its own is taken", async () => {
  const { child, ended } = await start();
  await sql("INSERT INTO kept VALUES (3)");
  const victims = [await postmaster(), running().server];
  child.kill("SIGKILL");
  for (const pid of victims) process.kill(pid, "SIGKILL");
  await ended;
  await until(() => victims.every(isGone), { within: 10 * SECONDS });

  const other = net.createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  const next = await start();
  expect(next.said()).toMatch(new RegExp(`Port ${port} is taken; Rangebook takes \\d+`));
  other.close();
  expect(await sql("SELECT id FROM kept ORDER BY id")).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  next.child.kill("SIGINT");
  expect(await next.ended).toBe(0);
});
