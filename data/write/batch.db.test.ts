import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { person, smallWorld, sourceOf, succeed } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import type { Actor } from "@/domain/permissions";
import { runCommands } from "./door";

let t: TestDatabase;
let editor: Actor;
beforeAll(async () => {
  t = await openTestDatabase();
  await succeed(t.prisma, smallWorld());
  editor = await person(t, "editor");
});
afterAll(() => t.drop());

describe("a batch", () => {
  it("marks the audit entries of all its commands, and only when they take effect", async () => {
    const commands = [sourceOf("batch-a"), sourceOf("batch-b")];
    const batch = { kind: "bulk-edit", title: "Two papers" } as const;
    const outcome = await runCommands(t.prisma, editor, commands, { batch });
    if (!outcome.ok || !outcome.batch) throw new Error("No batch.");
    const marked = await t.prisma.auditEntry.findMany({
      where: { detail: { path: ["batch"], equals: outcome.batch } },
    });
    expect(marked.map((e) => e.commandId).sort()).toEqual(commands.map((c) => c.id).sort());
    expect(await t.prisma.changeBatch.findUniqueOrThrow({ where: { id: outcome.batch } })).toMatchObject({
      kind: "bulk-edit",
      title: "Two papers",
      commands: 2,
      recordedById: editor.kind === "user" && editor.id,
    });
    const before = await t.prisma.changeBatch.count();
    expect(await runCommands(t.prisma, editor, commands, { batch })).toMatchObject({
      replayed: true,
      batch: null,
    });
    expect(await runCommands(t.prisma, editor, [sourceOf("batch-a")], { batch })).toMatchObject({
      ok: false,
    });
    expect(await t.prisma.changeBatch.count()).toBe(before);
    expect(await verifyRecord(t.prisma)).toEqual([]);
  });

  it("cannot be altered by the application's account, nor can steps and comments (D8)", async () => {
    for (const table of ["change_batch", "proposal_step", "comment"]) {
      await expect(t.prisma.$executeRawUnsafe(`UPDATE ${table} SET recorded_at = now()`)).rejects.toThrow(
        /42501|denied/,
      );
      await expect(t.prisma.$executeRawUnsafe(`DELETE FROM ${table}`)).rejects.toThrow(/42501|denied/);
    }
  });
});
