import pg from "pg";
import { withClient } from "@/cli/launcher/database.mjs";
import type { Cluster } from "./database";

/** A statement as the database was sent it. */
export type Statement = { readonly sql: string; readonly values: readonly (string | null)[] };

/** Marks where an entry of the server's log begins; its other lines begin with a tab. */
const PREFIX = "\u00a7";
const LOG = "server.log";

/**
 * What the product sends to a database while `work` runs, in order, from the server's own log: nothing of the product knows
 * that it is watched. Nobody else may use that database meanwhile.
 */
export async function statementsDuring(
  cluster: Cluster,
  database: string,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  const admin = new pg.Client({ connectionString: cluster.url("postgres") });
  await admin.connect();
  const sql = async (text: string) => (await admin.query(text)).rows[0];
  try {
    await sql(`ALTER SYSTEM SET log_line_prefix = '${PREFIX}%a${PREFIX}%d${PREFIX}'`);
    await sql("ALTER SYSTEM SET log_statement = 'all'");
    await sql("SELECT pg_reload_conf()");
    await admin.query("SELECT pg_sleep(0.3)"); // sessions read the settings before their next statement
    const { size: from } = await sql(`SELECT size FROM pg_stat_file('${LOG}')`);
    await work();
    const { size: to } = await sql(`SELECT size FROM pg_stat_file('${LOG}')`);
    const { text } = await sql(`SELECT pg_read_file('${LOG}', ${from}, ${to - from}) AS text`);
    return read(text, database);
  } finally {
    await sql("ALTER SYSTEM RESET log_line_prefix");
    await sql("ALTER SYSTEM RESET log_statement");
    await sql("SELECT pg_reload_conf()");
    await admin.end();
  }
}

const STATEMENT = /^LOG: {2}(?:statement|execute [^:]*): ([\s\S]*)$/;
const PARAMETERS = /^DETAIL: {2}[Pp]arameters: ([\s\S]*)$/;

function read(log: string, database: string): Statement[] {
  const found: { sql: string; values: (string | null)[] }[] = [];
  for (const entry of log.split(new RegExp(`(?:^|\\n)(?=${PREFIX})`))) {
    const [, application, name, text = ""] = entry.split(PREFIX);
    if (application !== "rangebook" || name !== database) continue;
    const whole = text.replaceAll("\n\t", "\n");
    const sql = STATEMENT.exec(whole)?.[1];
    const values = PARAMETERS.exec(whole)?.[1];
    if (sql !== undefined) found.push({ sql: sql.trimEnd(), values: [] });
    else if (values !== undefined) found.at(-1)?.values.push(...valuesOf(values));
  }
  return found;
}

/** "$1 = 'It''s', $2 = NULL" as values. */
const valuesOf = (text: string): (string | null)[] =>
  [...text.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(
    ([, value]) => value?.replaceAll("''", "'") ?? null,
  );

const CLAIM_TABLES = ["status_change", "evidence", "listing", "statement"];

export type Replay = {
  /** Milliseconds for all of them, one after another: the median of the rounds. */
  readonly ms: number;
  /** Claim tables that were read from end to end. */
  readonly scanned: readonly string[];
};

/** Sends the statements straight to the database, as the product's account. */
export const replay = (appUrl: string, statements: readonly Statement[], rounds: number): Promise<Replay> =>
  withClient(appUrl, async (client) => {
    const run = async () => {
      for (const { sql, values } of statements) await client.query(sql, [...values]);
    };
    await client.query("BEGIN READ ONLY");
    await run();
    // Of this transaction alone, scans inside of functions too.
    const { rows } = await client.query(
      "SELECT relname FROM pg_stat_xact_user_tables WHERE seq_scan > 0 AND relname = ANY ($1) ORDER BY 1",
      [CLAIM_TABLES],
    );
    await client.query("COMMIT");
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const began = performance.now();
      await run();
      times.push(performance.now() - began);
    }
    return { ms: quantile(times, 0.5), scanned: rows.map(({ relname }) => relname) };
  });

export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
