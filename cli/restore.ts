import path from "node:path";
import { deriveEverything } from "@/data/derived/everything";
import { ExportUnreadable, openExport } from "@/data/export/read-export";
import { restoreExport } from "@/data/export/restore";
import { openClient } from "@/server/db";
import { env } from "@/server/env";
import { openSql } from "@/server/sql";

/**
 * `npm run restore -- FILE_OR_FOLDER`: an export into an empty record, on the owner's account, hash for hash; then everything
 * derived is derived anew. What people did keeps their names;
 * their accounts do not come back: the first admin is set up as in any new installation.
 */

const [place, ...rest] = process.argv.slice(2);
const { DATABASE_URL } = env();

async function main(): Promise<number> {
  if (place === undefined || rest.length > 0 || !DATABASE_URL) {
    console.error("npm run restore -- FILE_OR_FOLDER");
    return 2;
  }
  const sql = await openSql(DATABASE_URL, 0);
  try {
    const tables = await restoreExport(sql, await openExport(path.resolve(place)));
    const rows = Object.values(tables).reduce((sum, t) => sum + t.rows, 0);
    console.log(
      `restore: ${rows.toLocaleString("en-GB")} rows in ${Object.keys(tables).length} tables, equal to the export hash for hash`,
    );
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (!(error instanceof ExportUnreadable) && code !== "ENOENT") throw error;
    console.error(`Not restored. ${message}`);
    return 1;
  } finally {
    await sql.end();
  }
  await derive(DATABASE_URL);
  return 0;
}

async function derive(url: string): Promise<void> {
  const db = openClient(url, { patient: true });
  await deriveEverything(db);
  await db.$disconnect();
}

process.exitCode = await main();
