import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deriveEverything } from "@/data/derived/everything";
import { inTransaction } from "@/data/import/sql";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { hostileRecord } from "@/data/testing/hostile-record";
import { change } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import { runCommands } from "@/data/write/door";
import { splitCsv } from "@/formats/csv";
import { writeCsvFolder } from "./csv-folder";
import { digests } from "./dump";
import { ndjson } from "./ndjson";
import { type ExportUnreadable, openExport } from "./read-export";
import { restoreExport } from "./restore";
import { EXPORT_TABLES, NOT_EXPORTED } from "./tables";

/**
 * Import of an export is identity: into an empty record it gives the same one, hash for hash, its sealed trail too
 * (docs/promises.md, D9, S8).
 */

let t: TestDatabase;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "export-"));
  t = await openTestDatabase();
  await hostileRecord(t);
});
afterAll(async () => {
  await t.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function withSql<T>(url: string, work: (sql: pg.Client) => Promise<T>): Promise<T> {
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const everything = (url: string) =>
  withSql(url, (sql) =>
    inTransaction(sql, async () => {
      await sql.query("SET LOCAL TimeZone = 'UTC'");
      return digests(sql, "everything");
    }),
  );

async function writeNdjson(): Promise<string> {
  const file = path.join(folder, "rangebook.ndjson");
  await withSql(t.app, (sql) => pipeline(Readable.from(ndjson(sql, "everything")), createWriteStream(file)));
  return file;
}

async function writeCsv(): Promise<string> {
  await withSql(t.app, (sql) => writeCsvFolder(sql, folder));
  return folder;
}

test("the record to be exported has something in every table", async () => {
  const stands = await everything(t.app);
  expect(Object.keys(stands).filter((name) => stands[name]?.rows === 0 && name !== "list_entry")).toEqual([]);
});

test("every table is exported, or has a reason why not", async () => {
  const found = await t.sql<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const known = [...EXPORT_TABLES.map((e) => e.name), ...Object.keys(NOT_EXPORTED)];
  expect(
    found.map((f) => f.name).filter((name) => !known.includes(name)),
    "Add it to data/export/tables.ts.",
  ).toEqual([]);
});

describe.each([
  ["NDJSON", writeNdjson],
  ["CSV", writeCsv],
])("%s", (_, write) => {
  test("restored into an empty record gives the same record, which verifies, writes on and keeps its people's names", async () => {
    const place = await write();
    const twin = await openTestDatabase();
    try {
      await withSql(twin.owner, async (sql) => restoreExport(sql, await openExport(place)));
      expect(await everything(twin.app)).toEqual(await everything(t.app));
      await deriveEverything(twin.prisma);
      expect(await verifyRecord(twin.prisma)).toEqual([]);
      expect(
        (await twin.prisma.user.findMany({ select: { name: true, email: true, role: true } })).map(
          (u) => u.name,
        ),
      ).toContain("A editor");
      const outcome = await runCommands(twin.prisma, { kind: "system" }, [
        change(5, { status: "carried", effective: "2020" }),
      ]);
      expect(outcome.ok).toBe(true);
      expect(await verifyRecord(twin.prisma)).toEqual([]);
    } finally {
      await twin.drop();
    }
  });
});

describe("what is no whole export", () => {
  const refused = async (place: string, url = "") => {
    const twin = url === "" ? await openTestDatabase() : null;
    try {
      const target = twin?.owner ?? url;
      const before = await everything(target);
      const error = await withSql(target, async (sql) => restoreExport(sql, await openExport(place))).catch(
        (e: ExportUnreadable) => e.message,
      );
      expect(await everything(target)).toEqual(before);
      return error;
    } finally {
      await twin?.drop();
    }
  };
  const changed = async (change: (lines: string[]) => string[]): Promise<string> => {
    const lines = readFileSync(await writeNdjson(), "utf8")
      .trimEnd()
      .split("\n");
    const file = path.join(folder, "changed.ndjson");
    writeFileSync(file, `${change(lines).join("\n")}\n`);
    return file;
  };

  test("is refused when it was cut short, also between two rows", async () => {
    expect(await refused(await changed((lines) => lines.slice(0, -1)))).toMatch(/cut short/);
    expect(await refused(await changed((lines) => lines.slice(0, 40)))).toMatch(/cut short/);
  });

  test("is refused when a row was changed or is missing", async () => {
    expect(
      await refused(
        await changed((lines) => lines.map((l) => l.replace('"stance":"denies"', '"stance":"confirms"'))),
      ),
    ).toMatch(/not what the export says/);
    expect(
      await refused(await changed((lines) => lines.filter((l) => !l.includes('"table":"citation"')))),
    ).toMatch(/citation/);
  });

  test("is refused by a record that has something in it, and by another release", async () => {
    expect(await refused(await writeNdjson(), t.owner)).toMatch(/not empty/);
    expect(
      await refused(
        await changed(([head = "", ...rest]) => [head.replace("0001_record", "0000_other"), ...rest]),
      ),
    ).toMatch(/same release/);
  });
});

test("no cell of the CSV begins like a formula unless it is a number", async () => {
  await writeCsv();
  for (const { name } of EXPORT_TABLES) {
    const read = splitCsv(readFileSync(path.join(folder, `${name}.csv`), "utf8"));
    if (!read.ok) throw new Error(`${name}, line ${read.line}: ${read.message}`);
    for (const cell of read.rows.flat())
      if (!/^[+-]?\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  }
});

test("what visitors get names nobody and stops at its limit", async () => {
  const text = await withSql(t.app, async (sql) => {
    let all = "";
    for await (const line of ndjson(sql, "public", 50)) all += line;
    return all;
  });
  const lines = text.trimEnd().split("\n");
  expect(lines).toHaveLength(52);
  expect(lines.at(-1)).toMatch(/"cut":true/);
  expect(text).not.toMatch(
    /recorded_by_id|command_id|@example|@rangebook|"table":"(user|audit_entry|command_receipt)"/,
  );
});
