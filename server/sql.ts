import pg from "pg";
import { databaseUrl } from "./env";
import { log } from "./log";

/** Statements of imports and exports may take longer than those of pages (docs/promises.md, Limits). */
const STATEMENT_MS = 60_000;
const CONNECT_MS = 4_000;

/**
 * A connection for one import or export: COPY and temporary tables are beyond Prisma. Whoever opens it ends it.
 * `url`: the application's account unless another is given.
 */
export async function openSql(url: string = databaseUrl(), statementMs = STATEMENT_MS): Promise<pg.Client> {
  const sql = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: statementMs,
    keepAlive: true,
    application_name: "rangebook bulk",
  });
  // A connection that dies fails what is asked of it; alone it must not end the process.
  sql.on("error", (error) => log.warn({ error: error.message }, "bulk connection lost"));
  await sql.connect();
  return sql;
}
