import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ndjson } from "@/data/export/ndjson";
import type { ExportScope } from "@/data/export/tables";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { ImportDesk, recordDigest } from "@/data/testing/import";
import { change, smallWorld, sourceOf, succeed } from "@/data/testing/world";
import type { ImportRun } from "@/formats/import-run";

let t: TestDatabase;
let desk: ImportDesk;
beforeAll(async () => {
  t = await openTestDatabase();
  desk = await ImportDesk.open(t);
  await succeed(t.prisma, [
    ...smallWorld(),
    ...Array.from({ length: 150 }, (_, n) =>
      sourceOf(`paper-${n}`, { title: n % 7 ? `Title “${n}” 名🙂` : null }),
    ),
    change(0),
  ]);
});
afterAll(async () => {
  await desk.close();
  await t.drop();
});

async function exported(scope: ExportScope = "everything", limit: number | null = null): Promise<string> {
  let all = "";
  for await (const line of ndjson(desk.sql, scope, limit)) all += line;
  return all;
}

/** Sent as a file; the record must not change by it. */
async function send(bytes: string): Promise<ImportRun> {
  const before = await recordDigest(t);
  const id = await desk.send({ bytes, name: "rangebook.ndjson" });
  expect((await desk.run(id)).state).toBe("check-queued");
  await desk.work();
  expect(await recordDigest(t)).toEqual(before);
  const [{ left }] = (await t.sql("SELECT count(*)::int AS left FROM import_chunk WHERE import_id = $1", [
    id,
  ])) as [{ left: number }];
  expect(left).toBe(0);
  return desk.run(id);
}
const messages = ({ problem }: ImportRun): string[] =>
  problem?.code === "import-refused" ? problem.details.problems.map((p) => p.message) : [];

describe("our own export, sent to the record that it came from", () => {
  test.each([
    ["everything", null],
    ["record", null],
    ["public", null],
    ["public", 100],
  ] as const)("changes nothing: the record holds all of it (%s, at most %s rows)", async (scope, limit) => {
    const text = await exported(scope, limit);
    const rows = text.trimEnd().split("\n").length - 2;
    const run = await send(text);
    expect(run, JSON.stringify(run.problem)).toMatchObject({
      state: "done",
      summary: { rows, outcomes: { matched: rows, created: 0, changed: 0 } },
    });
  });

  test("is refused once the record has moved on, with how many rows more it has of which table", async () => {
    const text = await exported();
    await succeed(t.prisma, [
      sourceOf("later-paper"),
      change(1, { status: "carried", effective: "2018-02" }),
    ]);
    const run = await send(text);
    expect(run.state).toBe("refused");
    const [first, ...rest] = messages(run);
    expect(first).toMatch(
      /moved on since: \d+ rows more in the record, 1 row that reads otherwise\.|differ: /,
    );
    expect(rest).toContain("status_change: 1 row more in the record.");
    expect(rest).toContain("source: 1 row more in the record.");
    // The deal's version, and when it was last heard of.
    expect(rest).toContain("deal: 1 row that reads otherwise.");
    expect(rest.find((m) => m.startsWith("deal: row id"))).toMatch(/reads otherwise in version/);
  });

  test("is refused when it says something else, or something that the record lacks, at its lines", async () => {
    const lines = (await exported()).trimEnd().split("\n");
    const at = lines.findIndex((l) => l.startsWith('{"table":"device"'));
    const gone = lines.findIndex((l) => l.startsWith('{"table":"source"'));
    const edited = lines.map((l, n) => (n === at ? l.replace('"The Phone"', '"Another Phone"') : l));
    const extra = (lines[gone] ?? "").replace(/"id":"[^"]+"/, '"id":"00000000-0000-4000-8000-000000000000"');
    edited.splice(gone, 0, extra);
    const run = await send(`${edited.join("\n")}\n`);
    const problems = run.problem?.code === "import-refused" ? run.problem.details.problems : [];
    expect(problems[0]?.message).toMatch(
      /^The record and this export differ: 1 row in the export only, 1 row that reads otherwise\./,
    );
    expect(problems.slice(-2)).toEqual([
      { line: at + 1, message: expect.stringMatching(/^device: row id .* reads otherwise in name\.$/) },
      { line: gone + 1, message: "source: the record has no row id 00000000-0000-4000-8000-000000000000." },
    ]);
  });

  test("is refused when it was cut short, is of another release, or has a line that is no row", async () => {
    const lines = (await exported()).trimEnd().split("\n");
    const told = async (changed: readonly string[]) =>
      (await send(`${changed.join("\n")}\n`)).problem?.message;
    expect(await told(lines.slice(0, -1))).toMatch(/cut short/);
    expect(await told([(lines[0] ?? "").replace("0001_record", "0000_other"), ...lines.slice(1)])).toMatch(
      /cannot be compared/,
    );
    expect(await told([...lines.slice(0, 90), '{"table":"nothing","row":{}}', ...lines.slice(90)])).toMatch(
      /do not belong here/,
    );
    expect(await told([...lines.slice(0, 90), '{"table":"device"}', ...lines.slice(90)])).toMatch(
      /neither a row nor the end/,
    );
  });
});

test("a list of a few columns that are called like ours is still a list", async () => {
  const id = await desk.send({ bytes: "manufacturer,name,kind\nThe Maker,A Phone,phone\n", kind: "devices" });
  await desk.work();
  expect(await desk.run(id)).toMatchObject({ state: "checked" });
});
