import { afterAll, beforeAll, expect, test } from "vitest";
import { reportRows } from "@/data/read/imports";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { ImportDesk, recordDigest } from "@/data/testing/import";
import { smallWorld, succeed } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";

/** Status changes and listings from files, with their evidence, through the door. */

let t: TestDatabase;
let desk: ImportDesk;
beforeAll(async () => {
  t = await openTestDatabase();
  await succeed(t.prisma, smallWorld());
  desk = await ImportDesk.open(t);
});
afterAll(async () => {
  await desk.close();
  await t.drop();
});

const HEAD =
  "device,carrier,status,effective,target,reasons,note,source,source_url,source_publisher,source_published,attribution\n";
const report = async (id: string) =>
  (await reportRows(t.prisma, id, { outcome: null, take: 100 })).map((r) => [r.line, r.outcome, r.column]);

test("rows that say one claim are its evidence; a source that nobody knows is made, once", async () => {
  const { id, summary } = await desk.check({
    bytes:
      HEAD +
      "The Maker The Phone,The Carrier,planned,2018-01,2018-03,,,the-paper,,,,anonymous\n" +
      "the-phone,the-carrier,planned,2018-01,2018-03,,,,https://news.example/a,Daily,2018-01-12,named\n" +
      "TP-1,The Carrier,withdrawn,2018-01-30,,political-pressure; commercial,,,https://news.example/b,Daily,2018-01-30,official\n" +
      "the-phone,the-carrier,withdrawn,2018-01-30,,commercial,,,http://www.news.example/a/?utm_source=x,,,named\n",
  });
  expect(await report(id)).toEqual([
    [2, "created", null],
    [3, "created", null],
    [4, "created", null],
    [5, "created", null],
  ]);
  expect(summary.created).toEqual({ source: 2, "status change": 2 });
  // Nobody is named as the one who said it; that is told, and stops nothing.
  expect(summary.broken).toEqual({ "named-without-speaker": 2 });
  expect((await desk.take(id)).state).toBe("done");
  const changes = await t.prisma.statusChange.findMany({
    orderBy: { seq: "asc" },
    include: { evidence: { include: { source: true } } },
  });
  expect(
    changes.map((c) => [c.status, c.targetText, c.reasons, c.evidence.map((e) => e.source.publisher)]),
  ).toEqual([
    ["planned", "2018-03", [], ["The Paper", "Daily"]],
    ["withdrawn", null, ["political-pressure", "commercial"], ["Daily", "Daily"]],
  ]);
  expect(await verifyRecord(t.prisma)).toEqual([]);
});

test("the same file twice changes nothing; a new source for a known claim is evidence", async () => {
  const row = "the-phone,the-carrier,planned,2018-01,2018-03,,,the-paper,,,,anonymous\n";
  const before = await recordDigest(t);
  const known = await desk.check({ bytes: HEAD + row });
  expect(await report(known.id)).toEqual([[2, "matched", null]]);
  await desk.take(known.id);
  expect(await recordDigest(t)).toEqual(before);
  const more = await desk.check({
    bytes: `${HEAD}the-phone,the-carrier,planned,2018-01,2018-03,,,,https://news.example/b,,,named\n`,
  });
  expect(await report(more.id)).toEqual([[2, "changed", null]]);
  expect((await desk.take(more.id)).summary?.changed).toEqual({ "status change": 1 });
  expect(await t.prisma.statusChange.count()).toBe(2);
});

test.each([
  ["the-phone,the-carrier,sold,2019,,,,the-paper,,,,named", 3, /one of/],
  ["the-phone,the-carrier,carried,30/01/2019,,,,the-paper,,,,named", 4, /./],
  ["the-phone,the-carrier,carried,2018-02-30,,,,the-paper,,,,named", 4, /no 30 February/],
  ["the-phone,the-carrier,carried,2019,2020,,,the-paper,,,,named", 5, /Only a plan/],
  ["the-phone,the-carrier,carried,2019,,greed,,the-paper,,,,named", 6, /one of/],
  ["the-fone,the-carrier,carried,2019,,,,the-paper,,,,named", 1, /No device.*Near: The Phone/],
  ["the-phone,nobody,carried,2019,,,,the-paper,,,,named", 2, /No carrier/],
  ["the-phone,the-carrier,carried,2019,,,,no-paper,,,,named", 8, /No source/],
  ["the-phone,the-carrier,carried,2019,,,,,javascript:alert(1),,,named", 9, /web address/],
  ["the-phone,the-carrier,carried,2019,,,,,https://new.example/,,,named", 10, /publisher/],
  ["the-phone,the-carrier,carried,2019,,,,,,,,named", 8, /needs its source/],
  ["the-phone,the-carrier,declined,2019,,,,the-paper,,,,named", 3, /note/],
])("%s is refused at its column", async (row, column, message) => {
  const { id } = await desk.check({ bytes: `${HEAD + row}\n` });
  const [found] = await reportRows(t.prisma, id, { outcome: null, take: 1 });
  expect(found).toMatchObject({ outcome: "refused", column, reason: expect.stringMatching(message) });
});

test("listings come with their evidence, once", async () => {
  const bytes =
    "device,retailer,market,from,to,source,attribution\nthe-phone,The Shop,us,2018-02,2019,the-paper,named\nthe-phone,the-shop,CA,2018-03,,the-paper,named\n";
  const run = await desk.import({ bytes });
  expect(run.summary?.created).toEqual({ listing: 2 });
  expect(
    (await t.prisma.listing.findMany({ orderBy: { market: "asc" } })).map((l) => [
      l.market,
      l.fromText,
      l.toText,
    ]),
  ).toEqual([
    ["CA", "2018-03", null],
    ["US", "2018-02", "2019"],
  ]);
  const again = await desk.check({ bytes });
  expect(again.summary.outcomes.matched).toBe(2);
});

test("a file of claims that is too long is refused as a whole", async () => {
  const id = await desk.send({
    bytes: HEAD + "the-phone,the-carrier,carried,2019,,,,the-paper,,,,named\n".repeat(10_001),
  });
  await desk.work();
  expect(await desk.run(id)).toMatchObject({
    state: "refused",
    problem: { message: expect.stringMatching(/at most 10,000/) },
  });
});
