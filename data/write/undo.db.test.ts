import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/data/testing/database";
import { freshDeal, says, type UndoWorld, undo, undoWorld } from "@/data/testing/undoing";
import { change, command, sourceOf, succeed, support } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import type { Actor } from "@/domain/permissions";
import { runCommands } from "./door";
import { carryOutUndo, planUndo } from "./undo";

let world: UndoWorld;
let t: TestDatabase;
let reviewer: Actor;
let other: Actor;
beforeAll(async () => {
  world = await undoWorld();
  ({ t, reviewer, other } = world);
});
afterAll(() => t.drop());

describe("what somebody else changed since", () => {
  it("of a claim is shown and not overwritten", async () => {
    const carrier = await freshDeal(world);
    const mine = change(0, { carrier, status: "carried" });
    await succeed(t.prisma, [mine], reviewer);
    const { device: _d, carrier: _c, ...content } = change(1, { status: "planned", effective: "2018-03" });
    const theirs = { ...content, kind: "correct-status", ...{ corrects: mine.id, why: "It was a plan." } };
    await succeed(t.prisma, [theirs], other);
    const before = await says(world, carrier);
    const { plan, outcome } = await undo(world, { command: mine.id });
    expect(plan.undo).toMatchObject({
      commands: [],
      left: [{ command: mine.id, why: "Somebody Else changed this claim since." }],
    });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "invalid" } });
    expect(await says(world, carrier)).toEqual(before);
  });

  it("of an entity is not overwritten, while the rest of the batch is taken back", async () => {
    const [a, b] = [await freshDeal(world), await freshDeal(world)];
    const edit = (slug: string, version: number, name: string) =>
      command({
        kind: "edit-carrier",
        slug,
        version,
        name,
        country: "CA",
        carrierKind: "MNO",
        host: null,
        parent: null,
        aliases: [{ kind: "name", text: `${name} Inc` }],
      });
    const done = await runCommands(t.prisma, reviewer, [edit(a, 1, `${a} new`), edit(b, 1, `${b} new`)], {
      batch: { kind: "bulk-edit", title: "Names" },
    });
    if (!done.ok || !done.batch) throw new Error(JSON.stringify(done));
    await succeed(t.prisma, [edit(b, 2, `${b} newer`)], other);
    const { plan, outcome } = await undo(world, { batch: done.batch });
    expect(outcome).toMatchObject({ ok: true });
    expect(plan.undo.left).toEqual([
      { command: done.answers[1]?.commandId, why: "Somebody edited this carrier since." },
    ]);
    const rows = await t.prisma.carrier.findMany({
      where: { slug: { in: [a, b] } },
      include: { aliases: true },
    });
    expect(rows.find((r) => r.slug === a)).toMatchObject({ name: a, country: "US", aliases: [] });
    expect(rows.find((r) => r.slug === b)).toMatchObject({ name: `${b} newer` });
  });

  it("between the look and the word stops the undo", async () => {
    const carrier = await freshDeal(world);
    const [one, two] = [
      change(0, { carrier, effective: "2018-01" }),
      change(1, { carrier, effective: "2018-02" }),
    ];
    const done = await runCommands(t.prisma, reviewer, [one, two], {
      batch: { kind: "intake", title: "Two" },
    });
    if (!done.ok || !done.batch) throw new Error(JSON.stringify(done));
    const order = { id: randomUUID(), of: { batch: done.batch }, why: "Both wrong.", expected: 2 };
    await succeed(
      t.prisma,
      [command({ kind: "retract-status", claim: two.id, version: 2, why: "Wrong." })],
      other,
    );
    expect(await carryOutUndo(t.prisma, reviewer, order)).toMatchObject({ refusal: { code: "conflict" } });
    expect(await carryOutUndo(t.prisma, reviewer, { ...order, expected: 1 })).toMatchObject({ ok: true });
    expect(await says(world, carrier)).toEqual([]);
  });
});

describe("an undo", () => {
  it("needs a reason, is one batch that names what it undid, and takes effect once", async () => {
    const carrier = await freshDeal(world);
    const mine = change(0, { carrier });
    await succeed(t.prisma, [mine], reviewer);
    const order = { id: randomUUID(), of: { command: mine.id }, why: " ", expected: 1 };
    expect(await carryOutUndo(t.prisma, reviewer, order)).toMatchObject({ refusal: { field: "why" } });
    const outcome = await carryOutUndo(t.prisma, reviewer, { ...order, why: "Wrong deal." });
    if (!outcome.ok || !outcome.batch) throw new Error(JSON.stringify(outcome));
    expect(await t.prisma.changeBatch.findUniqueOrThrow({ where: { id: outcome.batch } })).toMatchObject({
      kind: "undo",
      reason: "Wrong deal.",
      undoesCommandId: mine.id,
    });
    const plan = await planUndo(t.prisma, { command: mine.id }, randomUUID());
    expect(plan).toMatchObject({ undone: { person: "A reviewer" }, undo: { commands: [] } });
  });

  it("un-merges a merge, takes out what was made, and restores sources, listings and statements", async () => {
    const carrier = await freshDeal(world);
    const twin = await freshDeal(world);
    const merge = command({
      kind: "merge",
      entity: "carrier",
      slug: twin,
      version: 1,
      into: carrier,
      intoVersion: 1,
      why: "One.",
    });
    await succeed(t.prisma, [merge], reviewer);
    expect((await undo(world, { command: merge.id })).outcome).toMatchObject({ ok: true });
    expect(await t.prisma.carrier.count({ where: { slug: twin } })).toBe(1);

    const listing = command({
      kind: "record-listing",
      device: "the-phone",
      retailer: "the-shop",
      market: "US",
      from: "2018-03",
      to: null,
      note: null,
      evidence: [support()],
    });
    const statement = command({
      kind: "record-statement",
      speaker: "A",
      org: "B",
      date: "2018-01-10",
      about: { device: "the-phone", carrier: null, manufacturer: null, policyAction: null },
      stance: "denies",
      quote: null,
      summary: "No.",
      source: "the-paper",
    });
    await succeed(t.prisma, [listing, statement], other);
    const source = await t.prisma.source.findUniqueOrThrow({ where: { slug: "second-paper" } });
    const { kind: _k, ...paper } = sourceOf("second-paper", {
      version: source.version,
      title: "Edited",
      cites: ["the-paper"],
    });
    const made = sourceOf(`made-${randomUUID().slice(0, 6)}`);
    const done = await runCommands(
      t.prisma,
      reviewer,
      [
        command({
          kind: "end-listing",
          listing: listing.id,
          to: "2018-06",
          note: null,
          evidence: [support()],
        }),
        command({ kind: "retract-statement", statement: statement.id, why: "Never said." }),
        { ...paper, kind: "edit-source" },
        made,
      ],
      { batch: { kind: "bulk-edit", title: "Mixed" } },
    );
    if (!done.ok || !done.batch) throw new Error(JSON.stringify(done));
    const { plan, outcome } = await undo(world, { batch: done.batch });
    expect(outcome, JSON.stringify(plan.undo)).toMatchObject({ ok: true });
    expect(plan.undo.left).toEqual([]);
    expect(await t.prisma.source.count({ where: { id: made.id } })).toBe(0);
    const open = { successor: null, retraction: null };
    expect(await t.prisma.listing.findFirst({ where: open })).toMatchObject({
      fromText: "2018-03",
      toText: null,
    });
    expect(await t.prisma.statement.findFirst({ where: open })).toMatchObject({ summary: "No." });
    expect(await t.prisma.source.findUnique({ where: { slug: "second-paper" } })).toMatchObject({
      title: null,
    });
    expect(
      await t.prisma.citation.count({ where: { citing: { slug: "second-paper" }, retraction: null } }),
    ).toBe(0);
    expect(await verifyRecord(t.prisma)).toEqual([]);
  });
});
