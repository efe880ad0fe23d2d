import { createHash, randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deviceHistory } from "@/data/read/device-history";
import { keptOf } from "@/data/read/kept-of";
import { resolve } from "@/data/read/resolve";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { change, command, person, smallWorld, sourceOf, succeed, support } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import type { Actor } from "@/domain/permissions";
import { MERGED_KINDS, type MergedKind } from "@/domain/status";
import { type Outcome, runCommands } from "./door";

const versionOf = async (t: TestDatabase, kind: string, slug: string) =>
  (await t.sql<{ version: number }>(`SELECT version FROM ${kind} WHERE slug = $1`, [slug]))[0]?.version ?? 0;

/** A merge command as its form makes it, from the versions that stand now. */
const mergeOf = async (t: TestDatabase, entity: MergedKind, slug: string, into: string) =>
  command({
    kind: "merge",
    entity,
    slug,
    into,
    version: await versionOf(t, entity, slug),
    intoVersion: await versionOf(t, entity, into),
    why: "Two records of one thing.",
  });
const unmergeOf = (merge: string) => command({ kind: "unmerge", merge, why: "They are two after all." });
const refusal = (outcome: Outcome) => (outcome.ok ? null : outcome.refusal);

/** What is no part of the record: the log of merges, the audit trail, and numbers that only ever grow. */
const ASIDE = ["merging", "unmerging", "merging_row", "audit_entry", "command_receipt"];

/** A hash of every table that readers see. Versions only tell a form that it is stale, so they may have grown. */
async function contents(t: TestDatabase): Promise<Record<string, string>> {
  const tables = await t.sql<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const all: Record<string, string> = {};
  for (const { name } of tables.filter((x) => !ASIDE.includes(x.name))) {
    // A merge and its end give the sources texts anew, which stay: then the deals that rest on them read so since then.
    const text = name === "source_version" ? "to_jsonb(r)" : "to_jsonb(r) - 'version' - 'settled_at'";
    const own =
      name === "source_version"
        ? "WHERE command_id NOT IN (SELECT id FROM merging UNION SELECT command_id FROM unmerging)"
        : "";
    const rows = await t.sql<{ row: string }>(
      `SELECT (${text})::text AS row FROM "${name}" r ${own} ORDER BY 1`,
    );
    all[name] = `${rows.length} ${createHash("sha256")
      .update(rows.map((r) => r.row).join("\n"))
      .digest("hex")}`;
  }
  return all;
}

describe("on the dossier", () => {
  let t: TestDatabase;
  let reviewer: Actor;
  beforeAll(async () => {
    t = await openTestDatabase({ dossier: true });
    reviewer = await person(t, "reviewer");
  });
  afterAll(() => t.drop());

  it.each(MERGED_KINDS)("a merge of two %ss moves all, and un-merge is its inverse", async (kind) => {
    const slugs = (await t.sql<{ slug: string }>(`SELECT slug FROM ${kind} ORDER BY slug`)).map(
      (r) => r.slug,
    );
    let merged = 0;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(slugs, { minLength: 2, maxLength: 2 }), async ([from, into]) => {
        const before = await contents(t);
        const merge = await mergeOf(t, kind, from as string, into as string);
        const outcome = await runCommands(t.prisma, reviewer, [merge]);
        // A host, two devices of one name, a circle of citations: refused in words, and nothing moves.
        if (!outcome.ok) {
          expect(["invalid", "duplicate-name"]).toContain(outcome.refusal.code);
          expect(await contents(t)).toEqual(before);
          return;
        }
        merged += 1;
        expect(await verifyRecord(t.prisma)).toEqual([]);
        expect((await keptOf(t.prisma, kind, from as string))?.slug).toBe(into);
        await succeed(t.prisma, [unmergeOf(merge.id)], reviewer);
        expect(await contents(t)).toEqual(before);
      }),
      { numRuns: 4 },
    );
    expect(merged).toBeGreaterThan(0);
    expect(await verifyRecord(t.prisma)).toEqual([]);
  });
});

describe("a merge", () => {
  let t: TestDatabase;
  let reviewer: Actor;
  const device = (slug: string) =>
    command({
      kind: "create-device",
      slug,
      manufacturer: "the-maker",
      name: `Name of ${slug}`,
      deviceKind: "phone",
      announced: null,
      aliases: [{ kind: "model", text: `M ${slug}` }],
    });
  const carrier = (slug: string) =>
    command({
      kind: "create-carrier",
      slug,
      name: slug,
      country: "US",
      carrierKind: "MNO",
      host: null,
      parent: null,
      aliases: [],
    });
  const run = (...commands: unknown[]) => runCommands(t.prisma, reviewer, commands);
  const merge = async (entity: MergedKind, slug: string, into: string) => {
    const one = await mergeOf(t, entity, slug, into);
    await succeed(t.prisma, [one], reviewer);
    return one.id;
  };
  /** The carriers of a device by name, each with the statuses of its history. */
  const lanes = async (slug: string) => {
    const history = await deviceHistory(t.prisma, slug, { on: "2019-01-01", known: null, record: null });
    return history?.lanes
      .map((l) => `${l.carrier.slug}: ${l.history.map((e) => e.claim.status).join(", ")}`)
      .sort();
  };
  beforeAll(async () => {
    t = await openTestDatabase();
    reviewer = await person(t, "reviewer");
    await succeed(t.prisma, [...smallWorld(), carrier("other-carrier")]);
  });
  afterAll(() => t.drop());

  it("folds the histories of two deals of one pair, and files the rest", async () => {
    const claims = [
      change(0, { device: "twin", status: "planned", effective: "2018-01-05" }),
      change(0, { status: "carried", effective: "2018-02-05" }),
      change(0, { device: "twin", carrier: "other-carrier", status: "declined", effective: "2018-03-05" }),
    ];
    await succeed(t.prisma, [device("twin"), ...claims]);
    const id = await merge("device", "twin", "the-phone");
    const folded = await lanes("the-phone");
    expect(folded).toEqual(["other-carrier: declined", "the-carrier: planned, carried"]);
    expect(await lanes("twin")).toBeUndefined();

    // Recorded since: a correction of what came from the twin, a new claim by the former slug, and one on the kept one.
    const versions = await t.prisma.deal.findMany({
      select: { version: true, carrier: { select: { slug: true } } },
    });
    const version = (slug: string) => versions.find((v) => v.carrier.slug === slug)?.version ?? 0;
    const { kind: _, id: _id, device: _d, carrier: _c, ...fields } = claims[0] as ReturnType<typeof change>;
    const correction = command({
      ...fields,
      kind: "correct-status",
      corrects: claims[0]?.id,
      version: version("the-carrier"),
      why: "The day.",
      effective: "2018-01-09",
    });
    const since = change(version("other-carrier"), {
      device: "twin",
      carrier: "other-carrier",
      status: "planned",
      effective: "2018-05",
    });
    await succeed(t.prisma, [correction, since]);

    await succeed(t.prisma, [unmergeOf(id)], reviewer);
    expect(await verifyRecord(t.prisma)).toEqual([]);
    // What was recorded of the kept one in between stays with it.
    expect(await lanes("the-phone")).toEqual(["other-carrier: planned", "the-carrier: carried"]);
    expect(await lanes("twin")).toEqual(["other-carrier: declined", "the-carrier: planned"]);
    const back = await t.prisma.statusChange.findUniqueOrThrow({
      where: { id: correction.id },
      select: { deal: { select: { device: true } } },
    });
    expect(back.deal.device.slug).toBe("twin");
  });

  it("leads from every former slug, name and alias, over a chain; undone from its end only", async () => {
    await succeed(t.prisma, [
      device("chain-a"),
      device("chain-b"),
      device("chain-c"),
      change(0, { device: "chain-a" }),
    ]);
    const first = await merge("device", "chain-a", "chain-b");
    const second = await merge("device", "chain-b", "chain-c");
    for (const slug of ["chain-a", "chain-b"]) {
      expect(await keptOf(t.prisma, "device", slug)).toMatchObject({ slug: "chain-c" });
      for (const text of [slug, `Name of ${slug}`, `M ${slug}`, `Name of ${slug} (${slug})`])
        expect(await resolve(t.prisma, "device", text)).toEqual({ ok: true, slug: "chain-c" });
    }
    expect(refusal(await run(unmergeOf(first)))).toMatchObject({ code: "invalid", field: "merge" });
    await succeed(t.prisma, [unmergeOf(second), unmergeOf(first)], reviewer);
    expect(await keptOf(t.prisma, "device", "chain-a")).toBeNull();
    expect(await lanes("chain-a")).toHaveLength(1);
    expect(await verifyRecord(t.prisma)).toEqual([]);
    expect(refusal(await run(unmergeOf(first)))).toMatchObject({ code: "conflict" });
  });

  it("is refused into itself, in a circle, of what was merged, and from another version", async () => {
    await succeed(t.prisma, [device("round-a"), device("round-b")]);
    expect(refusal(await run(await mergeOf(t, "device", "round-a", "round-a")))).toMatchObject({
      code: "invalid",
      field: "into",
    });
    expect(
      refusal(await run({ ...(await mergeOf(t, "device", "round-a", "round-b")), version: 7 })),
    ).toMatchObject({ code: "conflict" });
    await merge("device", "round-a", "round-b");
    expect(refusal(await run(await mergeOf(t, "device", "round-b", "round-a")))).toMatchObject({
      code: "invalid",
      field: "into",
    });
    expect(refusal(await run(await mergeOf(t, "device", "round-a", "the-phone")))).toMatchObject({
      code: "conflict",
    });
    expect(refusal(await run({ ...device("round-a"), name: "Another Name" }))).toMatchObject({
      code: "duplicate-name",
      field: "slug",
    });
  });

  it("takes effect once, however often it is sent", async () => {
    await succeed(t.prisma, [device("once-a"), device("once-b")]);
    const one = await mergeOf(t, "device", "once-a", "once-b");
    const sent = await Promise.all(Array.from({ length: 5 }, () => run(one)));
    expect(sent.filter((o) => o.ok && !o.replayed)).toHaveLength(1);
    expect(sent.every((o) => o.ok)).toBe(true);
  });

  it("of a source gives an old view of the record the text that it had, and raises no certainty by a circle", async () => {
    await succeed(t.prisma, [
      sourceOf("older", { publisher: "Both", title: "As it was first" }),
      device("sourced"),
    ]);
    await succeed(t.prisma, [change(0, { device: "sourced", evidence: [support("older")] })]);
    const [{ at }] = (await t.sql<{ at: string }>(
      "SELECT to_char(max(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') AS at FROM audit_entry",
    )) as [{ at: string }];
    await succeed(t.prisma, [
      sourceOf("newer", { publisher: "Both", title: "As it is now", cites: ["older"] }),
    ]);
    const titles = async (record: string | null) =>
      [
        ...((
          await deviceHistory(t.prisma, "sourced", { on: "2019-01-01", known: null, record })
        )?.graph.sources.values() ?? []),
      ].map((s) => s.title);
    await merge("source", "older", "newer");
    expect(await titles(null)).toEqual(["As it is now"]);
    expect(await titles(at)).toEqual(["As it was first"]);
    expect(await verifyRecord(t.prisma)).toEqual([]);
    const circle = [
      sourceOf("end"),
      sourceOf("middle", { cites: ["end"] }),
      sourceOf("start", { cites: ["middle"] }),
    ];
    await succeed(t.prisma, circle);
    expect(refusal(await run(await mergeOf(t, "source", "start", "end")))).toMatchObject({ code: "invalid" });
  });

  it("is a reviewer's to send, not an editor's, and no row of a claim can be moved without it", async () => {
    const editor = await person(t, "editor");
    const one = await mergeOf(t, "device", "once-b", "the-phone");
    expect(refusal(await runCommands(t.prisma, editor, [one]))).toMatchObject({ code: "not-allowed" });
    await expect(t.prisma.$queryRaw`UPDATE listing SET device_id = device_id`).rejects.toThrow(/denied/);
    const [old] = await t.sql<{ id: string }>("SELECT id FROM merging LIMIT 1");
    await expect(t.prisma.$queryRaw`SELECT deal FROM carry_out_merge(${old?.id}::uuid)`).rejects.toThrow(
      /not of this transaction/,
    );
    await expect(t.prisma.$queryRaw`SELECT deal FROM undo_merge(${randomUUID()}::uuid)`).rejects.toThrow();
  });
});
