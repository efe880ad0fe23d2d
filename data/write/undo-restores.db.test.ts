import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/data/testing/database";
import { freshDeal, says, type UndoWorld, undo, undoWorld } from "@/data/testing/undoing";
import { change, command, succeed, support } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import type { Actor } from "@/domain/permissions";
import { STATUSES } from "@/domain/status";
import { runCommands } from "./door";

let world: UndoWorld;
let t: TestDatabase;
let reviewer: Actor;
let other: Actor;
beforeAll(async () => {
  world = await undoWorld();
  ({ t, reviewer, other } = world);
});
afterAll(() => t.drop());

const versionOf = async (carrier: string) =>
  (await t.prisma.deal.findFirst({ where: { carrier: { slug: carrier } } }))?.version ?? 0;
const standing = (carrier: string) =>
  t.prisma.statusChange.findMany({
    where: { deal: { carrier: { slug: carrier } }, successor: null, retraction: null },
    include: { evidence: { where: { retraction: null } } },
    orderBy: { seq: "asc" },
  });

/** One deed on a deal, drawn at random: which, on which claim, and what it says. */
const deed = fc.record({
  what: fc.constantFrom("record", "correct", "retract", "add", "take"),
  at: fc.nat(),
  status: fc.constantFrom(...STATUSES),
  // No two claims of one deal on one day: their order would hang on when they were recorded, which an undo cannot restore.
  month: fc.integer({ min: 1, max: 12 }),
  source: fc.constantFrom("the-paper", "second-paper", "third-paper"),
  attribution: fc.constantFrom("official", "named", "anonymous"),
});
type DeedDrawn = typeof deed extends fc.Arbitrary<infer D> ? D : never;

let day = 0;
async function commandFor(carrier: string, d: DeedDrawn): Promise<{ kind: string } | null> {
  const claims = await standing(carrier);
  const version = await versionOf(carrier);
  const claim = claims[d.at % Math.max(claims.length, 1)];
  const evidence = [support(d.source, { attribution: d.attribution })];
  day = (day % 27) + 1;
  const said = {
    status: d.status,
    effective: `20${10 + (day % 20)}-${String(d.month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    note: "Unusual, but so.",
    evidence,
  };
  if (d.what === "record" || !claim) return change(version, { carrier, ...said });
  const { device: _d, carrier: _c, ...content } = change(version, said);
  if (d.what === "correct")
    return { ...content, kind: "correct-status", ...{ corrects: claim.id, why: "Otherwise." } };
  if (d.what === "retract")
    return command({ kind: "retract-status", claim: claim.id, version, why: "Never." });
  if (d.what === "add")
    return command({ kind: "add-evidence", claim: claim.id, version, evidence: evidence[0] });
  const piece = claim.evidence[d.at % Math.max(claim.evidence.length, 1)];
  // One that supports must stay, else what stood before cannot be said again.
  if (!piece || claim.evidence.length < 2) return null;
  return command({ kind: "retract-evidence", evidence: piece.id, version, why: "It does not say so." });
}

/** The deeds as one list: carried out one after another in a rehearsal that is thrown away, to know which claims they meet. */
async function together(carrier: string, deeds: readonly DeedDrawn[]): Promise<unknown[]> {
  const commands: { id: string }[] = [];
  const known = await standing(carrier);
  const open = known.map((c) => ({ id: c.id, evidence: c.evidence.map((e) => e.id) }));
  let version = await versionOf(carrier);
  for (const d of deeds) {
    day = (day % 27) + 1;
    const place = d.at % Math.max(open.length, 1);
    const claim = open[place];
    const evidence = [support(d.source, { attribution: d.attribution })];
    const effective = `20${10 + (day % 20)}-${String(d.month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const whole = change(version, { carrier, status: d.status, effective, note: "Unusual.", evidence });
    const { device: _d, carrier: _c, ...content } = whole;
    let one: { id: string };
    if (d.what === "record" || !claim) {
      one = whole;
      open.push({ id: one.id, evidence: [] });
    } else if (d.what === "correct") {
      one = { ...content, kind: "correct-status", ...{ corrects: claim.id, why: "Otherwise." } } as {
        id: string;
      };
      open[place] = { id: one.id, evidence: [] };
    } else if (d.what === "retract") {
      one = command({ kind: "retract-status", claim: claim.id, version, why: "Never." });
      open.splice(place, 1);
    } else if (d.what === "add" || claim.evidence.length < 2) {
      one = command({ kind: "add-evidence", claim: claim.id, version, evidence: evidence[0] });
    } else {
      one = command({
        kind: "retract-evidence",
        evidence: claim.evidence.pop(),
        version,
        why: "It does not say so.",
      });
    }
    commands.push(one);
    version += 1;
  }
  return commands;
}

/** Each draws a deal of its own and some ten transactions. */
const RUNS = 15;

describe("undo restores what the record says", { timeout: 120_000 }, () => {
  it("of random deeds, one by one, newest first, and nobody else's", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 1, maxLength: 4 }),
        fc.array(deed, { minLength: 1, maxLength: 5 }),
        async (first, then) => {
          const carrier = await freshDeal(world);
          for (const d of first) {
            const one = await commandFor(carrier, d);
            if (one) await succeed(t.prisma, [one], other);
          }
          const states = [await says(world, carrier)];
          const ids: string[] = [];
          for (const d of then) {
            const one = await commandFor(carrier, d);
            if (!one) continue;
            await succeed(t.prisma, [one], reviewer);
            ids.push((one as unknown as { id: string }).id);
            states.push(await says(world, carrier));
          }
          // Each deed on its own: afterwards the record says what it said before it.
          const last = ids.at(-1);
          if (!last) return;
          const { outcome, plan } = await undo(world, { command: last });
          expect(outcome, JSON.stringify(plan.undo)).toMatchObject({ ok: true });
          expect(await says(world, carrier)).toEqual(states.at(-2));
        },
      ),
      { numRuns: RUNS },
    );
    expect(await verifyRecord(t.prisma)).toEqual([]);
  });

  it("of a batch of random deeds as a whole, and undoing the undo brings them back", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { maxLength: 3 }),
        fc.array(deed, { minLength: 1, maxLength: 5 }),
        async (first, then) => {
          const carrier = await freshDeal(world);
          for (const d of first) {
            const one = await commandFor(carrier, d);
            if (one) await succeed(t.prisma, [one], other);
          }
          const before = await says(world, carrier);
          const commands = await together(carrier, then);
          const done = await runCommands(t.prisma, reviewer, commands, {
            batch: { kind: "bulk-edit", title: "Many" },
          });
          if (!done.ok || !done.batch) throw new Error(JSON.stringify(done));
          const after = await says(world, carrier);
          const { outcome, plan } = await undo(world, { batch: done.batch });
          if (plan.undo.commands.length > 0)
            expect(outcome, JSON.stringify(plan.undo)).toMatchObject({ ok: true });
          expect(plan.undo.left).toEqual([]);
          expect(await says(world, carrier)).toEqual(before);
          if (!outcome.ok || !outcome.batch) return;
          expect((await undo(world, { batch: outcome.batch })).outcome).toMatchObject({ ok: true });
          expect(await says(world, carrier)).toEqual(after);
        },
      ),
      { numRuns: RUNS },
    );
    expect(await verifyRecord(t.prisma)).toEqual([]);
  });
});
