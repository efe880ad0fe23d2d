import { afterAll, beforeAll, expect, it } from "vitest";
import { placeNames, placeRows } from "@/data/read/bulk-rows";
import { choiceOf } from "@/data/read/choice";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { person } from "@/data/testing/world";
import type { View } from "@/domain/claims";
import { keepChoice } from "./choices";

let t: TestDatabase;
let ada = "";
let ben = "";
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  const idOf = async () => {
    const actor = await person(t, "editor");
    return actor.kind === "user" ? actor.id : "";
  };
  [ada, ben] = [await idOf(), await idOf()];
});
afterAll(() => t.drop());

const TODAY: View = { on: "2026-11-25", known: null, record: null };
const places = (n: number) => Array.from({ length: n }, (_, i) => ({ device: `d-${i}`, carrier: "ee" }));
const address = "/matrix?choose=1";

it("a choice is its maker's alone", async () => {
  const id = await keepChoice(t.prisma, ada, { places: places(3), address });
  expect(await choiceOf(t.prisma, ada, id)).toEqual({ id, places: places(3), total: 3, address });
  expect(await choiceOf(t.prisma, ben, id)).toBeNull();
});

it("of thousands the first thousand are kept, and it is known how many there were", async () => {
  const id = await keepChoice(t.prisma, ada, { places: places(1_234), address });
  const kept = await choiceOf(t.prisma, ada, id);
  expect([kept?.places.length, kept?.total]).toEqual([1_000, 1_234]);
});

it("a person's fifty newest choices are kept, and nobody else's are let go of", async () => {
  const other = await keepChoice(t.prisma, ada, { places: places(1), address });
  const ids: string[] = [];
  for (let n = 0; n < 53; n++) ids.push(await keepChoice(t.prisma, ben, { places: places(1), address }));
  expect(await t.prisma.choice.count({ where: { personId: ben } })).toBe(50);
  expect(await choiceOf(t.prisma, ben, ids.at(-1) ?? "")).not.toBeNull();
  expect(await choiceOf(t.prisma, ada, other)).not.toBeNull();
});

it("the database keeps no address of another site", async () => {
  await expect(keepChoice(t.prisma, ada, { places: [], address: "//evil.example/matrix" })).rejects.toThrow();
});

it("places are told in their order: with a deal, without one, and not at all when there is no such device", async () => {
  const asked = [
    { device: "huawei-mate-10-pro", carrier: "verizon" },
    { device: "huawei-mate-10-pro", carrier: "no-such-carrier" },
  ];
  const device = await t.prisma.device.findFirstOrThrow({
    where: { deals: { none: { carrier: { slug: "verizon" } } } },
  });
  const rows = await placeRows(t.prisma, TODAY, [...asked, { device: device.slug, carrier: "verizon" }]);
  expect(rows.map((r) => [r.device.slug, r.carrier.slug, r.version === null, r.now?.status ?? null])).toEqual(
    [
      ["huawei-mate-10-pro", "verizon", false, "withdrawn"],
      [device.slug, "verizon", true, null],
    ],
  );
  const names = await placeNames(t.prisma, asked);
  expect([...names.keys()]).toEqual(["huawei-mate-10-pro/verizon"]);
  expect(names.get("huawei-mate-10-pro/verizon")?.name).toBe("Huawei Mate 10 Pro at Verizon");
});
