import { Readable } from "node:stream";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { csvOf } from "@/data/export/csv";
import { dump } from "@/data/export/dump";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { ImportDesk, recordDigest } from "@/data/testing/import";
import { command, person, smallWorld, succeed } from "@/data/testing/world";
import { requestImport } from "./answers";
import { takeNext } from "./queue";
import { cancelRun, FileTooLarge, receiveFile } from "./runs";
import { workOn } from "./work";

/** An import is all or nothing, whatever happens to it (docs/promises.md, D5). */

let t: TestDatabase;
let desk: ImportDesk;
beforeAll(async () => {
  t = await openTestDatabase();
  await succeed(t.prisma, smallWorld());
});
beforeEach(async () => {
  desk = await ImportDesk.open(t);
});
afterEach(() => desk.close());
afterAll(() => t.drop());

const devices = (count: number, maker: string) =>
  `manufacturer,name,models\n${Array.from({ length: count }, (_, n) => `${maker},Device ${n},M-${n}\n`).join("")}`;
const countOf = async (table: string) =>
  Number((await t.sql<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);
const left = async (id: string) => ({
  chunks: (await t.sql("SELECT FROM import_chunk WHERE import_id = $1", [id])).length,
  rows: (await t.sql("SELECT FROM import_row WHERE import_id = $1", [id])).length,
});

/** Another session that holds the record's lock, so that an import gets as far as its audit trail and no further. */
async function holdRecord(): Promise<() => Promise<void>> {
  const other = new pg.Client({ connectionString: t.owner });
  await other.connect();
  await other.query("SELECT pg_advisory_lock(72707370)");
  return () => other.end();
}
async function until(what: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    if (await what()) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error("It never came.");
}
const waitsForLock = () =>
  until(
    async () =>
      (
        await t.sql(
          "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        )
      ).length > 0,
  );

test("while a file is being written readers see the record as it was, and afterwards all of it", async () => {
  const { id } = await desk.check({ bytes: devices(200, "Reader") });
  const before = await countOf("device");
  const release = await holdRecord();
  const taken = desk.take(id);
  await waitsForLock();
  expect(await t.prisma.device.count()).toBe(before);
  expect(await t.prisma.importRun.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: "importing",
    stage: "Writing receipts and the audit trail",
  });
  await release();
  expect((await taken).state).toBe("done");
  expect(await countOf("device")).toBe(before + 200);
});

test("cancelled in the middle of writing it leaves nothing behind", async () => {
  const { id } = await desk.check({ bytes: devices(50, "Cancel") });
  const before = await recordDigest(t);
  const release = await holdRecord();
  const taken = desk.take(id);
  await waitsForLock();
  expect(await cancelRun(t.prisma, id)).toBe(true);
  expect((await taken).state).toBe("cancelled");
  await release();
  expect(await recordDigest(t)).toEqual(before);
  expect(await left(id)).toEqual({ chunks: 0, rows: 0 });
  expect(await cancelRun(t.prisma, id)).toBe(false);
});

test("claims that are cancelled before the door has them are not written", async () => {
  const { id } = await desk.check({
    bytes:
      "device,carrier,status,effective,source,attribution\nthe-phone,the-carrier,planned,2018-01-07,the-paper,named\n",
  });
  const before = await recordDigest(t);
  const release = await holdRecord();
  const taken = desk.take(id);
  await waitsForLock();
  expect(await cancelRun(t.prisma, id)).toBe(true);
  const [now] = await t.sql<{ at: Date }>("SELECT now() AS at");
  await until(async () => {
    const { heartbeatAt } = await t.prisma.importRun.findUniqueOrThrow({ where: { id } });
    return heartbeatAt !== null && now !== undefined && heartbeatAt > now.at;
  });
  await release();
  expect((await taken).state).toBe("cancelled");
  expect(await recordDigest(t)).toEqual(before);
  expect(await left(id)).toEqual({ chunks: 0, rows: 0 });
});

test("cancelled while it waits it is gone at once", async () => {
  const { id } = await desk.check({ bytes: devices(5, "Waits") });
  await cancelRun(t.prisma, id);
  expect((await desk.run(id)).state).toBe("cancelled");
  expect(await left(id)).toEqual({ chunks: 0, rows: 0 });
});

test("a connection that dies in the middle takes nothing, and the run is taken up again", async () => {
  const { id } = await desk.check({ bytes: devices(50, "Dies") });
  const before = await recordDigest(t);
  const release = await holdRecord();
  await requestImport(t.prisma, id, { leaveOutRefused: false, confirmedList: false });
  const task = await takeNext(desk.sql);
  if (!task) throw new Error("Nothing waits.");
  const { pid } = (await desk.sql.query<{ pid: number }>("SELECT pg_backend_pid() AS pid")).rows[0] ?? {
    pid: 0,
  };
  const taken = workOn({ db: t.prisma, sql: desk.sql, limit: null }, task);
  await waitsForLock();
  await t.sql("SELECT pg_terminate_backend($1)", [pid]);
  await taken;
  await release();
  expect(await recordDigest(t)).toEqual(before);
  expect((await desk.run(id)).state).toBe("import-queued");
  const next = await ImportDesk.open(t);
  await next.work();
  expect((await next.run(id)).state).toBe("done");
  await next.close();
});

describe("a process that dies", () => {
  const die = async (id: string, state: string) =>
    t.sql("UPDATE import_run SET state = $2, heartbeat_at = now() - interval '3 minutes' WHERE id = $1", [
      id,
      state,
    ]);

  test("leaves its work to another one, three times, then the run has failed", async () => {
    const { id } = await desk.check({ bytes: devices(5, "Thrice") });
    await t.sql("UPDATE import_run SET state = 'check-queued', attempts = 0 WHERE id = $1", [id]);
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect(await takeNext(desk.sql)).toEqual({ id, work: "check" });
      await die(id, "checking");
    }
    expect(await takeNext(desk.sql)).toBeNull();
    expect(await desk.run(id)).toMatchObject({ state: "failed", problem: { code: "unavailable" } });
    expect(await left(id)).toEqual({ chunks: 0, rows: 0 });
  });

  test("during an upload leaves nothing", async () => {
    const { id } = await desk.check({ bytes: devices(5, "Upload") });
    await die(id, "uploading");
    expect(await takeNext(desk.sql)).toBeNull();
    expect((await desk.run(id)).state).toBe("cancelled");
    expect(await left(id)).toEqual({ chunks: 0, rows: 0 });
  });
});

test("of one person two run at once, of all four; the rest wait", async () => {
  const people = await Promise.all([1, 2, 3].map(() => person(t, "editor")));
  const sent: string[] = [];
  for (const actor of people)
    for (const n of [1, 2, 3]) sent.push(await desk.send({ actor, bytes: devices(1, `Queue ${n}`) }));
  const taken: string[] = [];
  for (let task = await takeNext(desk.sql); task; task = await takeNext(desk.sql)) taken.push(task.id);
  expect(taken).toEqual([sent[0], sent[1], sent[3], sent[4]]);
  await t.sql("UPDATE import_run SET state = 'cancelled' WHERE id = ANY ($1)", [sent]);
});

test("somebody else's device between report and word: nothing is taken, and the report is made anew", async () => {
  const { id } = await desk.check({ bytes: devices(3, "The Maker") });
  await succeed(t.prisma, [
    command({
      kind: "create-device",
      slug: "elsewhere",
      manufacturer: "the-maker",
      name: "Device 1",
      deviceKind: "phone",
      announced: null,
      aliases: [],
    }),
  ]);
  const before = await recordDigest(t);
  await requestImport(t.prisma, id, { leaveOutRefused: false, confirmedList: false });
  await desk.work();
  expect(await desk.run(id)).toMatchObject({ state: "check-queued", options: { again: true } });
  expect(await recordDigest(t)).toEqual(before);
  await desk.work();
  expect((await desk.run(id)).summary).toMatchObject({ created: { device: 2 }, changed: { device: 1 } });
  expect((await desk.take(id)).state).toBe("done");
});

test("who may no longer import when the work begins imports nothing", async () => {
  const editor = await person(t, "editor");
  const { id } = await desk.check({ actor: editor, bytes: devices(2, "Demoted") });
  if (editor.kind === "user")
    await t.prisma.user.update({ where: { id: editor.id }, data: { role: "analyst" } });
  const before = await recordDigest(t);
  expect(await desk.take(id)).toMatchObject({ state: "failed", problem: { code: "not-allowed" } });
  expect(await recordDigest(t)).toEqual(before);
});

describe("what is no table", () => {
  test.each([
    ["a web page", "<!doctype html><html></html>", 1, /web page/],
    ["an archive", "PK\x03\x04....", 1, /ZIP/],
    ["nothing", "", 1, /empty/],
    ["a head alone", "manufacturer,name\n", 1, /no rows/],
    ["an open quote", 'manufacturer,name\nA,B\nC,"D\nE,F\n', 3, /never closed/],
    ["one endless line", `manufacturer,name\n${"x".repeat(2_000_000)}`, 2, /characters/],
    ["too many columns", `manufacturer,name${",x".repeat(200)}\nA,B\n`, 1, /columns/],
    ["a zero byte", "manufacturer,name\nA,\0B\n", 2, /zero byte/],
  ])("%s is refused with its line, and the file is not kept", async (_, bytes, line, message) => {
    const id = await desk.send({ bytes, kind: "devices" });
    if ((await desk.run(id)).state === "check-queued") await desk.work();
    const run = await desk.run(id);
    expect(run).toMatchObject({
      state: "refused",
      problem: {
        code: "import-refused",
        details: { total: 1, problems: [{ line, message: expect.stringMatching(message) }] },
      },
    });
    expect(await left(id)).toEqual({ chunks: 0, rows: 0 });
  });

  test.each(["manufacturer", "carrier", "retailer", "device", "alias", "status_change", "evidence"])(
    "one table of our own export, %s, which would make things named after ids",
    async (table) => {
      const of = async function* (): AsyncGenerator<string> {
        for await (const part of dump(desk.sql, "everything", table)) yield* csvOf(part);
      };
      const id = await desk.send({ bytes: Readable.from(of()).map((text: string) => Buffer.from(text)) });
      const run = await desk.run(id);
      expect(run).toMatchObject({ state: "refused" });
      expect(run.problem?.message).toMatch(/npm run restore/);
    },
  );

  test("10,000 bad rows are all counted and the first hundred told", async () => {
    const bytes = `manufacturer,name,kind\n${"Maker,Device,car\n".repeat(10_000)}`;
    const { summary } = await desk.check({ bytes });
    expect(summary.outcomes.refused).toBe(10_000);
  });

  test("more bytes than may be, and a stream that breaks off, leave nothing", async () => {
    const big = async function* () {
      for (let n = 0; n < 4; n++) yield new Uint8Array(1024 * 1024).fill(97);
    };
    const sent = receiveFile(
      t.prisma,
      { kind: "system" },
      { name: "big.csv", bytes: big(), limit: 3 * 1024 * 1024 },
    );
    await expect(sent).rejects.toBeInstanceOf(FileTooLarge);
    const cut = async function* () {
      yield Buffer.from("a,b\n1,2");
      throw new Error("connection reset");
    };
    const broken = receiveFile(t.prisma, { kind: "system" }, { name: "cut.csv", bytes: cut(), limit: null });
    await expect(broken).rejects.toThrow("connection reset");
    expect(
      await countOf(
        "import_chunk WHERE import_id IN (SELECT id FROM import_run WHERE file_name IN ('big.csv', 'cut.csv'))",
      ),
    ).toBe(0);
  });
});
