import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { nearNames } from "./near-names";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
});
afterAll(() => t.drop());

it.each([
  ["device", "huawei-mate-10-prox", "huawei-mate-10-pro"],
  ["source", "bloomberg-20180130-verison", "bloomberg-20180130-verizon"],
  ["source", "Verizon pulls out of plans to sell Huawei", "crn-20180130-verizon-pulls-out"],
  ["policy-action", "huawei-entity-list-2018", "huawei-entity-list-2019"],
  ["policy-action", "denial order against zte", "zte-denial-order-2018"],
] as const)("the %s meant by %s is among those offered", async (kind, text, slug) => {
  const near = await nearNames(t.prisma, kind, text);
  expect(near.map((n) => n.slug)).toContain(slug);
  expect(near.length).toBeLessThanOrEqual(5);
});

it("offers nothing for what is like nothing", async () => {
  for (const kind of ["source", "policy-action", "carrier"] as const)
    expect(await nearNames(t.prisma, kind, "%%%%")).toEqual([]);
});
