import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/data/testing/database";
import {
  ABOUT,
  claims,
  endRules,
  propose,
  type ReviewWorld,
  reviewWorld,
  versionNow,
} from "@/data/testing/reviewing";
import { change, command, person, sourceOf, succeed } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import type { Actor } from "@/domain/permissions";
import { acceptProposal, mendProposal, rejectProposal, sendBackProposal, withdrawProposal } from "./decide";
import { runCommands } from "./door";
import { proposeCommands } from "./proposals";
import { setReviewRule } from "./review-rules";

let world: ReviewWorld;
let t: TestDatabase;
let editor: Actor;
let reviewer: Actor;
let admin: Actor;
beforeAll(async () => {
  world = await reviewWorld();
  ({ t, editor, reviewer, admin } = world);
});
afterAll(() => t.drop());
beforeEach(() => endRules(world));

const idOf = (actor: Actor) => (actor.kind === "user" ? actor.id : "");

describe("a proposal", () => {
  it("writes nothing until a second person accepts it; then it is its author's, in the reviewer's trail", async () => {
    await setReviewRule(t.prisma, admin, randomUUID(), { scope: "everything" });
    const before = await claims(world);
    const sent = change(await versionNow(world));
    const decision = await propose(world, [sent]);
    expect(await claims(world)).toBe(before);
    expect(await proposeCommands(t.prisma, editor, [sent], ABOUT)).toMatchObject({ ok: true, ...decision });

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
      const decision = await propose(world, [change(await versionNow(world))], by);
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
    const decision = await propose(world, [change(await versionNow(world))]);
    const before = await claims(world);
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) => acceptProposal(t.prisma, n % 2 ? reviewer : admin, decision)),
    );
    expect(all.filter((o) => o.ok)).toHaveLength(1);
    expect(await claims(world)).toBe(before + 1);
  });

  it("is refused at the form when the door would refuse it, and leaves nothing", async () => {
    const before = await t.sql("SELECT count(*) FROM proposal");
    const bad = change(await versionNow(world), { device: "no-such-phone" });
    expect(await proposeCommands(t.prisma, editor, [bad], ABOUT)).toMatchObject({
      ok: false,
      refusal: { code: "unknown-reference" },
    });
    expect(await proposeCommands(t.prisma, await person(t, "analyst"), [change(0)], ABOUT)).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    expect(await proposeCommands(t.prisma, editor, [{ kind: "nonsense" }], ABOUT)).toMatchObject({
      ok: false,
    });
    expect(await proposeCommands(t.prisma, editor, [], ABOUT)).toMatchObject({ ok: false });
    expect(await t.sql("SELECT count(*) FROM proposal")).toEqual(before);
  });

  it("is refused when a newer change made it stale, still waits, and goes on top when the reviewer says so", async () => {
    const version = await versionNow(world);
    const decision = await propose(world, [
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
    expect(await versionNow(world)).toBe(version + 4);
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
    const decision = await propose(world, [edit("Proposed Name")]);
    await succeed(t.prisma, [edit("Newer Name")], admin);
    expect(await acceptProposal(t.prisma, reviewer, { ...decision, onTop: true })).toMatchObject({
      refusal: { code: "conflict" },
    });
    expect((await t.prisma.carrier.findUniqueOrThrow({ where: { slug: "the-carrier" } })).name).toBe(
      "Newer Name",
    );
  });

  it("accepted with changes is recorded under the reviewer's name, and keeps what was proposed", async () => {
    const sent = change(await versionNow(world), { note: "As proposed." });
    const decision = await propose(world, [sent]);
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
    const sent = change(await versionNow(world));
    const decision = await propose(world, [sent]);
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
    const one = await propose(world, [change(await versionNow(world))]);
    const other = await propose(world, [change(await versionNow(world))]);
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
    await succeed(t.prisma, [sourceOf("free-paper")], editor);
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
    const decision = await propose(world, [retraction]);
    expect(await acceptProposal(t.prisma, reviewer, decision)).toMatchObject({ ok: true });
  });
});
