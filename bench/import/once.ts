import { requestImport } from "@/data/import/answers";
import { takeNext } from "@/data/import/queue";
import { mapFile, receiveFile } from "@/data/import/runs";
import { workOn } from "@/data/import/work";
import { importRun } from "@/data/read/imports";
import { proposedMapping } from "@/formats/import-presets";
import { openClient } from "@/server/db";
import { openSql } from "@/server/sql";
import { deviceList } from "./devices";

/**
 * One file's way into a record, in a process of its own as in the product, so that its memory is its own: received, tried dry,
 * imported. Arguments: the database's address, the number of rows. Answers over the channel to its parent.
 */

export type Measured = {
  readonly rows: number;
  /** Milliseconds. */
  readonly receive: number;
  readonly dryRun: number;
  readonly import: number;
  /** Most memory that the process ever held, and what it held before the file came, in MiB. */
  readonly peak: number;
  readonly before: number;
};

const MIB = 1024 * 1024;
const [url = "", wanted = "0"] = process.argv.slice(2);
const rows = Number(wanted);
const db = openClient(url, { patient: true });
const sql = await openSql(url);
const actor = { kind: "system" } as const;

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const value = await work();
  return [value, performance.now() - began];
}

/** One piece of work, as the server's worker takes it up. */
async function work(): Promise<void> {
  const task = await takeNext(sql);
  if (!task) throw new Error("Nothing waits.");
  await workOn({ db, sql, limit: null }, task);
}

try {
  const before = process.memoryUsage.rss() / MIB;
  const [id, receive] = await timed(() =>
    receiveFile(db, actor, { name: "devices.csv", bytes: deviceList(rows), limit: null }),
  );
  const head = (await importRun(db, id))?.reading?.head ?? [];
  const mapping = proposedMapping(head, {});
  if (!mapping) throw new Error("The head is not known.");
  await mapFile(db, actor, id, mapping, {});
  const [, dryRun] = await timed(work);
  const refusal = await requestImport(db, id, { leaveOutRefused: false, confirmedList: false });
  if (refusal) throw new Error(refusal.message);
  const [, taken] = await timed(work);
  const run = await importRun(db, id);
  if (run?.state !== "done" || run.summary?.created.device !== rows)
    throw new Error(`It ended as ${run?.state}: ${run?.problem?.message}`);
  const peak = process.resourceUsage().maxRSS / 1024;
  process.send?.({ rows, receive, dryRun, import: taken, peak, before } satisfies Measured);
} finally {
  await sql.end();
  await db.$disconnect();
}
process.disconnect();
