import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deriveEverything } from "@/data/derived/everything";
import { inTransaction } from "@/data/import/sql";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { change, command, person, smallWorld, sourceOf, succeed, support } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import { addComment } from "@/data/write/comments";
import { acceptProposal } from "@/data/write/decide";
import { runCommands } from "@/data/write/door";
import { proposeCommands } from "@/data/write/proposals";
import { splitCsv } from "@/formats/csv";
import { writeCsvFolder } from "./csv-folder";
import { digests } from "./dump";
import { ndjson } from "./ndjson";
import { type ExportUnreadable, openExport } from "./read-export";
import { restoreExport } from "./restore";
import { EXPORT_TABLES, NOT_EXPORTED } from "./tables";

/** Import of an export is identity: into an empty record it gives the same one, hash for hash, its sealed trail too. */

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

/** Text that has hurt formats before: quotes, separators, line breaks, formulas, apostrophes of our own, other scripts. */
const hostile = fc
  .string({
    unit: fc.constantFrom(
      '"',
      "'",
      ",",
      ";",
      "\n",
      "\t",
      "=",
      "+",
      "-",
      "@",
      "＝",
      "\\",
      "x",
      "é",
      "名",
      "🙂",
      " ",
      "{",
      "}",
      "0",
    ),
    minLength: 1,
    maxLength: 40,
  })
  .map((s) => `a${s}`.slice(0, 40))
  .chain((s) => fc.constantFrom(s, s.slice(1), `'${s.slice(1)}`))
  .filter((s) => s.trim() === s && s !== "");

/** Two merges, one of them undone: the log of both is part of the record. */
async function mergedShops({ prisma }: TestDatabase): Promise<void> {
  const reviewer = await person(t, "reviewer");
  const shop = (slug: string) =>
    command({ kind: "create-retailer", slug, name: slug, country: "US", retailerKind: "shop", aliases: [] });
  await succeed(prisma, [shop("shop-a"), shop("shop-b"), shop("shop-c")], reviewer);
  const merge = (slug: string, intoVersion: number) =>
    command({
      kind: "merge",
      entity: "retailer",
      slug,
      version: 1,
      into: "shop-c",
      intoVersion,
      why: "One shop under two names.",
    });
  const undone = merge("shop-a", 1);
  await succeed(prisma, [undone], reviewer);
  await succeed(prisma, [command({ kind: "unmerge", merge: undone.id, why: "Two after all." })], reviewer);
  const [kept] = await t.sql<{ version: number }>("SELECT version FROM retailer WHERE slug = 'shop-c'");
  await succeed(prisma, [merge("shop-b", kept?.version ?? 1)], reviewer);
}

async function hostileRecord({ prisma }: TestDatabase): Promise<void> {
  await succeed(prisma, smallWorld());
  await mergedShops(t);
  const texts = fc.sample(hostile, 60);
  const editor = await person(t, "editor");
  for (const [n, summary] of texts.entries()) {
    await succeed(
      prisma,
      [
        sourceOf(`source-${n}`, {
          title: texts[(n + 1) % texts.length],
          cites: n > 0 ? [`source-${n - 1}`] : [],
        }),
        command({
          kind: "record-statement",
          speaker: texts[(n + 2) % texts.length],
          org: "The Carrier",
          date: "2018-01-10",
          about: { device: "the-phone", carrier: null, manufacturer: null, policyAction: null },
          stance: "denies",
          quote: null,
          summary,
          source: `source-${n}`,
        }),
      ],
      editor,
    );
  }
  const first = change(0, { note: texts[0] });
  await succeed(prisma, [first], editor);
  await succeed(
    prisma,
    [
      command({
        ...first,
        id: undefined,
        kind: "correct-status",
        device: undefined,
        carrier: undefined,
        corrects: first.id,
        version: 1,
        why: "We were wrong.",
        status: "carried",
        reasons: ["commercial", "technical"],
      }),
    ].map((c) => ({ ...JSON.parse(JSON.stringify(c)), id: crypto.randomUUID() })),
    editor,
  );
  await succeed(
    prisma,
    [
      change(2, {
        status: "ended",
        effective: "2019-02~",
        evidence: [support("source-3", { via: ["the-paper"] })],
      }),
    ],
    editor,
  );
  const listing = command({
    kind: "record-listing",
    device: "the-phone",
    retailer: "the-shop",
    market: "US",
    from: "2018-03",
    to: null,
    note: texts[1],
    evidence: [support()],
  });
  const action = command({
    kind: "create-policy-action",
    slug: "the-act",
    title: "The Act",
    issuer: "Parliament",
    date: "2018",
    summary: texts[2],
    affects: ["the-maker"],
    sources: ["the-paper"],
  });
  const cause = change(3, { status: "carried", effective: "2019-06", policyActions: ["the-act"] });
  await succeed(prisma, [listing, action, cause], editor);
  await succeed(
    prisma,
    [
      command({ kind: "retract-listing", listing: listing.id, why: "Never on sale." }),
      command({ kind: "retract-source", slug: "source-9", version: 1, on: "2019", why: "Made up." }),
      command({ kind: "retract-status", claim: cause.id, version: 4, why: "Misread." }),
    ],
    await person(t, "reviewer"),
  );
  await reviewed(t, texts);
  // A refusal leaves its mark in the trail, without a receipt.
  await runCommands(prisma, await person(t, "analyst"), [change(5)]);
}

/** A proposal that was accepted as a batch, with a comment that speaks to somebody, in texts that have hurt formats before. */
async function reviewed({ prisma }: TestDatabase, texts: readonly string[]): Promise<void> {
  const [author, second] = [await person(t, "editor"), await person(t, "reviewer")];
  const proposed = await proposeCommands(prisma, author, [sourceOf("proposed")], {
    kind: "intake",
    title: texts[3] ?? "",
    comment: texts[4] ?? "",
  });
  if (!proposed.ok) throw new Error(proposed.refusal.message);
  const { proposal } = proposed;
  const mentions = second.kind === "user" ? [second.id] : [];
  const said = { id: crypto.randomUUID(), on: { proposal }, text: texts[5] ?? "", mentions };
  expect(await addComment(prisma, author, said)).toMatchObject({ ok: true });
  expect(await acceptProposal(prisma, second, { proposal, version: 1 })).toMatchObject({ ok: true });
}

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
