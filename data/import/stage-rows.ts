import type { StagedRow } from "@/imports/staged-row";
import { type CopyValue, copyIn } from "./copy";
import type { Sql } from "./sql";

const COLUMNS =
  "import_id, n, line, cells, fixed, outcome, reason, problem_column, owner, owner_key, name, name_key, other_keys, ident, list_key, fields, aliases";

/** Rows of one COPY; between two, progress is told and cancelling is noticed. */
const BATCH = 5_000;

/** Puts the file's rows into `import_row`, a batch at a time. `after`: called with the number of rows so far. */
export async function stageRows(
  sql: Sql,
  run: string,
  staged: AsyncIterable<StagedRow>,
  after: (rows: number) => Promise<void>,
): Promise<number> {
  const source = staged[Symbol.asyncIterator]();
  let n = 0;
  let ended = false;
  async function* batch(): AsyncGenerator<CopyValue[]> {
    for (let taken = 0; taken < BATCH; taken++) {
      const next = await source.next();
      if (next.done) {
        ended = true;
        return;
      }
      n += 1;
      yield valuesOf(run, n, next.value);
    }
  }
  try {
    while (!ended) {
      await copyIn(sql, `import_row (${COLUMNS})`, batch());
      await after(n);
    }
  } finally {
    await source.return?.();
  }
  return n;
}

const valuesOf = (run: string, n: number, row: StagedRow): CopyValue[] => [
  run,
  n,
  row.line,
  row.cells,
  row.outcome !== null,
  row.outcome,
  row.reason,
  row.column,
  row.owner,
  row.ownerKey,
  row.name,
  row.nameKey,
  row.otherKeys,
  row.ident,
  row.listKey,
  { json: row.fields },
  { json: row.aliases },
];
