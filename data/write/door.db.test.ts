import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
});
afterAll(() => t.drop());

describe("the dossier in the record", () => {
  it("has every status change, on the application's account", async () => {
    expect(await t.prisma.statusChange.count()).toBe(606);
    const [row] = await t.sql<{ n: string }>("SELECT count(*) AS n FROM evidence");
    expect(Number(row?.n)).toBeGreaterThan(1_000);
  });
});
