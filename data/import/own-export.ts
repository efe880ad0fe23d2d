import { type Comparison, compareExport, type TableDifference } from "@/data/export/compare";
import { ExportUnreadable, ndjsonExport } from "@/data/export/read-export";
import type { ImportSummary } from "@/domain/import";
import { counted } from "@/domain/import-words";
import { decoded } from "@/imports/encoding";
import { type FileProblem, FileRefused } from "@/imports/file-refused";
import type { Hands, Run } from "./run";
import { bytesOf, dropFile, refuseRun } from "./runs";

/** A row of the trail holds a command list at most. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * What becomes of an export of ours: it changes nothing when the record says just what it says; otherwise it is refused, with what
 * differs. What was said once is never overwritten, and who said it when cannot be said anew.
 * @throws FileRefused when it is no whole export
 */
export async function compareOwnExport({ db, sql }: Hands, run: Run, stop: () => void): Promise<void> {
  await db.importRun.update({ where: { id: run.id }, data: { stage: "Comparing with the record", done: 0 } });
  let found: Comparison;
  try {
    const exported = await ndjsonExport(linesOf(decoded(bytesOf(db, run.id), run.reading.encoding)));
    found = await compareExport(sql, exported, async (done) => {
      stop();
      await db.importRun.update({ where: { id: run.id }, data: { done } });
    });
  } catch (error) {
    if (error instanceof ExportUnreadable) throw new FileRefused({ line: 1, message: error.message });
    throw error;
  }
  const problems = differences(found);
  if (problems.length > 0) {
    await refuseRun(db, run.id, problems);
    return;
  }
  await dropFile(db, run.id);
  await db.$executeRaw`
    UPDATE import_run SET state = 'done', summary = ${JSON.stringify(nothingNew(found.rows))}::jsonb, stage = '',
      heartbeat_at = NULL, finished_at = now() WHERE id = ${run.id}::uuid`;
}

/** First how they stand to each other as a whole, then table by table, then the first rows of each. */
function differences({ tables, first }: Comparison): FileProblem[] {
  if (tables.length === 0) return [];
  const sum = (of: (t: TableDifference) => number) => tables.reduce((n, t) => n + of(t), 0);
  const all = {
    lacking: sum((t) => t.lacking),
    otherwise: sum((t) => t.otherwise),
    more: sum((t) => t.more),
  };
  const moved =
    all.lacking === 0 && all.otherwise === 0
      ? "The record holds all that this export holds, and has moved on since"
      : "The record and this export differ";
  const message = `${moved}: ${apart(all)}. Nothing is overwritten; what the record lacks comes as a list, and npm run restore reads an export into an empty record.`;
  return [
    { line: 1, message },
    ...tables.map((t) => ({
      line: first.find((f) => f.message.startsWith(`${t.table}:`))?.line ?? 1,
      message: `${t.table}: ${apart(t)}.`,
    })),
    ...first,
  ];
}

function apart({ lacking, otherwise, more }: Omit<TableDifference, "table">): string {
  const parts = [
    ...(more > 0 ? [`${counted(more, "row")} more in the record`] : []),
    ...(lacking > 0 ? [`${counted(lacking, "row")} in the export only`] : []),
    ...(otherwise > 0
      ? [`${counted(otherwise, "row")} that read${otherwise === 1 ? "s" : ""} otherwise`]
      : []),
  ];
  return parts.join(", ");
}

const nothingNew = (rows: number): ImportSummary => ({
  rows,
  outcomes: { created: 0, changed: 0, matched: rows, duplicate: 0, "left-out": 0, asked: 0, refused: 0 },
  created: {},
  changed: {},
  aliases: 0,
  open: 0,
  list: null,
});

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of text) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > LONGEST_LINE) throw new ExportUnreadable("A line of it is longer than any row.");
    for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line;
  }
  if (rest !== "") yield rest;
}
