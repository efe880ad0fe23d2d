import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { ImportDesk, recordDigest } from "@/data/testing/import";
import { change, command, person, smallWorld, succeed } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import type { Actor } from "@/domain/permissions";
import { runCommands } from "./door";
import { askUndo, cancelUndo, takeNextUndo, undoRunOf, undosWait } from "./undo-runs";
import { workOnUndo } from "./undo-work";

let t: TestDatabase;
let desk: ImportDesk;
let editor: Actor & { kind: "user" };
beforeAll(async () => {
  t = await openTestDatabase();
  desk = await ImportDesk.open(t);
  await succeed(t.prisma, smallWorld());
  const actor = await person(t, "editor");
  if (actor.kind !== "user") throw new Error("Not a person.");
  editor = actor;
});
afterAll(async () => {
  await desk.close();
  await t.drop();
});

/** What the record says, without the trail: receipts only grow. */
async function says(): Promise<Record<string, string>> {
  const { command_receipt: _, ...rest } = await recordDigest(t);
  return rest;
}

const SIZE = Number(process.env.UNDO_SIZE ?? 1_500);
async function imported(maker: string, size = SIZE): Promise<string> {
  const rows = Array.from({ length: size }, (_, n) => `${maker},${maker} ${n},phone,${maker}-M${n}\n`);
  const run = await desk.import({
    bytes: `manufacturer,name,kind,models\n${rows.join("")}`,
    kind: "devices",
    actor: editor,
  });
  return run.id;
}
const ask = async (batch: string, why = "The wrong list.") => {
  const id = randomUUID();
  expect(await askUndo(t.prisma, editor, { id, batch, why, expected: null })).toBeNull();
  return id;
};
const work = async () => {
  const id = await takeNextUndo(t.prisma);
  if (!id) throw new Error("Nothing waits.");
  await workOnUndo(t.prisma, id);
};
const lastBatch = async () =>
  (await t.sql<{ id: string }>("SELECT id FROM change_batch ORDER BY recorded_at DESC LIMIT 1"))[0]?.id ?? "";

describe("the undo of a long import, in the background", { timeout: 600_000 }, () => {
  it("takes all of it out in one step, and its own undo brings all of it back to the letter", async () => {
    const before = await says();
    const batch = await imported("Longwerk");
    const after = await says();
    await ask(batch);
    expect(await undosWait(t.prisma)).toBe(true);
    let began = Date.now();
    await work();
    if (process.env.UNDO_SIZE) console.log(`${SIZE} devices undone in ${Date.now() - began} ms`);
    expect(await undoRunOf(t.prisma, { batch })).toMatchObject({
      state: "done",
      problem: null,
      summary: { commands: SIZE + 1, left: 0 },
    });
    expect(await undosWait(t.prisma)).toBe(false);
    expect(await says()).toEqual(before);
    const undo = await lastBatch();
    await ask(undo, "It was the right one.");
    began = Date.now();
    await work();
    if (process.env.UNDO_SIZE) console.log(`${SIZE} devices brought back in ${Date.now() - began} ms`);
    expect(await says()).toEqual(after);
    expect(await verifyRecord(t.prisma)).toEqual([]);
  });

  it("leaves what something rests on, and says so", async () => {
    const batch = await imported("Usedwerk", 250);
    const [{ slug }] = (await t.sql("SELECT slug FROM device WHERE name = 'Usedwerk 7'")) as [
      { slug: string },
    ];
    await succeed(t.prisma, [change(0, { device: slug })]);
    await ask(batch);
    await work();
    const run = await undoRunOf(t.prisma, { batch });
    expect(run?.summary).toMatchObject({ commands: 249, left: 2 });
    expect(run?.summary?.first.map((f) => f.title)).toEqual(
      expect.arrayContaining([expect.stringContaining("Usedwerk 7")]),
    );
    expect(await t.prisma.device.count({ where: { name: { startsWith: "Usedwerk" } } })).toBe(1);
  });

  it("is one at a time, cancelled before it begins, and asked for by who may", async () => {
    const batch = await imported("Calmwerk", 210);
    const first = await ask(batch);
    await ask(batch);
    expect(await t.prisma.undoRun.count({ where: { batchId: batch } })).toBe(1);
    const other = await person(t, "editor");
    await cancelUndo(t.prisma, other, first);
    expect(await undoRunOf(t.prisma, { batch })).toMatchObject({ state: "waiting" });
    await cancelUndo(t.prisma, editor, first);
    expect(await undoRunOf(t.prisma, { batch })).toMatchObject({ state: "cancelled" });
    expect(await takeNextUndo(t.prisma)).toBeNull();
    const id = randomUUID();
    const refused = { id, batch, why: " ", expected: null };
    expect(await askUndo(t.prisma, editor, refused)).toMatchObject({ code: "invalid", field: "why" });
    expect(await askUndo(t.prisma, await person(t, "analyst"), { ...refused, why: "No." })).toMatchObject({
      code: "not-allowed",
    });
  });

  it("whose worker died is taken up again, and after three deaths has failed with nothing taken back", async () => {
    const batch = await imported("Deathwerk", 210);
    await ask(batch);
    const before = await says();
    for (let death = 0; death < 3; death++) {
      expect(await takeNextUndo(t.prisma)).not.toBeNull();
      await t.sql("UPDATE undo_run SET heartbeat_at = now() - interval '1 hour' WHERE state = 'running'");
    }
    expect(await takeNextUndo(t.prisma)).toBeNull();
    expect(await undoRunOf(t.prisma, { batch })).toMatchObject({ state: "failed" });
    expect(await says()).toEqual(before);
  });

  it("that had taken effect when its worker died is done, and not done twice", async () => {
    const batch = await imported("Twicewerk", 210);
    const id = await ask(batch);
    await work();
    const after = await says();
    await t.sql("UPDATE undo_run SET state = 'waiting', summary = NULL, finished_at = NULL WHERE id = $1", [
      id,
    ]);
    await work();
    expect(await undoRunOf(t.prisma, { batch })).toMatchObject({ state: "done", summary: { commands: 211 } });
    expect(await says()).toEqual(after);
  });

  it("by somebody who may no longer change the record takes nothing back", async () => {
    const batch = await imported("Gonewerk", 210);
    await ask(batch);
    await t.prisma.user.update({ where: { id: editor.id }, data: { role: "analyst" } });
    await work();
    expect(await undoRunOf(t.prisma, { batch })).toMatchObject({
      state: "failed",
      problem: { code: "not-allowed" },
    });
    expect(await t.prisma.device.count({ where: { name: { startsWith: "Gonewerk" } } })).toBe(210);
  });

  it("is refused as a whole at a command that cannot be", async () => {
    await t.prisma.user.update({ where: { id: editor.id }, data: { role: "editor" } });
    await imported("Wholewerk", 3);
    const [{ slug }] = (await t.sql("SELECT slug FROM device WHERE name = 'Wholewerk 1'")) as [
      { slug: string },
    ];
    const once = { kind: "discard", entity: "device", slug, version: 1, why: "A slip." };
    expect(await runCommands(t.prisma, editor, [command(once), command(once)])).toMatchObject({
      ok: false,
      index: 1,
      refusal: { code: "not-found" },
    });
    expect(await t.prisma.device.count({ where: { slug } })).toBe(1);
  });
});
