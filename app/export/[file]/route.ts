import { csvOf } from "@/data/export/csv";
import { dump } from "@/data/export/dump";
import { ndjson } from "@/data/export/ndjson";
import { type ExportScope, tablesOf } from "@/data/export/tables";
import type { Sql } from "@/data/import/sql";
import { exporting, scopeOf, VISITOR_ROWS } from "@/server/exports";
import { allowed, currentActor } from "@/server/session";
import { streamed } from "@/server/streamed";

/** `rangebook.ndjson`: everything that this person may have. `TABLE.csv`: one table of it. Streamed. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const actor = await currentActor();
  if (!allowed(actor, "export")) {
    return refuse(actor.kind === "visitor" ? 401 : 403, "not-allowed", "Sign in to take the record away.");
  }
  const { file } = await params;
  const scope = scopeOf(actor);
  const limit = actor.kind === "visitor" ? VISITOR_ROWS : null;
  if (file === "rangebook.ndjson") {
    return streamed(
      exporting(actor, (sql) => ndjson(sql, scope, limit)),
      "application/x-ndjson; charset=utf-8",
      file,
    );
  }
  const table = tablesOf(scope).find((t) => file === `${t.name}.csv`);
  if (!table) return refuse(404, "not-found", "There is no such file. /export names those there are.");
  return streamed(
    exporting(actor, (sql) => oneTable(sql, scope, table.name, limit)),
    "text/csv; charset=utf-8; header=present",
    file,
  );
}

async function* oneTable(
  sql: Sql,
  scope: ExportScope,
  name: string,
  limit: number | null,
): AsyncGenerator<string> {
  for await (const part of dump(sql, scope, name)) yield* csvOf(part, limit);
}

const refuse = (status: number, code: string, message: string) =>
  Response.json({ error: { code, message } }, { status });
