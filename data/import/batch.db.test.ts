import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { ImportDesk, recordDigest } from "@/data/testing/import";
import { person, smallWorld, succeed } from "@/data/testing/world";
import { setReviewRule } from "@/data/write/review-rules";
import type { Actor } from "@/domain/permissions";

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

test.each([
  ["things", things("Beta")],
  ["claims", claims("2018-01-06")],
])("a file of %s that a rule of review concerns is not taken, and the run says why", async (_, bytes) => {
  const rule = { scope: "manufacturer", slug: "the-maker" } as const;
  await setReviewRule(t.prisma, await person(t, "admin"), randomUUID(), rule);
  const before = await recordDigest(t);
  const { id } = await desk.check({ bytes, actor: editor });
  const run = await desk.take(id);
  expect(run).toMatchObject({ state: "failed", problem: { code: "needs-review" } });
  expect(run.problem?.message).toMatch(/The Maker need a second person/);
  expect(await recordDigest(t)).toEqual(before);
});
