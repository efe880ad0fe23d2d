import { createHash, randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { change, command, person, smallWorld, sourceOf, succeed, support } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import type { Undoes } from "@/domain/batches";
import type { Actor } from "@/domain/permissions";
import { THING_KINDS, type ThingKind } from "@/domain/status";
import { acceptProposal } from "./decide";
import { runCommands } from "./door";
import { carryOutUndo, planUndo, proposeUndo } from "./undo";

let t: TestDatabase;
let reviewer: Actor;
beforeAll(async () => {
  t = await openTestDatabase();
  await succeed(t.prisma, smallWorld());
  reviewer = await person(t, "reviewer");
});
afterAll(() => t.drop());

async function orderOf(of: Undoes) {
  const id = randomUUID();
  const plan = await planUndo(t.prisma, of, id);
  if (!plan) throw new Error("Nothing to undo.");
  return { plan, order: { id, of, why: "It was a mistake.", expected: plan.undo.commands.length } };
}
async function undo(of: Undoes, by = reviewer) {
  const { plan, order } = await orderOf(of);
  const outcome = await carryOutUndo(t.prisma, by, order);
  if (!outcome.ok || !outcome.batch) throw new Error(JSON.stringify([outcome, plan.undo]));
  return { batch: outcome.batch, left: plan.undo.left };
}
async function batchOf(commands: readonly unknown[], by = reviewer) {
  const done = await runCommands(t.prisma, by, commands, { batch: { kind: "intake", title: "Many" } });
  if (!done.ok || !done.batch) throw new Error(JSON.stringify(done));
  return done.batch;
}

/** The logs of deeds, and what is kept for them: they only grow. */
const ASIDE = ["audit_entry", "command_receipt", "change_batch", "discarding", "bringing_back", "publisher"];
/** A hash of each table that readers see. Versions only tell a form that it is stale, so they may have grown. */
async function contents(): Promise<Record<string, string>> {
  const tables = await t.sql<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const all: Record<string, string> = {};
  for (const { name } of tables.filter((x) => !ASIDE.includes(x.name))) {
    const rows = await t.sql<{ row: string }>(
      `SELECT (to_jsonb(r))::text AS row FROM "${name}" r ORDER BY 1`,
    );
    const hash = createHash("sha256").update(rows.map((r) => r.row).join("\n"));
    all[name] = `${rows.length} ${hash.digest("hex")}`;
  }
  return all;
}

/** One thing to create, which may refer to those that were drawn before it. */
const thing = fc.record({ kind: fc.constantFrom(...THING_KINDS), of: fc.nat(), edited: fc.boolean() });
type Drawn = typeof thing extends fc.Arbitrary<infer D> ? D : never;

function commandsFor(drawn: readonly Drawn[]): Record<string, unknown>[] {
  const made: Record<ThingKind, string[]> = {
    manufacturer: ["the-maker"],
    carrier: ["the-carrier"],
    retailer: [],
    device: [],
    source: ["the-paper"],
    "policy-action": [],
  };
  return drawn.flatMap(({ kind, of, edited }) => {
    const pick = (what: ThingKind) => made[what][of % made[what].length] as string;
    const slug = `${kind}-${randomUUID().slice(0, 8)}`;
    const named = { name: slug, country: "US", aliases: [{ kind: "name", text: `${slug} again` }] };
    const content: Record<ThingKind, () => Record<string, unknown>> = {
      manufacturer: () => ({ ...named, parent: null }),
      carrier: () => {
        // Only a network may be a host; every other one here runs on one.
        const mvno = of % 2 === 1;
        return {
          ...named,
          carrierKind: mvno ? "MVNO" : "MNO",
          host: mvno ? "the-carrier" : null,
          parent: null,
        };
      },
      retailer: () => ({ ...named, retailerKind: "shop" }),
      device: () => ({
        manufacturer: pick("manufacturer"),
        name: slug,
        deviceKind: "phone",
        announced: null,
        aliases: [{ kind: "model", text: slug.toUpperCase() }],
      }),
      source: () => {
        const { kind: _k, id: _i, slug: _s, ...rest } = sourceOf(slug, { cites: [pick("source")] });
        return rest;
      },
      "policy-action": () => ({
        title: slug,
        issuer: "The State",
        date: "2018-01",
        summary: "It forbids.",
        affects: [pick("manufacturer")],
        sources: [pick("source")],
      }),
    };
    const fields = content[kind]();
    made[kind].push(slug);
    const edit = command({ kind: `edit-${kind}`, slug, version: 1, ...fields });
    return [command({ kind: `create-${kind}`, slug, ...fields }), ...(edited ? [edit] : [])];
  });
}

describe("what a batch created", { timeout: 60_000 }, () => {
  it("is gone after its undo, and back to the letter after the undo of that", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(thing, { minLength: 1, maxLength: 8 }), async (drawn) => {
        const before = await contents();
        const batch = await batchOf(commandsFor(drawn));
        const after = await contents();
        const first = await undo({ batch });
        expect(first.left).toEqual([]);
        expect(await contents()).toEqual(before);
        const second = await undo({ batch: first.batch });
        expect(await contents()).toEqual(after);
        await undo({ batch: second.batch });
        expect(await contents()).toEqual(before);
      }),
      { numRuns: 12 },
    );
    expect(await verifyRecord(t.prisma)).toEqual([]);
  });

  const device = (slug: string, more: Record<string, unknown> = {}) =>
    command({
      kind: "create-device",
      slug,
      manufacturer: "the-maker",
      name: slug,
      deviceKind: "phone",
      announced: null,
      aliases: [],
      ...more,
    });
  const maker = (slug: string) =>
    command({ kind: "create-manufacturer", slug, name: slug, country: "US", parent: null, aliases: [] });

  it("stays where a claim was made of it, with what it belongs to, and the page says why", async () => {
    const batch = await batchOf([
      maker("kept-maker"),
      device("kept-phone", { manufacturer: "kept-maker" }),
      device("idle-phone", { manufacturer: "kept-maker" }),
      sourceOf("kept-paper"),
      change(0, { device: "kept-phone", evidence: [support("kept-paper")] }),
    ]);
    const { left } = await undo({ batch });
    expect(left.map((l) => l.why.split(" stays")[0]).sort()).toEqual([
      "The device",
      "The manufacturer",
      "The source",
    ]);
    const devices = await t.prisma.device.findMany({ where: { slug: { in: ["kept-phone", "idle-phone"] } } });
    expect(devices.map((d) => d.slug)).toEqual(["kept-phone"]);
  });

  it("stays when somebody edited it since, or uses it", async () => {
    const batch = await batchOf([device("edited-phone"), maker("used-maker"), sourceOf("used-paper")]);
    const { kind: _k, id: _i, ...phone } = device("edited-phone", { name: "Another name" });
    await succeed(t.prisma, [
      command({ ...phone, kind: "edit-device", version: 1 }),
      device("used-phone", { manufacturer: "used-maker" }),
      sourceOf("citing-paper", { cites: ["used-paper"] }),
    ]);
    const { plan, order } = await orderOf({ batch });
    expect(plan.undo.commands).toEqual([]);
    expect(plan.undo.left.map((l) => l.why)).toEqual([
      "Somebody edited this device since.",
      expect.stringMatching(/^The manufacturer stays/),
      expect.stringMatching(/^The source stays/),
    ]);
    expect(await carryOutUndo(t.prisma, reviewer, order)).toMatchObject({ ok: false });
  });

  it("cannot be taken out past a claim that came between the look and the word", async () => {
    const one = device("contested-phone");
    await succeed(t.prisma, [one], reviewer);
    const { order } = await orderOf({ command: one.id });
    await succeed(t.prisma, [change(0, { device: "contested-phone" })]);
    expect(await carryOutUndo(t.prisma, reviewer, { ...order, expected: 0 })).toMatchObject({ ok: false });
    const direct = command({
      kind: "discard",
      entity: "device",
      slug: "contested-phone",
      version: 1,
      why: "Mine.",
    });
    expect(await runCommands(t.prisma, reviewer, [direct])).toMatchObject({
      ok: false,
      refusal: { code: "conflict", message: expect.stringMatching(/about this device, so it stays/) },
    });
    expect(await t.prisma.device.count({ where: { slug: "contested-phone" } })).toBe(1);
  });

  it("may be entered again at its address; then what was taken out cannot come back there", async () => {
    const one = device("twice-phone");
    await succeed(t.prisma, [one], reviewer);
    const { batch } = await undo({ command: one.id });
    await succeed(t.prisma, [device("twice-phone")]);
    const { order } = await orderOf({ batch });
    expect(await carryOutUndo(t.prisma, reviewer, order)).toMatchObject({
      refusal: { code: "duplicate-name" },
    });
  });

  it("cannot come back before what it belonged to", async () => {
    await succeed(t.prisma, [maker("far-maker"), device("far-phone", { manufacturer: "far-maker" })]);
    const out = (entity: string, slug: string) =>
      command({ kind: "discard", entity, slug, version: 1, why: "No." });
    const [phone, factory] = [out("device", "far-phone"), out("manufacturer", "far-maker")];
    expect(await runCommands(t.prisma, reviewer, [factory])).toMatchObject({ refusal: { code: "conflict" } });
    await succeed(t.prisma, [phone, factory], reviewer);
    const back = (discard: string) => command({ kind: "bring-back", discard, why: "Yes." });
    expect(await runCommands(t.prisma, reviewer, [back(phone.id)])).toMatchObject({
      refusal: { code: "conflict" },
    });
    await succeed(t.prisma, [back(factory.id), back(phone.id)], reviewer);
    expect(await runCommands(t.prisma, reviewer, [back(phone.id)])).toMatchObject({
      refusal: { code: "conflict" },
    });
    expect(await t.prisma.device.count({ where: { slug: "far-phone" } })).toBe(1);
  });

  it("is taken out by the door only: the application's account deletes nothing", async () => {
    await expect(t.prisma.$executeRaw`DELETE FROM device WHERE slug = 'twice-phone'`).rejects.toThrow(
      /denied/,
    );
    await expect(t.prisma.$executeRaw`UPDATE discarding SET rows = '[]'`).rejects.toThrow(/denied/);
    const [old] = await t.sql<{ id: string }>("SELECT id FROM discarding LIMIT 1");
    await t.prisma.$executeRaw`SELECT carry_out_discards(${[old?.id ?? ""]}::uuid[])`;
    expect(await t.prisma.device.count({ where: { slug: "twice-phone" } })).toBe(1);
  });
});

describe("a proposed undo", () => {
  it("names what it takes back once it is accepted, as an undo with its reason", async () => {
    const author = await person(t, "editor");
    const batch = await batchOf([change(0, { status: "declined" })], author);
    const { order } = await orderOf({ batch });
    const proposed = await proposeUndo(t.prisma, author, order);
    if (!proposed.ok) throw new Error(proposed.refusal.message);
    const accepted = await acceptProposal(t.prisma, reviewer, { proposal: proposed.proposal, version: 1 });
    if (!accepted.ok) throw new Error(accepted.refusal.message);
    expect(await t.prisma.changeBatch.findUnique({ where: { id: accepted.batch ?? "" } })).toMatchObject({
      kind: "undo",
      proposalId: proposed.proposal,
      undoesBatchId: batch,
      reason: "It was a mistake.",
    });
    expect((await orderOf({ batch })).plan).toMatchObject({ undone: { person: "A reviewer" } });
  });

  it("needs no note for a step that is unusual, as one that is carried out needs none", async () => {
    const pair = { carrier: "the-carrier", device: "the-phone" };
    const version = async () =>
      (await t.prisma.deal.findFirst({ where: { device: { slug: "the-phone" } } }))?.version ?? 0;
    const paused = change(await version(), { ...pair, status: "paused", effective: "2018-02" });
    await succeed(t.prisma, [paused]);
    await succeed(t.prisma, [
      change(await version(), { ...pair, status: "paused", effective: "2018-03", note: "Again." }),
    ]);
    const retract = command({
      kind: "retract-status",
      claim: paused.id,
      version: await version(),
      why: "A slip.",
    });
    await succeed(t.prisma, [retract], reviewer);
    const { order } = await orderOf({ command: retract.id });
    const proposed = await proposeUndo(t.prisma, await person(t, "editor"), order);
    if (!proposed.ok) throw new Error(proposed.refusal.message);
    expect(
      await acceptProposal(t.prisma, reviewer, { proposal: proposed.proposal, version: 1 }),
    ).toMatchObject({ ok: true });
  });
});
