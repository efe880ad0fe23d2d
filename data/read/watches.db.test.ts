import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { change, command, person, smallWorld, sourceOf, succeed, support } from "@/data/testing/world";
import { forgetWatch, markSeen, watch } from "@/data/write/watches";
import type { WatchKind } from "@/domain/watches";
import { logOf } from "./record-log";
import { watches } from "./watches";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
  await succeed(t.prisma, [
    ...smallWorld(),
    sourceOf("the-origin"),
    sourceOf("the-relay", { cites: ["the-origin"] }),
    change(0, { evidence: [support("the-relay")] }),
  ]);
});
afterAll(() => t.drop());

const somebody = async () => {
  const actor = await person(t, "analyst");
  if (actor.kind !== "user") throw new Error("Not a person.");
  return actor.id;
};
async function follows(who: string, kind: WatchKind, folder: string, ...slugs: string[]): Promise<void> {
  const found = await logOf(t.prisma, folder, slugs);
  if (!found || !("subject" in found.of)) throw new Error(`There is no ${folder}.`);
  expect(await watch(t.prisma, who, { kind, id: found.of.subject.id })).toEqual({ ok: true, value: null });
}
/** By what is watched: how much is new, and the deeds. */
const told = async (who: string) =>
  Object.fromEntries(
    (await watches(t.prisma, who)).map((w) => [
      w.subject?.name,
      [w.count, ...w.news.map((n) => `${n.action} ${n.subject?.name} ${n.deals}`)],
    ]),
  );

it("whoever watches a device, a carrier, a maker or a deal is told of a change, and of a source that falls under it", async () => {
  const who = await somebody();
  await follows(who, "device", "devices", "the-phone");
  await follows(who, "carrier", "carriers", "the-carrier");
  await follows(who, "manufacturer", "manufacturers", "the-maker");
  await follows(who, "deal", "deals", "the-phone", "the-carrier");
  await follows(who, "source", "sources", "the-paper");
  await follows(who, "source", "sources", "the-paper");
  const quiet = { "The Paper": [0], "The Phone": [0], "The Carrier": [0], "The Maker": [0] };
  expect(await told(who)).toEqual({ ...quiet, "The Phone at The Carrier": [0] });

  await succeed(t.prisma, [
    change(1, { status: "withdrawn", effective: "2018-02", evidence: [support("the-relay")] }),
  ]);
  const changed = [1, "record-status The Phone at The Carrier 0"];
  expect(await told(who)).toEqual({
    "The Paper": [0],
    "The Phone": changed,
    "The Carrier": changed,
    "The Maker": changed,
    "The Phone at The Carrier": changed,
  });

  // The origin falls: the deal rests on it by way of a relay that cites it.
  await succeed(
    t.prisma,
    [
      command({
        kind: "retract-source",
        slug: "the-origin",
        version: 1,
        on: "2018-03-01",
        why: "It was made up.",
      }),
    ],
    await person(t, "reviewer"),
  );
  const fallen = [2, "retract-source the-origin 1", "record-status The Phone at The Carrier 0"];
  const after = await told(who);
  for (const name of ["The Phone", "The Carrier", "The Maker", "The Phone at The Carrier"])
    expect(after[name], name).toEqual(fallen);
  expect(after["The Paper"]).toEqual([0]);

  const seen = (await watches(t.prisma, who)).flatMap((w) => w.news.map((n) => n.at)).sort();
  await markSeen(t.prisma, who, seen.at(-1) ?? "");
  expect((await watches(t.prisma, who)).map((w) => w.count)).toEqual([0, 0, 0, 0, 0]);

  await succeed(t.prisma, [
    command({
      ...sourceOf("the-paper", { publisher: "The Paper" }),
      kind: "edit-source",
      version: 1,
      title: "A headline",
    }),
  ]);
  expect((await told(who))["A headline"]).toEqual([1, "edit-source A headline 0"]);
});

it("a watch on a deal goes with its device and its carrier over merges, and comes back when they are undone", async () => {
  const named = (kind: "device" | "carrier", slug: string) =>
    kind === "device" ? command({ ...DEVICE, slug, name: slug }) : command({ ...CARRIER, slug, name: slug });
  const pair = { device: "merged-phone", carrier: "merged-carrier" };
  await succeed(t.prisma, [
    named("device", "merged-phone"),
    named("device", "kept-phone"),
    named("carrier", "merged-carrier"),
    named("carrier", "kept-carrier"),
    named("carrier", "last-carrier"),
    change(0, pair),
  ]);
  const who = await somebody();
  await follows(who, "deal", "deals", "merged-phone", "merged-carrier");
  await follows(who, "carrier", "carriers", "merged-carrier");
  await succeed(t.prisma, [change(1, { ...pair, status: "carried", effective: "2018-02" })]);
  const reviewer = await person(t, "reviewer");
  const version = async (kind: string, slug: string) =>
    (await t.sql<{ version: number }>(`SELECT version FROM ${kind} WHERE slug = $1`, [slug]))[0]?.version;
  const merge = async (entity: "device" | "carrier", slug: string, into: string) => {
    const [from, kept] = [await version(entity, slug), await version(entity, into)];
    const one = command({ kind: "merge", entity, slug, into, version: from, intoVersion: kept, why: "One." });
    await succeed(t.prisma, [one], reviewer);
    return one.id;
  };
  const merges = [
    await merge("device", "merged-phone", "kept-phone"),
    await merge("carrier", "merged-carrier", "kept-carrier"),
    await merge("carrier", "kept-carrier", "last-carrier"),
  ];
  // What was recorded before the merges is still news.
  const deal = "kept-phone at last-carrier";
  expect(await told(who)).toMatchObject({ [deal]: [1, `record-status ${deal} 0`] });
  const [{ now }] = (await t.sql(
    "SELECT d.version AS now FROM deal d JOIN device v ON v.id = d.device_id WHERE v.slug = $1",
    ["kept-phone"],
  )) as [{ now: number }];
  await succeed(t.prisma, [
    change(now, { device: "kept-phone", carrier: "last-carrier", status: "ended", effective: "2018-03" }),
  ]);
  const after = await told(who);
  expect(after[deal]?.slice(0, 2)).toEqual([2, `record-status ${deal} 0`]);
  expect(Object.keys(after)).toContain("last-carrier");

  const unmerge = [...merges].reverse().map((id) => command({ kind: "unmerge", merge: id, why: "Two." }));
  await succeed(t.prisma, unmerge, reviewer);
  expect((await told(who))["merged-phone at merged-carrier"]?.[0]).toBe(1);
});
const CARRIER = {
  kind: "create-carrier",
  country: "US",
  carrierKind: "MNO",
  host: null,
  parent: null,
  aliases: [],
};
const DEVICE = {
  kind: "create-device",
  manufacturer: "the-maker",
  deviceKind: "phone",
  announced: null,
  aliases: [],
};

it("a watch is its person's own", async () => {
  const [who, other] = [await somebody(), await somebody()];
  await follows(who, "device", "devices", "the-phone");
  const [mine] = await watches(t.prisma, who);
  await forgetWatch(t.prisma, other, mine?.id ?? "");
  expect(await watches(t.prisma, other)).toEqual([]);
  expect(await watches(t.prisma, who)).toHaveLength(1);
  await forgetWatch(t.prisma, who, mine?.id ?? "");
  expect(await watches(t.prisma, who)).toEqual([]);
});
