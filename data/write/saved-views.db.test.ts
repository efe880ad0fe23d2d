import { afterAll, beforeAll, expect, it } from "vitest";
import { savedViews } from "@/data/read/saved-views";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { person } from "@/data/testing/world";
import { forgetView, saveView, shareView } from "./saved-views";

let t: TestDatabase;
let ada = "";
let ben = "";
beforeAll(async () => {
  t = await openTestDatabase();
  const idOf = async () => {
    const actor = await person(t, "analyst");
    return actor.kind === "user" ? actor.id : "";
  };
  [ada, ben] = [await idOf(), await idOf()];
});
afterAll(() => t.drop());

const view = (name: string, shared = false) => ({ name, address: `/matrix?on=2018-01-15&n=${name}`, shared });
const names = async (person: string) => {
  const { own, shared } = await savedViews(t.prisma, person);
  return { own: own.map((v) => v.name), shared: shared.map((v) => v.name) };
};

it("a view is its owner's until it is shared, and only the owner may share or forget it", async () => {
  const kept = await saveView(t.prisma, ada, view("weekly"));
  const id = kept.ok ? kept.value : "";
  expect(await names(ben)).toEqual({ own: [], shared: [] });
  expect(await shareView(t.prisma, ben, id, true)).toMatchObject({
    ok: false,
    refusal: { code: "not-found" },
  });
  await forgetView(t.prisma, ben, id);
  expect(await names(ada)).toEqual({ own: ["weekly"], shared: [] });
  expect(await shareView(t.prisma, ada, id, true)).toMatchObject({ ok: true });
  expect(await names(ben)).toEqual({ own: [], shared: ["weekly"] });
  await forgetView(t.prisma, ada, id);
  expect(await names(ben)).toEqual({ own: [], shared: [] });
});

it("a name that is used already takes the new address", async () => {
  await saveView(t.prisma, ada, view("mine"));
  await saveView(t.prisma, ada, { ...view("mine"), address: "/changes" });
  const { own } = await savedViews(t.prisma, ada);
  expect(own.map((v) => v.address)).toEqual(["/changes"]);
});

it("the database keeps no address of another site", async () => {
  for (const address of ["//evil.example", "https://evil.example", "/\\evil.example", "matrix"])
    await expect(saveView(t.prisma, ada, { name: address, address, shared: false })).rejects.toThrow();
});

it("two hundred are enough", async () => {
  for (let n = 0; n < 200; n++) await saveView(t.prisma, ben, view(`v${n}`));
  expect(await saveView(t.prisma, ben, view("one more"))).toMatchObject({
    ok: false,
    refusal: { code: "invalid" },
  });
  expect(await saveView(t.prisma, ben, view("v7", true))).toMatchObject({ ok: true });
});
