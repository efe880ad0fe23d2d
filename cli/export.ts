import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { writeCsvFolder } from "@/data/export/csv-folder";
import { ndjson } from "@/data/export/ndjson";
import { openSql } from "@/server/sql";

/**
 * `npm run export -- [--format ndjson|csv] [--out FOLDER]`: everything that the record holds, audit trail included, as
 * `rangebook.ndjson` or as one CSV a table. `npm run restore` writes either into an empty record.
 */

const { values } = parseArgs({
  options: { format: { type: "string", default: "ndjson" }, out: { type: "string", default: "export" } },
});

async function main(): Promise<number> {
  const { format } = values;
  if (format !== "ndjson" && format !== "csv") {
    console.error("--format is ndjson or csv.");
    return 2;
  }
  const folder = path.resolve(values.out);
  mkdirSync(folder, { recursive: true });
  const sql = await openSql();
  try {
    if (format === "csv") {
      console.log(`export: ${await writeCsvFolder(sql, folder)} tables in ${folder}`);
    } else {
      const file = path.join(folder, "rangebook.ndjson");
      await pipeline(Readable.from(ndjson(sql, "everything")), createWriteStream(file));
      console.log(`export: ${file}`);
    }
  } finally {
    await sql.end();
  }
  return 0;
}

process.exitCode = await main();
