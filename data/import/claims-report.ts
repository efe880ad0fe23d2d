import type { Id } from "@/domain/claims";
import type { ClaimPlan } from "./claims-plan";
import { copyIn } from "./copy";
import type { Sql } from "./sql";

/** Writes what the plan of claims says about each row, and its questions, for people to read. In the running transaction. */
export async function reportClaims(sql: Sql, run: Id, { rows, asked }: ClaimPlan): Promise<void> {
  await sql.query(
    "CREATE TEMP TABLE i_outcome (n int PRIMARY KEY, outcome text, reason text, problem_column int) ON COMMIT DROP",
  );
  await copyIn(
    sql,
    "i_outcome",
    rows.map((r) => [r.n, r.outcome, r.reason, r.column]),
  );
  await sql.query(
    `UPDATE import_row r SET outcome = o.outcome, reason = o.reason, problem_column = o.problem_column
     FROM i_outcome o WHERE r.import_id = $1 AND r.n = o.n AND NOT r.fixed`,
    [run],
  );
  const keys = asked.map((a) => a.key);
  await sql.query("DELETE FROM import_question WHERE import_id = $1 AND key <> ALL ($2)", [run, keys]);
  for (const { key, text, about, options } of asked) {
    const line = rows.find((r) => r.draft?.device === text || r.draft?.place === text)?.line ?? 1;
    await sql.query(
      `INSERT INTO import_question (import_id, key, kind, line, about, options) VALUES ($1, $2, 'several-matches', $3, $4, $5)
       ON CONFLICT (import_id, key) DO UPDATE SET about = excluded.about, options = excluded.options`,
      [run, key, line, about, JSON.stringify(options)],
    );
  }
}
