import { fork } from "node:child_process";
import path from "node:path";
import { databaseIn, withClient } from "@/cli/launcher/database.mjs";
import { explain, say, step } from "@/cli/launcher/say.mjs";
import { verifyRecord } from "@/data/verify/verify";
import { openClient } from "@/server/db";
import { type Addresses, benchDir, type Cluster, withCluster } from "./database";
import { copyAgain, THINGS, TRAIL } from "./import/copy-again";
import type { Measured } from "./import/once";

/**
 * `npm run bench:import`: lists of 12,500 and 50,000 devices into empty records, dry run and import, beside PostgreSQL's own
 * COPY of the same rows into the same tables in the same run; and the most memory that the importing process held.
 */

const SIZES = [12_500, 50_000] as const;
/** As the server starts it (server/imports.ts), in MiB. */
const HEAP = 512;

async function fresh(cluster: Cluster, name: string): Promise<Addresses> {
  await withClient(cluster.url("postgres"), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  );
  return databaseIn(cluster, { dataDir: benchDir(), name });
}

function importOnce(appUrl: string, rows: number): Promise<Measured> {
  const program = path.join(import.meta.dirname, "import", "once.ts");
  const child = fork(program, [appUrl, String(rows)], {
    execArgv: [...process.execArgv, `--max-old-space-size=${HEAP}`],
  });
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as Measured));
    child.once("exit", (code) => reject(new Error(`The import ended with ${code} before it was done.`)));
  });
}

async function differencesIn(appUrl: string): Promise<number> {
  const prisma = openClient(appUrl, { patient: true });
  try {
    return (await verifyRecord(prisma)).length;
  } finally {
    await prisma.$disconnect();
  }
}

const sum = (times: Iterable<number>): number => [...times].reduce((a, b) => a + b, 0);
const perSecond = (rows: number, ms: number): string =>
  Math.round((rows / ms) * 1000).toLocaleString("en-GB");
const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const line = (...cells: readonly string[]) => say(`| ${cells.join(" | ")} |`);

async function main(): Promise<void> {
  await withCluster(async (cluster) => {
    for (const rows of SIZES) {
      const record = await fresh(cluster, "rangebook_bench_import");
      const copy = await fresh(cluster, "rangebook_bench_copy");
      const measured = await step(`Importing ${rows} devices`, () => importOnce(record.appUrl, rows));
      const wrong = await step("Verifying the record", () => differencesIn(record.appUrl));
      if (wrong > 0) throw new Error(`The record differs from its claims in ${wrong} places.`);
      const copied = await step("Copying the same rows", () =>
        copyAgain(record.ownerUrl, copy.ownerUrl, [...THINGS, ...TRAIL], benchDir()),
      );
      report(measured, copied);
    }
    for (const name of ["rangebook_bench_import", "rangebook_bench_copy"])
      await withClient(cluster.url("postgres"), (c) => c.query(`DROP DATABASE ${name} WITH (FORCE)`));
  });
}

function report(measured: Measured, copied: ReadonlyMap<string, number>): void {
  const { rows } = measured;
  const things = sum(THINGS.map((t) => copied.get(t) ?? 0));
  const all = sum(copied.values());
  say("");
  line(`${rows.toLocaleString("en-GB")} devices`, "seconds", "rows/s", "to COPY of all of it");
  line("---", "---:", "---:", "---:");
  for (const [what, ms] of [
    ["COPY of things and names", things],
    ["COPY of all of it: receipts and audit trail too", all],
    ["file received", measured.receive],
    ["dry run", measured.dryRun],
    ["import", measured.import],
  ] as const)
    line(what, seconds(ms), perSecond(rows, ms), `${(ms / all).toFixed(1)} ×`);
  say("");
  say(
    `Memory: ${Math.round(measured.before)} MiB before the file came, ${Math.round(measured.peak)} MiB at most.`,
  );
  say("");
}

try {
  await main();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
