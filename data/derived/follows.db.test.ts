import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { change, command, person, smallWorld, sourceOf, succeed, support } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import type { Actor } from "@/domain/permissions";

/** What is kept with spans and listings follows whatever moves them: another maker, another shop, another day of publication. */

let t: TestDatabase;
let reviewer: Actor;
const paper = { publisher: "The Paper" };
const maker = { kind: "create-manufacturer", country: "US", parent: null, aliases: [] };
const shop = { kind: "create-retailer", country: "US", retailerKind: "shop", aliases: [] };
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
beforeAll(async () => {
  t = await openTestDatabase();
  reviewer = await person(t, "reviewer");
  await succeed(t.prisma, [
    ...smallWorld(),
    command({ ...maker, slug: "another-maker", name: "Another Maker" }),
    command({ ...shop, slug: "another-shop", name: "Another Shop" }),
    sourceOf("later-paper", { published: "2018-05-05" }),
    change(0, { target: "2018-06" }),
    change(1, { effective: "2018-02", target: "2018-09" }),
    change(2, { effective: "2018-10", status: "carried" }),
    listing,
  ]);
});
afterAll(() => t.drop());

const makerOfSpans = () =>
  t.sql("SELECT DISTINCT m.slug FROM deal_span s JOIN manufacturer m ON m.id = s.manufacturer_id");
const known = () =>
  t.sql(`SELECT r.slug AS shop, k.begins::text, k.ends::text, k.known_from::text AS "from", k.known_until::text AS until
         FROM listing_known k JOIN retailer r ON r.id = k.retailer_id ORDER BY k.known_from, k.known_until`);
const first = { shop: "the-shop", begins: "2018-03-01", ends: null, from: "2018-01-10", until: null };

it("spans know what is counted of them", async () => {
  expect(
    await t.sql(`SELECT status, before, plan_step, plan_begins::text, plan_begun::text, plan_slips, plan_until::text
                 FROM deal_span ORDER BY place`),
  ).toEqual(
    [
      { status: "planned", before: null, plan_step: "begun", plan_slips: 0, plan_until: "2018-02-01" },
      { status: "planned", before: "planned", plan_step: "slipped", plan_slips: 1, plan_until: "2018-10-01" },
      { status: "carried", before: "planned", plan_step: "ended", plan_slips: 1, plan_until: null },
    ].map((row) => ({ ...row, plan_begins: "2018-01-01", plan_begun: "2018-01-31" })),
  );
});

it("a device that is found to be another manufacturer's takes its spans along", async () => {
  const phone = {
    kind: "edit-device",
    slug: "the-phone",
    name: "The Phone",
    deviceKind: "phone",
    announced: null,
    aliases: [],
  };
  await succeed(t.prisma, [command({ ...phone, version: 1, manufacturer: "another-maker" })]);
  expect(await makerOfSpans()).toEqual([{ slug: "another-maker" }]);
  const merge = command({
    ...{ kind: "merge", entity: "manufacturer", slug: "another-maker", version: 1, into: "the-maker" },
    ...{ intoVersion: 1, why: "One." },
  });
  await succeed(t.prisma, [merge], reviewer);
  expect(await makerOfSpans()).toEqual([{ slug: "the-maker" }]);
  await succeed(t.prisma, [command({ kind: "unmerge", merge: merge.id, why: "Two." })], reviewer);
  expect(await makerOfSpans()).toEqual([{ slug: "another-maker" }]);
  expect(await verifyRecord(t.prisma)).toEqual([]);
});

it("a listing is known from its publication, and goes with its shop", async () => {
  expect(await known()).toEqual([first]);
  const { kind: _, ...text } = sourceOf("the-paper", paper);
  await succeed(t.prisma, [{ ...text, kind: "edit-source", version: 1, published: "2018-02-20" }]);
  expect(await known()).toEqual([{ ...first, from: "2018-02-20" }]);
  const merge = command({
    ...{ kind: "merge", entity: "retailer", slug: "the-shop", version: 1, into: "another-shop" },
    ...{ intoVersion: 1, why: "One." },
  });
  await succeed(t.prisma, [merge], reviewer);
  expect(await known()).toEqual([{ ...first, shop: "another-shop", from: "2018-02-20" }]);
  await succeed(t.prisma, [command({ kind: "unmerge", merge: merge.id, why: "Two." })], reviewer);
  expect(await known()).toEqual([{ ...first, from: "2018-02-20" }]);
  expect(await verifyRecord(t.prisma)).toEqual([]);
});

it("an end that later reports told takes over on their day, and leaves nothing when it is retracted", async () => {
  const end = command({
    ...{ kind: "end-listing", listing: listing.id, to: "2018-04", note: null },
    evidence: [support("later-paper")],
  });
  await succeed(t.prisma, [end]);
  const before = { ...first, from: "2018-02-20", until: "2018-05-05" };
  expect(await known()).toEqual([before, { ...first, from: "2018-05-05", ends: "2018-04-01" }]);
  await succeed(t.prisma, [command({ kind: "retract-listing", listing: end.id, why: "It goes on." })]);
  expect(await known()).toEqual([before]);
  expect(await verifyRecord(t.prisma)).toEqual([]);
  await t.sql("UPDATE listing_known SET known_until = NULL");
  expect((await verifyRecord(t.prisma)).map(({ what }) => what)).toEqual(["known"]);
});
