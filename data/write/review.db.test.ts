import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { change, command, EDITOR, person, smallWorld, sourceOf, succeed } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import type { Actor } from "@/domain/permissions";
import { acceptProposal, mendProposal, rejectProposal, sendBackProposal, withdrawProposal } from "./decide";
import { runCommands } from "./door";
import { proposeCommands } from "./proposals";
import { endReviewRule, type RuleSetting, setReviewRule } from "./review-rules";

let t: TestDatabase;
let editor: Actor;
let reviewer: Actor;
let admin: Actor;
beforeAll(async () => {
  t = await openTestDatabase();
  await succeed(t.prisma, smallWorld());
  editor = await person(t, "editor");
  reviewer = await person(t, "reviewer");
  admin = await person(t, "admin");
});
afterAll(() => t.drop());
beforeEach(async () => {
  for (const { id } of await t.prisma.reviewRule.findMany({ where: { endedAt: null } }))
    await endReviewRule(t.prisma, admin, id);
});

const versionNow = async () => (await t.prisma.deal.findFirst())?.version ?? 0;
const idOf = (actor: Actor) => (actor.kind === "user" ? actor.id : "");
const claims = () => t.prisma.statusChange.count();
const setRule = (setting: RuleSetting, by = admin) => setReviewRule(t.prisma, by, randomUUID(), setting);
const about = { kind: "claim", title: "The Phone at The Carrier" } as const;

async function propose(commands: readonly unknown[], by = editor) {
  const outcome = await proposeCommands(t.prisma, by, commands, about);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return { proposal: outcome.proposal, version: outcome.version };
}

describe("rules of review", () => {
  const settings: readonly (readonly [string, RuleSetting, Record<string, unknown>, boolean])[] = [
    ["everything", { scope: "everything" }, {}, true],
    ["its manufacturer", { scope: "manufacturer", slug: "the-maker" }, {}, true],
    ["its carrier", { scope: "carrier", slug: "the-carrier" }, {}, true],
    ["its reason", { scope: "reason", reason: "security" }, { reasons: ["security"] }, true],
    ["another reason", { scope: "reason", reason: "supply" }, { reasons: ["security"] }, false],
  ];
  it.each(settings)("a rule on %s decides whether a claim may be saved", async (_, setting, more, asked) => {
    expect(await setRule(setting)).toMatchObject({ ok: true });
    const before = await claims();
    for (const by of [editor, reviewer, admin]) {
      const outcome = await runCommands(t.prisma, by, [change(await versionNow(), more)]);
      if (asked) expect(outcome).toMatchObject({ ok: false, refusal: { code: "needs-review" } });
      else expect(outcome.ok).toBe(true);
    }
    expect(await claims()).toBe(asked ? before : before + 3);
  });

  it("ask for corrections that only take the reason away, for edits of a device that leaves its maker, and for its sources", async () => {
    const first = change(await versionNow(), { reasons: ["legal"] });
    await succeed(t.prisma, [first]);
    const { id: _, device: _d, carrier: _c, ...said } = first;
    await setRule({ scope: "reason", reason: "legal" });
    const correction = command({
      ...said,
      kind: "correct-status",
      corrects: first.id,
      version: await versionNow(),
      why: "Another reason.",
      reasons: ["supply"],
    });
    expect(await runCommands(t.prisma, editor, [correction])).toMatchObject({
      refusal: { code: "needs-review" },
    });
    await setRule({ scope: "manufacturer", slug: "the-maker" });
    const maker = command({
      kind: "create-manufacturer",
      slug: "new-maker",
      name: "New Maker",
      country: "US",
      parent: null,
      aliases: [],
    });
    const device = await t.prisma.device.findUniqueOrThrow({ where: { slug: "the-phone" } });
    const moved = command({
      kind: "edit-device",
      slug: "the-phone",
      version: device.version,
      manufacturer: "new-maker",
      name: device.name,
      deviceKind: "phone",
      announced: null,
      aliases: [],
    });
    expect(await runCommands(t.prisma, editor, [maker, moved])).toMatchObject({
      refusal: { code: "needs-review" },
    });
    const source = await t.prisma.source.findUniqueOrThrow({ where: { slug: "the-paper" } });
    const { kind: _k, ...paper } = sourceOf("the-paper", { publisher: "The Paper", version: source.version });
    expect(await runCommands(t.prisma, editor, [{ ...paper, kind: "edit-source" }])).toMatchObject({
      refusal: { code: "needs-review" },
    });
    expect(await runCommands(t.prisma, editor, [sourceOf("free-paper")])).toMatchObject({ ok: true });
  });

  it("are the admin's alone, end, and leave the system's own editor alone", async () => {
    expect(await setRule({ scope: "everything" }, reviewer)).toMatchObject({
      ok: false,
      refusal: { code: "not-allowed" },
    });
    const set = await setRule({ scope: "everything" });
    expect(await runCommands(t.prisma, EDITOR, [change(await versionNow())])).toMatchObject({ ok: true });
    if (set.ok) await endReviewRule(t.prisma, admin, set.value);
    expect(await runCommands(t.prisma, editor, [change(await versionNow())])).toMatchObject({ ok: true });
  });

  it("answer a command that took effect before the rule as the first time", async () => {
    const sent = change(await versionNow());
    await succeed(t.prisma, [sent], editor);
    await setRule({ scope: "everything" });
    expect(await runCommands(t.prisma, editor, [sent])).toMatchObject({ ok: true, replayed: true });
  });
});

describe("a proposal", () => {
  it("writes nothing until a second person accepts it; then it is its author's, in the reviewer's trail", async () => {
    await setRule({ scope: "everything" });
    const before = await claims();
    const sent = change(await versionNow());
    const decision = await propose([sent]);
    expect(await claims()).toBe(before);
    expect(await proposeCommands(t.prisma, editor, [sent], about)).toMatchObject({ ok: true, ...decision });

    expect(await acceptProposal(t.prisma, editor, decision)).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    const outcome = await acceptProposal(t.prisma, reviewer, decision);
    expect(outcome).toMatchObject({ ok: true, replayed: false });
    expect(await t.prisma.statusChange.findUniqueOrThrow({ where: { id: sent.id } })).toMatchObject({
      recordedById: idOf(editor),
    });
    expect(await t.prisma.auditEntry.findFirst({ where: { commandId: sent.id } })).toMatchObject({
      actorId: idOf(reviewer),
      detail: { proposal: decision.proposal, author: idOf(editor), batch: outcome.ok && outcome.batch },
    });
    expect(await acceptProposal(t.prisma, reviewer, decision)).toMatchObject({
      refusal: { code: "conflict" },
    });
    expect(await verifyRecord(t.prisma)).toEqual([]);
  });

  it("of a reviewer or an admin is not accepted by themselves either, nor around the application", async () => {
    for (const by of [reviewer, admin]) {
      const decision = await propose([change(await versionNow())], by);
      expect(await acceptProposal(t.prisma, by, decision)).toMatchObject({
        refusal: { code: "not-allowed" },
      });
      await expect(
        t.sql(
          "UPDATE proposal SET state = 'accepted', decided_by_id = author_id, decided_at = now() WHERE id = $1",
          [decision.proposal],
        ),
      ).rejects.toThrow(/proposal_second_person/);
    }
  });

  it("is accepted once of 10 at once", async () => {
    const decision = await propose([change(await versionNow())]);
    const before = await claims();
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) => acceptProposal(t.prisma, n % 2 ? reviewer : admin, decision)),
    );
    expect(all.filter((o) => o.ok)).toHaveLength(1);
    expect(await claims()).toBe(before + 1);
  });

  it("is refused at the form when the door would refuse it, and leaves nothing", async () => {
    const before = await t.sql("SELECT count(*) FROM proposal");
    const bad = change(await versionNow(), { device: "no-such-phone" });
    expect(await proposeCommands(t.prisma, editor, [bad], about)).toMatchObject({
      ok: false,
      refusal: { code: "unknown-reference" },
    });
    expect(await proposeCommands(t.prisma, await person(t, "analyst"), [change(0)], about)).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    expect(await proposeCommands(t.prisma, editor, [{ kind: "nonsense" }], about)).toMatchObject({
      ok: false,
    });
    expect(await proposeCommands(t.prisma, editor, [], about)).toMatchObject({ ok: false });
    expect(await t.sql("SELECT count(*) FROM proposal")).toEqual(before);
  });

  it("is refused when a newer change made it stale, still waits, and goes on top when the reviewer says so", async () => {
    const version = await versionNow();
    const decision = await propose([
      change(version, { status: "planned", effective: "2018-03" }),
      change(version + 1, { status: "planned", effective: "2018-04" }),
    ]);
    await succeed(t.prisma, [change(version), change(version + 1)], admin);
    expect(await acceptProposal(t.prisma, reviewer, decision)).toMatchObject({
      refusal: { code: "conflict", details: { current: { version: version + 2 } } },
    });
    expect(await acceptProposal(t.prisma, reviewer, { ...decision, onTop: true })).toMatchObject({
      ok: true,
    });
    expect(await versionNow()).toBe(version + 4);
    expect(await verifyRecord(t.prisma)).toEqual([]);
  });

  it("of an edit never goes over somebody else's edit", async () => {
    const carrier = await t.prisma.carrier.findUniqueOrThrow({ where: { slug: "the-carrier" } });
    const edit = (name: string) =>
      command({
        kind: "edit-carrier",
        slug: "the-carrier",
        version: carrier.version,
        name,
        country: "US",
        carrierKind: "MNO",
        host: null,
        parent: null,
        aliases: [],
      });
    const decision = await propose([edit("Proposed Name")]);
    await succeed(t.prisma, [edit("Newer Name")], admin);
    expect(await acceptProposal(t.prisma, reviewer, { ...decision, onTop: true })).toMatchObject({
      refusal: { code: "conflict" },
    });
    expect((await t.prisma.carrier.findUniqueOrThrow({ where: { slug: "the-carrier" } })).name).toBe(
      "Newer Name",
    );
  });

  it("accepted with changes is recorded under the reviewer's name, and keeps what was proposed", async () => {
    const sent = change(await versionNow(), { note: "As proposed." });
    const decision = await propose([sent]);
    const outcome = await acceptProposal(t.prisma, reviewer, {
      ...decision,
      commands: [{ ...sent, note: "As changed." }],
    });
    expect(outcome.ok).toBe(true);
    expect(await t.prisma.statusChange.findUniqueOrThrow({ where: { id: sent.id } })).toMatchObject({
      note: "As changed.",
      recordedById: idOf(reviewer),
    });
    const steps = await t.prisma.proposalStep.findMany({
      where: { proposalId: decision.proposal },
      orderBy: { version: "asc" },
    });
    expect(steps.map((s) => [s.deed, (s.commands as { note: string }[] | null)?.[0]?.note])).toEqual([
      ["proposed", "As proposed."],
      ["mended", "As changed."],
      ["accepted", undefined],
    ]);
  });

  it("sent back waits for its author, who mends it; a second person sees the mended one", async () => {
    const sent = change(await versionNow());
    const decision = await propose([sent]);
    expect(await sendBackProposal(t.prisma, reviewer, decision)).toMatchObject({
      refusal: { code: "invalid", field: "comment" },
    });
    const back = await sendBackProposal(t.prisma, reviewer, { ...decision, comment: "Which day?" });
    expect(back).toMatchObject({ ok: true, state: "sent-back" });
    expect(await acceptProposal(t.prisma, reviewer, { ...decision, version: 2 })).toMatchObject({
      refusal: { code: "conflict" },
    });
    const mending = { ...decision, version: 2, commands: [{ ...sent, effective: "2018-01-05" }] };
    expect(await mendProposal(t.prisma, reviewer, mending)).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    expect(await mendProposal(t.prisma, editor, mending)).toMatchObject({
      ok: true,
      state: "open",
      version: 3,
    });
    expect(await acceptProposal(t.prisma, reviewer, { ...decision, version: 3 })).toMatchObject({ ok: true });
    expect((await t.prisma.statusChange.findUniqueOrThrow({ where: { id: sent.id } })).effectiveText).toBe(
      "2018-01-05",
    );
  });

  it("is rejected by a second person only and withdrawn by its author only, and then is at its end", async () => {
    const one = await propose([change(await versionNow())]);
    const other = await propose([change(await versionNow())]);
    const why = { comment: "Not so." };
    expect(await rejectProposal(t.prisma, editor, { ...one, ...why })).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    expect(await withdrawProposal(t.prisma, reviewer, other)).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    expect(await rejectProposal(t.prisma, reviewer, { ...one, ...why })).toMatchObject({ state: "rejected" });
    expect(await withdrawProposal(t.prisma, editor, other)).toMatchObject({ state: "withdrawn" });
    for (const { proposal } of [one, other])
      expect(await acceptProposal(t.prisma, admin, { proposal, version: 2 })).toMatchObject({
        refusal: { code: "conflict" },
      });
    expect(await verifyRecord(t.prisma)).toEqual([]);
  });

  it("needs from whoever accepts it the rights that its commands need", async () => {
    const retraction = command({
      kind: "retract-source",
      slug: "free-paper",
      version: 1,
      on: "2019",
      why: "Made up.",
    });
    expect(await runCommands(t.prisma, editor, [retraction])).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    const decision = await propose([retraction]);
    expect(await acceptProposal(t.prisma, reviewer, decision)).toMatchObject({ ok: true });
  });
});

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
      recordedById: idOf(editor),
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
