import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";

let t: TestDatabase;
const warnings: string[] = [];
const hear = ({ message }: Error) => void warnings.push(message);
beforeAll(async () => {
  process.on("warning", hear);
  t = await openTestDatabase();
});
afterAll(async () => {
  process.off("warning", hear);
  await t.drop();
});

it("the relations of a row are asked for one after another in a transaction, also after a failure", async () => {
  const read = () =>
    t.prisma.$transaction(async (tx) => {
      const row = await tx.user.findFirst({
        include: { reviewRulesSet: true, reviewRulesEnded: true, settings: true, accounts: true },
      });
      return row?.settings;
    });
  expect(await read()).toEqual([]);
  await expect(t.prisma.$transaction((tx) => tx.$queryRaw`SELECT 1/0`)).rejects.toThrow("division by zero");
  expect(await Promise.all([read(), read()])).toEqual([[], []]);
  // A deprecation is told on the next turn.
  await new Promise((done) => setImmediate(done));
  expect(warnings.filter((message) => message.includes("already executing"))).toEqual([]);
});
