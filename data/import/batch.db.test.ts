import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { ImportDesk, recordDigest } from "@/data/testing/import";
import { person, smallWorld, succeed } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import { setReviewRule } from "@/data/write/review-rules";
import { carryOutUndo, planUndo } from "@/data/write/undo";
import type { Actor } from "@/domain/permissions";
import { acceptImport, handBack, handOver, requestImport } from "./answers";

/** A file is one batch, whichever way its rows are written; and what needs a second person is refused as a whole. */

let t: TestDatabase;
let desk: ImportDesk;
let editor: Actor;
beforeAll(async () => {
  t = await openTestDatabase();
  await succeed(t.prisma, smallWorld());
  desk = await ImportDesk.open(t);
  editor = await person(t, "editor");
});
afterAll(async () => {
  await desk.close();
  await t.drop();
});

const NOTHING = { leaveOutRefused: false, confirmedList: false };
const things = (name: string) =>
  `manufacturer,name,code_names,models\nThe Maker,${name},x-${name},M-${name}\n`;
const claims = (day: string) =>
  `device,carrier,status,effective,source,attribution\nthe-phone,the-carrier,planned,${day},the-paper,named\n`;

test.each([
  ["things", things("Alpha")],
  ["claims", claims("2018-01-05")],
])("a file of %s is one batch, which the audit entries of its commands name", async (_, bytes) => {
  const run = await desk.import({ bytes, name: "a.csv", actor: editor });
  const [batch] = await t.prisma.changeBatch.findMany({ orderBy: { recordedAt: "desc" }, take: 1 });
  expect(batch).toMatchObject({ kind: "import", title: "Import of a.csv", commands: 1 });
  const marked = await t.prisma.auditEntry.findMany({
    where: { detail: { path: ["batch"], equals: batch?.id ?? "" } },
  });
  expect(marked).toHaveLength(1);
  expect(run.state).toBe("done");
});

const idOf = (actor: Actor) => (actor.kind === "user" ? actor.id : "");

test("a file that edits what is on record is undone as a whole, and what it made is taken out", async () => {
  const phone = () =>
    t.prisma.device.findUniqueOrThrow({
      where: { slug: "the-phone" },
      select: { name: true, aliases: { select: { kind: true, text: true }, orderBy: { text: "asc" } } },
    });
  const before = await phone();
  const bytes = "manufacturer,name,code_names,models\nThe Maker,The Phone,zz,TP-9\nThe Maker,Gamma,g,G-1\n";
  await desk.import({ bytes, name: "edits.csv", actor: editor });
  expect(await phone()).not.toEqual(before);
  const batch = await t.prisma.changeBatch.findFirstOrThrow({ where: { title: "Import of edits.csv" } });
  const order = { id: randomUUID(), of: { batch: batch.id }, why: "The wrong list." };
  const plan = await planUndo(t.prisma, order.of, order.id);
  expect(plan?.undo.left).toEqual([]);
  const outcome = await carryOutUndo(t.prisma, editor, {
    ...order,
    expected: plan?.undo.commands.length ?? 0,
  });
  expect(outcome, JSON.stringify(outcome)).toMatchObject({ ok: true });
  expect(await phone()).toEqual(before);
  expect(await t.prisma.device.count({ where: { name: "Gamma" } })).toBe(0);
  expect(await verifyRecord(t.prisma)).toEqual([]);
});

test.each([
  ["things", things("Beta")],
  ["claims", claims("2018-01-06")],
])(
  "a file of %s that a rule of review concerns waits for a second person, who is not its own",
  async (_, bytes) => {
    const rule = { scope: "manufacturer", slug: "the-maker" } as const;
    await setReviewRule(t.prisma, await person(t, "admin"), randomUUID(), rule);
    const reviewer = await person(t, "reviewer");
    const before = await recordDigest(t);
    const { id } = await desk.check({ bytes, actor: editor });
    const asked = await desk.take(id);
    expect(asked).toMatchObject({ state: "checked", options: { handed: true } });
    expect(asked.options.askedBy).toMatch(/The Maker need a second person/);
    expect(await recordDigest(t)).toEqual(before);

    // The word of whoever brought it counts for nothing, here or where it is done.
    expect(await requestImport(t.prisma, id, NOTHING)).toMatchObject({ code: "conflict" });
    expect(await acceptImport(t.prisma, id, idOf(editor))).toBeNull();
    await desk.work();
    expect(await desk.run(id)).toMatchObject({ state: "failed", problem: { code: "not-allowed" } });
    expect(await recordDigest(t)).toEqual(before);

    const again = await desk.check({ bytes, actor: editor });
    expect(await handOver(t.prisma, again.id, NOTHING)).toBeNull();
    expect(await acceptImport(t.prisma, again.id, idOf(reviewer))).toBeNull();
    await desk.work();
    expect(await desk.run(again.id)).toMatchObject({ state: "done" });
    const [batch] = await t.prisma.changeBatch.findMany({ orderBy: { recordedAt: "desc" }, take: 1 });
    expect(batch).toMatchObject({ kind: "import", recordedById: idOf(reviewer) });
    const [entry] = await t.prisma.auditEntry.findMany({
      where: { detail: { path: ["batch"], equals: batch?.id ?? "" } },
    });
    expect(entry).toMatchObject({ actorId: idOf(reviewer), detail: { author: idOf(editor) } });
    expect(await verifyRecord(t.prisma)).toEqual([]);
  },
);

test("a file that was handed over is taken back, and goes its own way again", async () => {
  const { id } = await desk.check({
    bytes: "name,country\nTaken Back,DE\n",
    kind: "manufacturers",
    actor: editor,
  });
  expect(await handBack(t.prisma, id)).toMatchObject({ code: "conflict" });
  expect(await handOver(t.prisma, id, NOTHING)).toBeNull();
  expect(await handBack(t.prisma, id)).toBeNull();
  expect((await desk.take(id)).state).toBe("done");
});
