import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { ImportState, ImportSummary, QuestionKind, QuestionOption, RowOutcome } from "@/domain/import";
import type { Refusal } from "@/domain/refusal";
import type { Mapping } from "@/formats/import-presets";
import { DEFAULT_OPTIONS, type ImportOptions, type ImportRun, type Reading } from "@/formats/import-run";

const select = {
  id: true,
  startedBy: { select: { id: true, name: true } },
  startedAt: true,
  finishedAt: true,
  fileName: true,
  byteSize: true,
  state: true,
  reading: true,
  mapping: true,
  options: true,
  stage: true,
  done: true,
  total: true,
  cancelRequested: true,
  summary: true,
  problem: true,
} as const;

type Row = Awaited<ReturnType<typeof find>>[number];
const find = (db: Db, ids: readonly Id[]) =>
  db.importRun.findMany({ where: { id: { in: [...ids] } }, select });

const toRun = (row: Row): ImportRun => ({
  ...row,
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  state: row.state as ImportState,
  reading: row.reading && "head" in (row.reading as object) ? (row.reading as unknown as Reading) : null,
  mapping: row.mapping as unknown as Mapping | null,
  options: { ...DEFAULT_OPTIONS, ...(row.options as Partial<ImportOptions>) },
  summary: row.summary as unknown as ImportSummary | null,
  problem: row.problem as unknown as Refusal | null,
});

/** One file on its way in; null: no such id. One query. */
export async function importRun(db: Db, id: Id): Promise<ImportRun | null> {
  const [row] = await find(db, [id]);
  return row ? toRun(row) : null;
}

/** The latest files, newest first. */
export async function importRuns(
  db: Db,
  page: number,
  size: number,
): Promise<{ runs: ImportRun[]; total: number }> {
  const rows = await db.importRun.findMany({
    select,
    orderBy: { startedAt: "desc" },
    take: size,
    skip: (page - 1) * size,
  });
  return { runs: rows.map(toRun), total: await db.importRun.count() };
}

/** Files that wait for a second person, the oldest first; at most a page of them. */
export async function importsHanded(db: Db): Promise<ImportRun[]> {
  const rows = await db.importRun.findMany({
    select,
    where: { state: "checked", options: { path: ["handed"], equals: true } },
    orderBy: { startedAt: "asc" },
    take: 50,
  });
  return rows.map(toRun);
}

export type Question = {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly line: number;
  readonly about: string;
  readonly options: readonly QuestionOption[];
  readonly answer: string | null;
};

/** Open and answered questions by kind, and some of one kind, the open ones first. */
export async function importQuestions(
  db: Db,
  run: Id,
  kind: QuestionKind | null,
  take: number,
): Promise<{ kinds: { kind: QuestionKind; open: number; total: number }[]; shown: Question[] }> {
  const counts = await db.$queryRaw<{ kind: QuestionKind; open: number; total: number }[]>`
    SELECT kind, count(*) FILTER (WHERE answer IS NULL)::int AS open, count(*)::int AS total
    FROM import_question WHERE import_id = ${run}::uuid GROUP BY kind ORDER BY kind`;
  const of = kind ?? counts.find((c) => c.open > 0)?.kind ?? counts[0]?.kind ?? null;
  if (of === null) return { kinds: counts, shown: [] };
  const rows = await db.importQuestion.findMany({
    where: { importId: run, kind: of },
    orderBy: [{ answer: { sort: "asc", nulls: "first" } }, { line: "asc" }],
    take,
  });
  return {
    kinds: counts,
    shown: rows.map((r) => ({
      ...r,
      kind: r.kind as QuestionKind,
      options: r.options as unknown as QuestionOption[],
    })),
  };
}

export type ReportRow = {
  readonly n: number;
  readonly line: number;
  readonly cells: readonly string[];
  readonly outcome: RowOutcome | null;
  readonly reason: string | null;
  readonly column: number | null;
  /** The thing that the row is about; of a dry run perhaps one that is not made yet. */
  readonly thing: Id | null;
};

/** Rows of a report in the order of the file, after row `after`; of one outcome, or all. */
export async function reportRows(
  db: Db,
  run: Id,
  { outcome, after = 0, take }: { outcome: RowOutcome | null; after?: number; take: number },
): Promise<ReportRow[]> {
  const rows = await db.importRow.findMany({
    where: { importId: run, n: { gt: after }, ...(outcome && { outcome }) },
    orderBy: { n: "asc" },
    take,
    select: {
      n: true,
      line: true,
      cells: true,
      outcome: true,
      reason: true,
      problemColumn: true,
      entityId: true,
    },
  });
  return rows.map(({ problemColumn, entityId, outcome: o, ...row }) => ({
    ...row,
    thing: entityId,
    outcome: o as RowOutcome | null,
    column: problemColumn,
  }));
}

/** Under which names things of the record stand in their addresses; those that are not on record are left out. */
export async function slugsOf(
  db: Db,
  kind: "manufacturers" | "carriers" | "devices",
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, string>> {
  const query = { where: { id: { in: [...ids] } }, select: { id: true, slug: true } };
  const found =
    kind === "devices"
      ? await db.device.findMany(query)
      : kind === "carriers"
        ? await db.carrier.findMany(query)
        : await db.manufacturer.findMany(query);
  return new Map(found.map(({ id, slug }) => [id, slug]));
}

const BATCH = 2_000;

/** All rows of a report, a batch in memory at a time. */
export async function* allReportRows(db: Db, run: Id, outcome: RowOutcome | null): AsyncGenerator<ReportRow> {
  for (let after = 0; ; ) {
    const rows = await reportRows(db, run, { outcome, after, take: BATCH });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.n;
  }
}
