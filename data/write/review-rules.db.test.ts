import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/data/testing/database";
import { claims, endRules, type ReviewWorld, reviewWorld, versionNow } from "@/data/testing/reviewing";
import { change, command, EDITOR, sourceOf, succeed } from "@/data/testing/world";
import type { Actor } from "@/domain/permissions";
import { runCommands } from "./door";
import { endReviewRule, type RuleSetting, setReviewRule } from "./review-rules";

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

const setRule = (setting: RuleSetting, by = admin) => setReviewRule(t.prisma, by, randomUUID(), setting);

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
    const before = await claims(world);
    for (const by of [editor, reviewer, admin]) {
      const outcome = await runCommands(t.prisma, by, [change(await versionNow(world), more)]);
      if (asked) expect(outcome).toMatchObject({ ok: false, refusal: { code: "needs-review" } });
      else expect(outcome.ok).toBe(true);
    }
    expect(await claims(world)).toBe(asked ? before : before + 3);
  });

  it("ask for corrections that only take the reason away, for edits of a device that leaves its maker, and for its sources", async () => {
    const first = change(await versionNow(world), { reasons: ["legal"] });
    await succeed(t.prisma, [first]);
    const { id: _, device: _d, carrier: _c, ...said } = first;
    await setRule({ scope: "reason", reason: "legal" });
    const correction = command({
      ...said,
      kind: "correct-status",
      corrects: first.id,
      version: await versionNow(world),
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
    expect(await runCommands(t.prisma, EDITOR, [change(await versionNow(world))])).toMatchObject({
      ok: true,
    });
    if (set.ok) await endReviewRule(t.prisma, admin, set.value);
    expect(await runCommands(t.prisma, editor, [change(await versionNow(world))])).toMatchObject({
      ok: true,
    });
  });

  it("answer a command that took effect before the rule as the first time", async () => {
    const sent = change(await versionNow(world));
    await succeed(t.prisma, [sent], editor);
    await setRule({ scope: "everything" });
    expect(await runCommands(t.prisma, editor, [sent])).toMatchObject({ ok: true, replayed: true });
  });
});
