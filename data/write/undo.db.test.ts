import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statusClaims } from "@/data/read/claims";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { change, command, person, smallWorld, sourceOf, succeed, support } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import type { Undoes } from "@/domain/batches";
import { historyOf } from "@/domain/history";
import type { Actor } from "@/domain/permissions";
import { STATUSES } from "@/domain/status";
import { runCommands } from "./door";
import { carryOutUndo, planUndo } from "./undo";

let t: TestDatabase;
let reviewer: Actor;
let other: Actor;
beforeAll(async () => {
  t = await openTestDatabase();
  await succeed(t.prisma, [
    ...smallWorld(),
    sourceOf("second-paper"),
    sourceOf("third-paper", { published: "2018-02" }),
  ]);
  reviewer = await person(t, "reviewer");
  const { id } = await t.prisma.user.create({
    data: { name: "Somebody Else", email: `${randomUUID()}@example.test`, role: "editor" },
  });
  other = { kind: "user", id, name: "Somebody Else", role: "editor" };
});
afterAll(() => t.drop());

/** A deal of its own for each run. */
async function freshDeal(): Promise<string> {
  const slug = `carrier-${randomUUID().slice(0, 8)}`;
  const carrier = {
    kind: "create-carrier",
    slug,
    name: slug,
    country: "US",
    carrierKind: "MNO",
    host: null,
    parent: null,
    aliases: [],
  };
  await succeed(t.prisma, [command(carrier)]);
  return slug;
}

/** What the record says of a deal today: each status with its dates, evidence and certainty. Ids and instants are its own. */
async function says(carrier: string) {
  const deals = await t.prisma.deal.findMany({ where: { carrier: { slug: carrier } }, select: { id: true } });
  const { claims, graph } = await statusClaims(t.prisma, { deals: deals.map((d) => d.id) });
  const evidence = (c: (typeof claims)[number]) =>
    c.evidence
      .filter((e) => e.retraction === null)
      .map(({ source, stance, attribution, speaker, quote, via }) =>
        JSON.stringify({ source, stance, attribution, speaker, quote, via }),
      )
      .sort();
  return historyOf(claims, graph, { known: null, record: null }).map((e) => ({
    status: e.claim.status,
    effective: e.claim.effective.text,
    target: e.claim.target?.text ?? null,
    reasons: e.claim.reasons,
    note: e.claim.note,
    published: e.published,
    begins: e.begins,
    ends: e.ends,
    certainty: e.certainty.certainty,
    evidence: evidence(e.claim),
  }));
}

async function undo(of: Undoes, by = reviewer, why = "It was a mistake.") {
  const id = randomUUID();
  const plan = await planUndo(t.prisma, of, id);
  if (!plan) throw new Error("Nothing to undo.");
  const outcome = await carryOutUndo(t.prisma, by, { id, of, why, expected: plan.undo.commands.length });
  return { plan, outcome };
}

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

/** Each draws a deal of its own and some ten transactions. */
const RUNS = 15;

describe("undo restores what the record says", { timeout: 120_000 }, () => {
  it("of random deeds, one by one, newest first, and nobody else's", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { minLength: 1, maxLength: 4 }),
        fc.array(deed, { minLength: 1, maxLength: 5 }),
        async (first, then) => {
          const carrier = await freshDeal();
          for (const d of first) {
            const one = await commandFor(carrier, d);
            if (one) await succeed(t.prisma, [one], other);
          }
          const states = [await says(carrier)];
          const ids: string[] = [];
          for (const d of then) {
            const one = await commandFor(carrier, d);
            if (!one) continue;
            await succeed(t.prisma, [one], reviewer);
            ids.push((one as unknown as { id: string }).id);
            states.push(await says(carrier));
          }
          // Each deed on its own: afterwards the record says what it said before it.
          const last = ids.at(-1);
          if (!last) return;
          const { outcome, plan } = await undo({ command: last });
          expect(outcome, JSON.stringify(plan.undo)).toMatchObject({ ok: true });
          expect(await says(carrier)).toEqual(states.at(-2));
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
          const carrier = await freshDeal();
          for (const d of first) {
            const one = await commandFor(carrier, d);
            if (one) await succeed(t.prisma, [one], other);
          }
          const before = await says(carrier);
          const commands = await together(carrier, then);
          const done = await runCommands(t.prisma, reviewer, commands, {
            batch: { kind: "bulk-edit", title: "Many" },
          });
          if (!done.ok || !done.batch) throw new Error(JSON.stringify(done));
          const after = await says(carrier);
          const { outcome, plan } = await undo({ batch: done.batch });
          if (plan.undo.commands.length > 0)
            expect(outcome, JSON.stringify(plan.undo)).toMatchObject({ ok: true });
          expect(plan.undo.left).toEqual([]);
          expect(await says(carrier)).toEqual(before);
          if (!outcome.ok || !outcome.batch) return;
          expect((await undo({ batch: outcome.batch })).outcome).toMatchObject({ ok: true });
          expect(await says(carrier)).toEqual(after);
        },
      ),
      { numRuns: RUNS },
    );
    expect(await verifyRecord(t.prisma)).toEqual([]);
  });
});

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

describe("what somebody else changed since", () => {
  it("of a claim is shown and not overwritten", async () => {
    const carrier = await freshDeal();
    const mine = change(0, { carrier, status: "carried" });
    await succeed(t.prisma, [mine], reviewer);
    const { device: _d, carrier: _c, ...content } = change(1, { status: "planned", effective: "2018-03" });
    const theirs = { ...content, kind: "correct-status", ...{ corrects: mine.id, why: "It was a plan." } };
    await succeed(t.prisma, [theirs], other);
    const before = await says(carrier);
    const { plan, outcome } = await undo({ command: mine.id });
    expect(plan.undo).toMatchObject({
      commands: [],
      left: [{ command: mine.id, why: "Somebody Else changed this claim since." }],
    });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "invalid" } });
    expect(await says(carrier)).toEqual(before);
  });

  it("of an entity is not overwritten, while the rest of the batch is taken back", async () => {
    const [a, b] = [await freshDeal(), await freshDeal()];
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
    const { plan, outcome } = await undo({ batch: done.batch });
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
    const carrier = await freshDeal();
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
    expect(await says(carrier)).toEqual([]);
  });
});

describe("an undo", () => {
  it("needs a reason, is one batch that names what it undid, and takes effect once", async () => {
    const carrier = await freshDeal();
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

  it("un-merges a merge, says that what was made stays, and restores sources, listings and statements", async () => {
    const carrier = await freshDeal();
    const twin = await freshDeal();
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
    expect((await undo({ command: merge.id })).outcome).toMatchObject({ ok: true });
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
    const { plan, outcome } = await undo({ batch: done.batch });
    expect(outcome, JSON.stringify(plan.undo)).toMatchObject({ ok: true });
    expect(plan.undo.left).toMatchObject([{ command: made.id }]);
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
