import pg from "pg";
import { answerAll, checkAgain, requestImport } from "@/data/import/answers";
import { takeNext } from "@/data/import/queue";
import { mapFile, receiveFile } from "@/data/import/runs";
import { workOn } from "@/data/import/work";
import { importRun } from "@/data/read/imports";
import {
  IMPORT_LIMITS,
  type ImportKind,
  type ImportSummary,
  type Preset,
  QUESTION_KINDS,
} from "@/domain/import";
import type { Actor } from "@/domain/permissions";
import { proposedMapping } from "@/formats/import-presets";
import type { ImportOptions, ImportRun } from "@/formats/import-run";
import type { TestDatabase } from "./database";

type File = {
  readonly bytes: string | Uint8Array | AsyncIterable<Uint8Array>;
  readonly name?: string;
  readonly preset?: Preset;
  readonly kind?: ImportKind;
  readonly options?: Partial<ImportOptions>;
  readonly actor?: Actor;
};

/** Sends files through the steps that a person and a server would go through. */
export class ImportDesk {
  private constructor(
    private readonly t: TestDatabase,
    readonly sql: pg.Client,
  ) {}

  static async open(t: TestDatabase): Promise<ImportDesk> {
    const sql = new pg.Client({ connectionString: t.app });
    sql.on("error", () => undefined);
    await sql.connect();
    return new ImportDesk(t, sql);
  }

  close = (): Promise<void> => this.sql.end();

  /** The file is received and mapped, and waits for its dry run. */
  async send({
    bytes,
    name = "list.csv",
    preset,
    kind,
    options = {},
    actor = { kind: "system" },
  }: File): Promise<string> {
    const id = await receiveFile(this.t.prisma, actor, {
      name,
      bytes: stream(bytes),
      limit: IMPORT_LIMITS.bytes,
    });
    const run = await this.run(id);
    if (run.state !== "mapping" || !run.reading) return id;
    const mapping = proposedMapping(run.reading.head, { preset, kind });
    if (!mapping) throw new Error(`Nobody knows what ${run.reading.head} is.`);
    await mapFile(this.t.prisma, actor, id, mapping, options);
    return id;
  }

  async run(id: string): Promise<ImportRun> {
    const run = await importRun(this.t.prisma, id);
    if (!run) throw new Error("The run is gone.");
    return run;
  }

  /** One piece of work, as a server would take it up. */
  async work(): Promise<void> {
    const task = await takeNext(this.sql);
    if (!task) throw new Error("Nothing waits.");
    await workOn({ db: this.t.prisma, sql: this.sql, limit: IMPORT_LIMITS.rows }, task);
  }

  async check(file: File): Promise<{ id: string; run: ImportRun; summary: ImportSummary }> {
    const id = await this.send(file);
    await this.work();
    const run = await this.run(id);
    if (!run.summary) throw new Error(`${run.state}: ${run.problem?.message}`);
    return { id, run, summary: run.summary };
  }

  /** Answers every question with its first option, until none is open. */
  async answerFirst(id: string): Promise<ImportSummary> {
    for (;;) {
      const { summary } = await this.run(id);
      if (!summary) throw new Error("There is no report.");
      if (summary.open === 0) return summary;
      for (const kind of QUESTION_KINDS) await answerAll(this.t.prisma, id, kind, "first");
      await this.recheck(id);
    }
  }

  async recheck(id: string): Promise<ImportSummary> {
    await checkAgain(this.t.prisma, id);
    await this.work();
    const { summary } = await this.run(id);
    if (!summary) throw new Error("There is no report.");
    return summary;
  }

  async take(id: string, said: Partial<ImportOptions> = {}): Promise<ImportRun> {
    const refusal = await requestImport(this.t.prisma, id, {
      leaveOutRefused: false,
      confirmedList: false,
      ...said,
    });
    if (refusal) throw new Error(refusal.message);
    await this.work();
    return this.run(id);
  }

  /** From the file to the record; every question gets its first answer. */
  async import(file: File, said: Partial<ImportOptions> = {}): Promise<ImportRun> {
    const { id } = await this.check(file);
    await this.answerFirst(id);
    const run = await this.take(id, said);
    if (run.state !== "done") throw new Error(`${run.state}: ${run.problem?.message}`);
    return run;
  }
}

async function* stream(bytes: File["bytes"]): AsyncGenerator<Uint8Array> {
  if (typeof bytes === "string") yield Buffer.from(bytes);
  else if (bytes instanceof Uint8Array) yield bytes;
  else yield* bytes;
}

/** How many rows each table of the record has, and a digest of them all: what must not change. */
export async function recordDigest(t: TestDatabase): Promise<Record<string, string>> {
  const tables = [
    "manufacturer",
    "carrier",
    "retailer",
    "device",
    "alias",
    "source",
    "source_version",
    "deal",
    "status_change",
    "evidence",
    "listing",
    "command_receipt",
  ];
  const found: Record<string, string> = {};
  for (const table of tables) {
    const [row] = await t.sql<{ digest: string }>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(r, '' ORDER BY r), '')) AS digest FROM (SELECT t::text AS r FROM ${table} t) t`,
    );
    found[table] = row?.digest ?? "";
  }
  return found;
}
