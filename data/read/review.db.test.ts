import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { change, command, person, smallWorld, sourceOf, succeed, support } from "@/data/testing/world";
import { addComment, seeMentions } from "@/data/write/comments";
import { acceptProposal, rejectProposal } from "@/data/write/decide";
import { parsed, proposeCommands } from "@/data/write/proposals";
import { endReviewRule, setReviewRule } from "@/data/write/review-rules";
import type { Actor } from "@/domain/permissions";
import { titleOf } from "@/formats/describe";
import { batches } from "./batches";
import { commentsOfDeal, commentsOfProposal, mentionsOf, peopleToMention } from "./comments";
import { dealNow } from "./deal-now";
import { describedCommands } from "./described";
import { dealsMoved, proposal, proposalQueue, waitingFor } from "./proposals";
import { reviewAsked } from "./review-asked";

let t: TestDatabase;
let editor: Actor;
let reviewer: Actor;
let admin: Actor;
beforeAll(async () => {
  t = await openTestDatabase();
  await succeed(t.prisma, smallWorld());
  [editor, reviewer, admin] = [
    await person(t, "editor"),
    await person(t, "reviewer"),
    await person(t, "admin"),
  ];
});
afterAll(() => t.drop());

const idOf = (actor: Actor) => (actor.kind === "user" ? actor.id : "");
const versionNow = async () => (await t.prisma.deal.findFirst())?.version ?? 0;

async function propose(commands: readonly unknown[], by = editor, title = "A proposal") {
  const outcome = await proposeCommands(t.prisma, by, commands, { kind: "claim", title });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.proposal;
}

it("says of a command what is recorded now, what would be, and that the record moved on", async () => {
  const mine = change(0, { status: "planned", target: "2018-06" });
  await succeed(t.prisma, [mine], editor);
  const { device: _d, carrier: _c, ...said } = change(1, { status: "carried", effective: "2018-02-03" });
  const correction = { ...said, kind: "correct-status", ...{ corrects: mine.id, why: "On sale." } };
  const commands = parsed([
    sourceOf("new-paper", { publisher: "New Paper" }),
    correction,
    change(2, { status: "ended", effective: "2019", evidence: [support("new-paper")] }),
  ]);
  const [source, correct, next] = await describedCommands(t.prisma, commands);
  expect([source, correct, next].map((d) => d && titleOf(d))).toEqual([
    "Create source New Paper",
    "Correct The Phone at The Carrier: carried, 3 Feb 2018",
    "The Phone at The Carrier: ended, 2019",
  ]);
  expect(correct?.changes).toEqual([
    { label: "Status", now: "planned", after: "carried" },
    { label: "When", now: "Jan 2018", after: "3 Feb 2018" },
    { label: "Target", now: "Jun 2018", after: "" },
  ]);
  expect(next?.evidence[0]?.name).toBe("New Paper, 10 Jan 2018 (new)");
  expect([correct?.stale, next?.stale]).toEqual([null, null]);
  expect(next?.standing?.claims.map((c) => c.status)).toEqual(["planned"]);

  await succeed(t.prisma, [change(1, { status: "paused", effective: "2018-04" })], admin);
  const [, moved] = await describedCommands(t.prisma, commands);
  expect(moved?.stale).toMatch(/made from version 1, it is at version 2 now/);
  await succeed(
    t.prisma,
    [command({ kind: "retract-status", claim: mine.id, version: 2, why: "Never." })],
    admin,
  );
  const [, closed] = await describedCommands(t.prisma, commands);
  expect(closed?.stale).toMatch(/A admin closed this claim with a retraction/);
});

it("finds other proposals on the same deal, also on one that does not exist yet, and the place in the queue", async () => {
  const device = {
    kind: "create-device",
    slug: "other",
    manufacturer: "the-maker",
    name: "Other",
    deviceKind: "phone",
    announced: null,
    aliases: [],
  };
  await succeed(t.prisma, [command(device)]);
  const one = await propose([change(0, { device: "other" })], editor, "One");
  const two = await propose([change(0, { device: "other", status: "carried" })], reviewer, "Two");
  const found = await proposal(t.prisma, one, idOf(reviewer));
  expect(found).toMatchObject({ others: [{ id: two, title: "Two" }], place: { at: 1, of: 1 } });
  expect((await proposal(t.prisma, one, idOf(editor)))?.place).toBeNull();
  expect((await proposalQueue(t.prisma, "waiting", idOf(admin))).rows.map((r) => r.title)).toEqual([
    "One",
    "Two",
  ]);
  expect((await proposalQueue(t.prisma, "own", idOf(editor))).rows.map((r) => r.title)).toEqual(["One"]);
  expect(await waitingFor(t.prisma, idOf(reviewer))).toEqual({ open: 1, back: 0 });
  await acceptProposal(t.prisma, reviewer, { proposal: one, version: 1 });
  expect((await batches(t.prisma)).rows).toMatchObject([
    { title: "One", kind: "proposal", commands: 1, undone: null },
  ]);
});

it("keeps comments with what they are about, and tells people once", async () => {
  const deal = await t.prisma.deal.findFirstOrThrow({ include: { changes: true } });
  const claim = deal.changes[0]?.id ?? "";
  const draft = {
    id: randomUUID(),
    on: { claim },
    text: "@A reviewer look, and @A analyst does not.",
    mentions: [idOf(admin)],
  };
  await person(t, "analyst");
  expect(await addComment(t.prisma, editor, draft)).toMatchObject({ ok: true });
  expect(await addComment(t.prisma, editor, draft)).toMatchObject({ ok: true, value: draft.id });
  const said = await commentsOfDeal(t.prisma, { device: deal.deviceId, carrier: deal.carrierId });
  expect(said).toMatchObject([{ claim, person: "A editor", to: ["A admin", "A reviewer"] }]);
  expect(await mentionsOf(t.prisma, idOf(reviewer))).toMatchObject([
    {
      id: draft.id,
      about: "The Phone at The Carrier",
      pair: { device: "the-phone", carrier: "the-carrier" },
    },
  ]);
  await seeMentions(t.prisma, reviewer, [draft.id]);
  expect(await mentionsOf(t.prisma, idOf(reviewer))).toEqual([]);
  expect(await mentionsOf(t.prisma, idOf(admin))).toHaveLength(1);
  expect((await peopleToMention(t.prisma, idOf(editor))).map((p) => p.name)).toEqual([
    "A admin",
    "A reviewer",
  ]);

  const waits = await propose([change(await versionNow(), { effective: "2020" })]);
  const word = { id: randomUUID(), on: { proposal: waits }, text: "Hm.", mentions: [] };
  await addComment(t.prisma, reviewer, word);
  expect(await commentsOfProposal(t.prisma, waits)).toMatchObject([{ text: "Hm.", claim: null }]);
  for (const [by, bad] of [
    [await person(t, "analyst"), draft],
    [{ kind: "visitor" } as const, draft],
    [editor, { ...draft, id: randomUUID(), text: "  " }],
    [editor, { ...draft, id: randomUUID(), on: { claim: randomUUID() } }],
  ] as const)
    expect(await addComment(t.prisma, by, bad)).toMatchObject({ ok: false });
});

it("tells a form before it is filled in that a rule asks", async () => {
  const deal = await t.prisma.deal.findFirstOrThrow({ include: { changes: true } });
  const claim = deal.changes[0]?.id ?? "";
  expect(await reviewAsked(t.prisma, { claim })).toBeNull();
  await setReviewRule(t.prisma, admin, randomUUID(), { scope: "carrier", slug: "the-carrier" });
  const sentence = "Changes that concern The Carrier need a second person. Propose it instead.";
  expect(await reviewAsked(t.prisma, { claim })).toBe(sentence);
  expect(await reviewAsked(t.prisma, { carrier: "the-carrier" })).toBe(sentence);
  expect(await reviewAsked(t.prisma, { device: "the-phone" })).toBeNull();
  expect(await reviewAsked(t.prisma, {})).toBeNull();
});

it("proposes a merge by the names of both, and a second person carries it out", async () => {
  for (const { id } of await t.prisma.reviewRule.findMany({ where: { endedAt: null } }))
    await endReviewRule(t.prisma, admin, id);
  const twin = {
    kind: "create-retailer",
    slug: "twin-shop",
    name: "Twin Shop",
    country: "US",
    retailerKind: "shop",
    aliases: [],
  };
  await succeed(t.prisma, [command(twin)]);
  const shop = await t.prisma.retailer.findUniqueOrThrow({ where: { slug: "the-shop" } });
  const merge = command({
    kind: "merge",
    entity: "retailer",
    slug: "twin-shop",
    version: 1,
    into: "the-shop",
    intoVersion: shop.version,
    why: "One shop.",
  });
  const [described] = await describedCommands(t.prisma, parsed([merge]));
  expect(described && titleOf(described)).toBe("Merge Twin Shop into The Shop");
  const id = await propose([merge], reviewer);
  expect(await t.prisma.retailer.count({ where: { slug: "twin-shop" } })).toBe(1);
  expect(await acceptProposal(t.prisma, admin, { proposal: id, version: 1 })).toMatchObject({ ok: true });
  expect(await t.prisma.retailer.count({ where: { slug: "twin-shop" } })).toBe(0);
});

const ofTheDeal = async () => (await dealNow(t.prisma, "the-phone", "the-carrier"))?.version ?? 0;

it("describes a part of a list as it stands in the whole: commands before it count, and what they make has its name", async () => {
  const version = await ofTheDeal();
  const mine = change(version, { status: "planned", effective: "2017-05" });
  await succeed(t.prisma, [mine], editor);
  const { device: _d, carrier: _c, ...said } = change(version + 1, { effective: "2017-06" });
  const whole = parsed([
    sourceOf("part-paper", { publisher: "Part Paper" }),
    { ...said, kind: "correct-status", corrects: mine.id, why: "A month later." },
    change(version + 2, { status: "carried", effective: "2017-08" }),
    change(version + 3, { status: "ended", effective: "2017-09", evidence: [support("part-paper")] }),
  ]);
  const all = await describedCommands(t.prisma, whole);
  expect(all.map((d) => d.stale)).toEqual([null, null, null, null]);
  for (const from of [1, 2, 3])
    expect(await describedCommands(t.prisma, whole.slice(from), whole)).toEqual(all.slice(from));
  // Without the whole, the last one would seem to be made from a version that never was.
  expect((await describedCommands(t.prisma, whole.slice(3)))[0]?.stale).not.toBeNull();
});

it("counts the deals of a proposal that moved since it was made", async () => {
  const version = await ofTheDeal();
  const id = await propose([
    change(version, { status: "carried", effective: "2019-01", note: "Back." }),
    change(version + 1, { status: "ended", effective: "2019-02" }),
  ]);
  expect(await dealsMoved(t.prisma, id)).toBe(0);
  await succeed(t.prisma, [change(version, { status: "planned", effective: "2018-12" })], editor);
  expect(await dealsMoved(t.prisma, id)).toBe(1);
  await rejectProposal(t.prisma, reviewer, { proposal: id, version: 1, comment: "No." });
});
